package org.greensward.export.contractor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greensward.database.Audience;
import org.greensward.error.ForbiddenException;
import org.greensward.error.NotFoundException;
import org.greensward.export.ExportPlanner;
import org.greensward.export.ExportRequest;
import org.greensward.export.ExportRequestParser;
import org.greensward.export.FileResponder;
import org.greensward.export.PlannedExport;
import org.greensward.export.write.ExportFormat;
import org.greensward.layer.export.ExportLayer;
import org.greensward.licence.AcceptanceRepository;
import org.greensward.licence.LicencePolicy;
import org.greensward.licence.LicenceRefusal;
import org.greensward.licence.LicenceTerms;
import org.greensward.licence.LicenceTermsText;
import org.greensward.revision.WorkingDate;
import org.greensward.web.NetworkAddress;
import org.greensward.web.Page;
import org.greensward.web.Redirects;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * {@code /contractor/{secret}}: what its holder has, until when, and on which terms; {@code
 * /contractor/{secret}/{layer}.{format}}: the files. Whoever has signed in as well is told no more
 * by it than anybody: all is read as the public.
 */
@Page
class ContractorPage {
  private static final List<String> LAYERS = List.of("land", "pieces");

  private final ContractorLinkResolver door;
  private final LicencePolicy permits;
  private final AcceptanceRepository acceptances;
  private final LicenceTermsText texts;
  private final ExportPlanner planner;
  private final FileResponder sending;
  private final WorkingDate workingDate;

  ContractorPage(
      ContractorLinkResolver door,
      LicencePolicy permits,
      AcceptanceRepository acceptances,
      LicenceTermsText texts,
      ExportPlanner planner,
      FileResponder sending,
      WorkingDate workingDate) {
    this.door = door;
    this.permits = permits;
    this.acceptances = acceptances;
    this.texts = texts;
    this.planner = planner;
    this.sending = sending;
    this.workingDate = workingDate;
  }

  /** The same terms of one or several layers, as the page shows them. */
  record Shown(List<String> layers, List<String> paragraphs) {}

  @GetMapping("/contractor/{token}")
  String page(@PathVariable String token, HttpServletResponse response, Model model) {
    ActiveContractorLink link = open(token, response);
    model.addAttribute("link", link);
    model.addAttribute("self", "/contractor/" + token);
    model.addAttribute("accepted", link.hasAccepted(sources()));
    model.addAttribute("closed", closed());
    List<LicenceTerms> terms = terms();
    model.addAttribute("versions", terms);
    model.addAttribute("terms", shown(terms));
    model.addAttribute("layers", LAYERS.stream().map(ExportLayer::get).toList());
    model.addAttribute("formats", ExportFormat.values());
    return "contractor";
  }

  /** For the versions that the page showed: when one stands no longer, the page comes again. */
  @PostMapping("/contractor/{token}")
  String accept(
      @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
    ActiveContractorLink link = open(token, response);
    Map<String, Integer> versions = new LinkedHashMap<>();
    for (LicenceTerms each : terms()) {
      String layer = each.licence().layer();
      if (String.valueOf(each.version()).equals(request.getParameter("version-" + layer))) {
        versions.put(layer, each.version());
      }
    }
    try {
      door.accept(link, versions, NetworkAddress.of(request));
    } catch (DataIntegrityViolationException e) {
      // One has changed in this moment: the page shows what is to be accepted now.
    }
    return Redirects.at("/contractor/" + token, request);
  }

  @GetMapping("/contractor/{token}/{layer:[^.]+}.{format:.+}")
  void file(
      @PathVariable String token,
      @PathVariable String layer,
      @PathVariable String format,
      @RequestParam(defaultValue = "") String crs,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ActiveContractorLink link = open(token, response);
    if (!LAYERS.contains(layer)) {
      throw new NotFoundException("This link is for land and pieces, and for no other layer.");
    }
    ExportFormat chosen = ExportRequestParser.format(format);
    if (!link.hasAccepted(sources())) {
      throw new ForbiddenException(
          "The terms have not been accepted as they stand now; read and accept them on the page of"
              + " this link.");
    }
    try (Audience.Bound bound = Audience.bind(Audience.PUBLIC)) {
      ExportLayer wanted = ExportLayer.get(layer);
      PlannedExport export =
          planner.plan(
              new ExportRequest(
                  wanted, link.scope(), workingDate.today(), chosen, ExportRequestParser.crs(crs)),
              permits.closedToContractor(wanted.sources()));
      export.requireOpen();
      if (!request.getMethod().equals(HttpMethod.HEAD.name())) {
        door.noteDownload(link, layer, chosen, NetworkAddress.of(request));
      }
      sending.send(export, request, response);
    }
  }

  /** Nothing that the address brings is kept, found or passed on, whatever the answer. */
  private ActiveContractorLink open(String token, HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Robots-Tag", "noindex");
    return door.open(token)
        .orElseThrow(
            () ->
                new NotFoundException(
                    "There is nothing at this address, or no longer: the link has ended, or it was"
                        + " revoked. Ask the officer who sent it."));
  }

  /** All imported layers that the files are made of. */
  static List<String> sources() {
    Set<String> sources = new LinkedHashSet<>();
    LAYERS.forEach(layer -> sources.addAll(ExportLayer.get(layer).sources()));
    return List.copyOf(sources);
  }

  private List<LicenceRefusal> closed() {
    return permits.closedToContractor(sources());
  }

  private List<LicenceTerms> terms() {
    return acceptances.list(0).stream()
        .filter(it -> sources().contains(it.licence().layer()))
        .toList();
  }

  private List<Shown> shown(List<LicenceTerms> terms) {
    Map<List<String>, List<String>> layers = new LinkedHashMap<>();
    terms.forEach(
        it ->
            layers
                .computeIfAbsent(texts.paragraphs(it.licence()), text -> new ArrayList<>())
                .add(it.licence().layer()));
    return layers.entrySet().stream().map(it -> new Shown(it.getValue(), it.getKey())).toList();
  }
}
