package org.greensward.licence;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.greensward.database.Audience;
import org.greensward.error.ForbiddenException;
import org.greensward.error.UserException;
import org.greensward.security.audit.AuditedTransaction;
import org.greensward.web.Form;
import org.greensward.web.LocalPath;
import org.greensward.web.Page;
import org.greensward.web.Redirects;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatusCode;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /licences}: who may have each layer; {@code /licences/{layer}}: its terms. */
@Page
class LicencesPage {
  private static final HttpStatusCode UNPROCESSABLE = HttpStatusCode.valueOf(422);

  private final AcceptanceRepository acceptances;
  private final LicenceTermsText texts;
  private final AuditedTransaction editing;

  LicencesPage(
      AcceptanceRepository acceptances, LicenceTermsText texts, AuditedTransaction editing) {
    this.acceptances = acceptances;
    this.texts = texts;
    this.editing = editing;
  }

  /**
   * A layer in the list.
   *
   * @param terms null where no licence is recorded
   */
  record Line(String layer, LicenceTerms terms, boolean acceptable) {}

  @GetMapping("/licences")
  String list(Model model) {
    Map<String, LicenceTerms> known =
        acceptances.list(Audience.current().account()).stream()
            .collect(Collectors.toMap(it -> it.licence().layer(), Function.identity()));
    List<Line> lines =
        LicenceRepository.LAYERS.stream()
            .map(layer -> new Line(layer, known.get(layer), mayAccept(known.get(layer))))
            .toList();
    model.addAttribute("lines", lines);
    return "licences";
  }

  @GetMapping("/licences/{layer}")
  String terms(
      @PathVariable String layer, @RequestParam(defaultValue = "") String next, Model model) {
    show(layer, next, Form.showing(Map.of()), model.asMap());
    return "licence";
  }

  /** Recorded with who, which version and when; then on to what was wanted. */
  @PostMapping("/licences/{layer}")
  ModelAndView accept(
      @PathVariable String layer,
      @RequestParam(defaultValue = "") String version,
      @RequestParam(defaultValue = "") String next,
      HttpServletRequest request,
      RedirectAttributes flash) {
    LicenceTerms terms = find(layer).orElseThrow(() -> nothingToAccept(layer));
    if (!mayAccept(terms)) {
      throw nothingToAccept(layer);
    }
    Form form = Form.sent(request);
    if (!version.equals(String.valueOf(terms.version())) || !accept(layer, terms.version())) {
      form.refuse("accept", "licence.changed");
      ModelAndView page = new ModelAndView("licence");
      page.setStatus(UNPROCESSABLE);
      show(layer, next, form, page.getModel());
      return page;
    }
    Optional<String> onward = LocalPath.find(next);
    if (onward.isEmpty()) {
      flash.addFlashAttribute("notice", "licence.recorded");
    }
    return new ModelAndView(Redirects.view(onward.orElse("/licences/" + layer)));
  }

  /** Whether it was taken; not when another version came in this moment. */
  private boolean accept(String layer, int version) {
    try {
      return editing.run(
          null,
          null,
          () -> {
            acceptances.accept(layer, version);
            return true;
          });
    } catch (DataIntegrityViolationException e) {
      return false;
    }
  }

  private void show(String layer, String next, Form form, Map<String, Object> model) {
    LicenceTerms terms = find(layer).orElse(null);
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("form", form);
    shown.put("layer", layer);
    shown.put("terms", terms);
    shown.put("paragraphs", terms == null ? List.of() : texts.paragraphs(terms.licence()));
    shown.put("acceptable", mayAccept(terms));
    shown.put("next", LocalPath.find(next).orElse(""));
    shown.put("known", !Audience.current().isPublic());
    model.putAll(shown);
  }

  private Optional<LicenceTerms> find(String layer) {
    LicenceRepository.checkLayer(layer);
    return acceptances.find(layer, Audience.current().account());
  }

  /** Whether whoever looks could have the layer, once the terms are accepted; rows apart. */
  private static boolean mayAccept(LicenceTerms terms) {
    return terms != null
        && !terms.licence().isOpen()
        && LicencePolicy.reason(
                terms.licence(), Audience.current(), Audience.current().councils(), false)
            .filter(it -> it == LicenceRefusal.Reason.TERMS)
            .isPresent();
  }

  private static UserException nothingToAccept(String layer) {
    return new ForbiddenException(
        "There are no terms of %s for you to accept: it is open, has no licence, or is for others; /licences says which."
            .formatted(layer));
  }
}
