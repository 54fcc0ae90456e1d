package org.greensward.pages;

import java.time.LocalDate;
import java.util.List;
import org.greensward.licence.Credit;
import org.greensward.licence.Licences;
import org.greensward.licence.Permits;
import org.greensward.register.CouncilFilter;
import org.greensward.register.CouncilLine;
import org.greensward.register.CouncilLines;
import org.greensward.store.StoreRepository;
import org.greensward.web.AtDate;
import org.greensward.web.Csv;
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

  private final CouncilLines councils;
  private final Permits permits;
  private final Licences licences;
  private final StoreRepository store;
  private final AtDate atDate;

  CouncilsPage(
      CouncilLines councils,
      Permits permits,
      Licences licences,
      StoreRepository store,
      AtDate atDate) {
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
    Credit credit = licences.credit(MADE_OF);
    String say = credit.attribution() + notice();
    Csv csv =
        new Csv(
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
    List<CouncilLine> lines = councils.list(date, filter);
    String mark = lines.stream().anyMatch(CouncilLine::confidential) ? "-confidential" : "";
    for (CouncilLine line : lines) {
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
        .contentType(Csv.TYPE)
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
