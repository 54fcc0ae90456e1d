package org.greensward.contractor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greensward.access.NetworkAddress;
import org.greensward.download.Export;
import org.greensward.download.ExportLayer;
import org.greensward.download.ExportPlanner;
import org.greensward.download.ExportRequest;
import org.greensward.download.Sending;
import org.greensward.download.Wanted;
import org.greensward.exchange.write.ExportFormat;
import org.greensward.licence.Acceptances;
import org.greensward.licence.Closed;
import org.greensward.licence.Permits;
import org.greensward.licence.Terms;
import org.greensward.licence.TermsText;
import org.greensward.refusal.NotAllowed;
import org.greensward.refusal.NotThere;
import org.greensward.store.Audience;
import org.greensward.store.WorkingDate;
import org.greensward.web.Page;
import org.greensward.web.SeeOther;
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

  private final LinkDoor door;
  private final Permits permits;
  private final Acceptances acceptances;
  private final TermsText texts;
  private final ExportPlanner planner;
  private final Sending sending;
  private final WorkingDate workingDate;

  ContractorPage(
      LinkDoor door,
      Permits permits,
      Acceptances acceptances,
      TermsText texts,
      ExportPlanner planner,
      Sending sending,
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
    OpenedLink link = open(token, response);
    model.addAttribute("link", link);
    model.addAttribute("self", "/contractor/" + token);
    model.addAttribute("accepted", link.hasAccepted(sources()));
    model.addAttribute("closed", closed());
    List<Terms> terms = terms();
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
    OpenedLink link = open(token, response);
    Map<String, Integer> versions = new LinkedHashMap<>();
    for (Terms each : terms()) {
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
    return SeeOther.at("/contractor/" + token, request);
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
    OpenedLink link = open(token, response);
    if (!LAYERS.contains(layer)) {
      throw new NotThere("This link is for land and pieces, and for no other layer.");
    }
    ExportFormat chosen = Wanted.format(format);
    if (!link.hasAccepted(sources())) {
      throw new NotAllowed(
          "The terms have not been accepted as they stand now; read and accept them on the page of this link.");
    }
    try (Audience.Bound bound = Audience.bind(Audience.PUBLIC)) {
      ExportLayer wanted = ExportLayer.get(layer);
      Export export =
          planner.plan(
              new ExportRequest(wanted, link.scope(), workingDate.today(), chosen, Wanted.crs(crs)),
              permits.closedToContractor(wanted.sources()));
      export.requireOpen();
      if (!request.getMethod().equals(HttpMethod.HEAD.name())) {
        door.noteDownload(link, layer, chosen, NetworkAddress.of(request));
      }
      sending.send(export, request, response);
    }
  }

  /** Nothing that the address brings is kept, found or passed on, whatever the answer. */
  private OpenedLink open(String token, HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Robots-Tag", "noindex");
    return door.open(token)
        .orElseThrow(
            () ->
                new NotThere(
                    "There is nothing at this address, or no longer: the link has ended, or it was"
                        + " revoked. Ask the officer who sent it."));
  }

  /** All imported layers that the files are made of. */
  static List<String> sources() {
    Set<String> sources = new LinkedHashSet<>();
    LAYERS.forEach(layer -> sources.addAll(ExportLayer.get(layer).sources()));
    return List.copyOf(sources);
  }

  private List<Closed> closed() {
    return permits.closedToContractor(sources());
  }

  private List<Terms> terms() {
    return acceptances.list(0).stream()
        .filter(it -> sources().contains(it.licence().layer()))
        .toList();
  }

  private List<Shown> shown(List<Terms> terms) {
    Map<List<String>, List<String>> layers = new LinkedHashMap<>();
    terms.forEach(
        it ->
            layers
                .computeIfAbsent(texts.paragraphs(it.licence()), text -> new ArrayList<>())
                .add(it.licence().layer()));
    return layers.entrySet().stream().map(it -> new Shown(it.getValue(), it.getKey())).toList();
  }
}
