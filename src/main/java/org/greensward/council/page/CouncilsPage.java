package org.greensward.council.page;

import java.time.LocalDate;
import java.util.List;
import org.greensward.licence.Attribution;
import org.greensward.licence.LicencePolicy;
import org.greensward.licence.LicenceRepository;
import org.greensward.revision.StoreRepository;
import org.greensward.status.CouncilFilter;
import org.greensward.status.CouncilSummary;
import org.greensward.status.CouncilSummaryRepository;
import org.greensward.web.AtDateResolver;
import org.greensward.web.CsvTableWriter;
import org.greensward.web.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /councils}: the table of all councils, and the same as a file. */
@Page
class CouncilsPage {
  private static final List<String> MADE_OF = List.of("councils", "statuses", "forums", "parishes");

  private final CouncilSummaryRepository councils;
  private final LicencePolicy permits;
  private final LicenceRepository licences;
  private final StoreRepository store;
  private final AtDateResolver atDate;

  CouncilsPage(
      CouncilSummaryRepository councils,
      LicencePolicy permits,
      LicenceRepository licences,
      StoreRepository store,
      AtDateResolver atDate) {
    this.councils = councils;
    this.permits = permits;
    this.licences = licences;
    this.store = store;
    this.atDate = atDate;
  }

  @ModelAttribute("filter")
  CouncilFilter filter(
      @RequestParam(defaultValue = "") String status,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String forum,
      @RequestParam(defaultValue = "") String ward,
      @RequestParam(defaultValue = "name") String sort) {
    return new CouncilFilter(status, kind, forum, ward, sort);
  }

  @GetMapping("/councils")
  String page(
      @ModelAttribute("filter") CouncilFilter filter,
      @RequestParam(defaultValue = "") String at,
      Model model) {
    LocalDate date = atDate.of(at);
    model.addAttribute("at", date);
    model.addAttribute("asked", at.isBlank() ? null : date);
    model.addAttribute("councils", councils.list(date, filter));
    model.addAttribute("forums", councils.listForums());
    model.addAttribute("wards", councils.listWards());
    return "councils";
  }

  @GetMapping("/councils.csv")
  ResponseEntity<byte[]> csv(
      @ModelAttribute("filter") CouncilFilter filter, @RequestParam(defaultValue = "") String at) {
    LocalDate date = atDate.of(at);
    permits.check("The table of councils", MADE_OF, null);
    Attribution credit = licences.credit(MADE_OF);
    String say = credit.attribution() + notice();
    CsvTableWriter csv =
        new CsvTableWriter(
            "name",
            "kind",
            "status",
            "since",
            "arrangement",
            "basis",
            "forums",
            "wards",
            "gss_codes",
            "area_m2",
            "at",
            "address",
            "licence",
            "attribution");
    List<CouncilSummary> lines = councils.list(date, filter);
    String mark = lines.stream().anyMatch(CouncilSummary::confidential) ? "-confidential" : "";
    for (CouncilSummary line : lines) {
      csv.row(
          line.name(),
          line.kind(),
          line.status(),
          line.since(),
          line.arrangement(),
          line.illustrative() ? "illustrative" : "documented",
          String.join("; ", line.forums()),
          String.join("; ", line.wards()),
          String.join(" ", line.parishes()),
          line.area_m2() == null ? null : Math.round(line.area_m2()),
          date,
          "/councils/" + line.slug(),
          credit.licence(),
          say);
    }
    return ResponseEntity.ok()
        .contentType(CsvTableWriter.TYPE)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("councils-" + date + mark + ".csv")
                .build()
                .toString())
        .body(csv.bytes());
  }

  /** What is to be known of made-up data; empty for real. */
  private String notice() {
    return store.findNotice().map(it -> " " + it).orElse("");
  }
}
