package org.greensward.export.contractor;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greensward.error.NotFoundException;
import org.greensward.security.audit.AuditedTransaction;
import org.greensward.web.Form;
import org.greensward.web.Page;
import org.greensward.web.Redirects;
import org.greensward.web.SelectOption;
import org.springframework.http.HttpStatusCode;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** {@code /manage/contractor-links}: contractors' links, and making and revoking them. */
@Page
class ContractorLinksPage {
  private static final String LIST = "/manage/contractor-links";
  private static final HttpStatusCode UNPROCESSABLE = HttpStatusCode.valueOf(422);
  private static final int LONGEST_PURPOSE = 500;

  private final ContractorLinkService links;
  private final ContractorLayers layers;
  private final AuditedTransaction editing;

  ContractorLinksPage(
      ContractorLinkService links, ContractorLayers layers, AuditedTransaction editing) {
    this.links = links;
    this.layers = layers;
    this.editing = editing;
  }

  @GetMapping(LIST)
  String list(Model model) {
    model.addAttribute("links", links.list());
    return "contractor-links";
  }

  /** Without a contractor it asks for whom, unless there is only one. */
  @GetMapping(LIST + "/new")
  String draft(
      @RequestParam(defaultValue = "") String contractor, HttpServletRequest request, Model model) {
    List<SelectOption> contractors = links.listContractors();
    Optional<SelectOption> chosen =
        contractors.stream().filter(it -> it.value().equals(contractor)).findFirst();
    if (chosen.isEmpty() && contractors.size() == 1) {
      chosen = Optional.of(contractors.get(0));
    }
    Map<String, Object> there = new HashMap<>();
    there.put("ends", links.usualEnd());
    Form form = Form.of(request, there);
    show(form, contractors, chosen.orElse(null), model.asMap());
    return "contractor-link-new";
  }

  private void show(
      Form form,
      List<SelectOption> contractors,
      SelectOption contractor,
      Map<String, Object> model) {
    Map<String, Object> shown = new HashMap<>();
    shown.put("form", form);
    shown.put("contractors", contractors);
    shown.put("contractor", contractor);
    shown.put(
        "lots",
        contractor == null ? List.of() : links.listLots(Long.parseLong(contractor.value())));
    shown.put("latest", links.findLatestEnd());
    shown.put("closed", layers.closed());
    model.putAll(shown);
  }

  /** The secret is told on the next page, once. */
  @PostMapping(LIST + "/new")
  ModelAndView make(HttpServletRequest request, RedirectAttributes flash) {
    Form form = Form.sent(request);
    List<SelectOption> contractors = links.listContractors();
    SelectOption contractor =
        contractors.stream()
            .filter(it -> it.value().equals(form.value("contractor")))
            .findFirst()
            .orElseThrow(
                () -> new NotFoundException("There is no such contractor with a contract."));
    List<Long> lots = lots(form, links.listLots(Long.parseLong(contractor.value())));
    LocalDate ends = end(form);
    String purpose = form.required("purpose", LONGEST_PURPOSE);
    if (form.isFaulty()) {
      ModelAndView page = new ModelAndView("contractor-link-new");
      page.setStatus(UNPROCESSABLE);
      show(form, contractors, contractor, page.getModel());
      return page;
    }
    String token =
        editing.run(
            purpose,
            null,
            () -> links.make(Long.parseLong(contractor.value()), lots, ends, purpose));
    String site = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
    flash.addFlashAttribute("secret", site + "/contractor/" + token);
    flash.addFlashAttribute("notice", "contractor.made");
    return new ModelAndView(Redirects.view(LIST));
  }

  private static List<Long> lots(Form form, List<SelectOption> known) {
    List<String> chosen =
        known.stream().map(SelectOption::value).filter(it -> form.has("lots", it)).toList();
    if (chosen.isEmpty()) {
      form.refuse("lots", "contractor.lots.none");
    }
    return chosen.stream().map(Long::valueOf).toList();
  }

  private LocalDate end(Form form) {
    LocalDate ends = form.requiredDate("ends");
    LocalDate latest = links.findLatestEnd();
    if (ends != null && !ends.isAfter(links.today())) {
      form.refuse("ends", "contractor.ends.past");
    } else if (ends != null && latest != null && ends.isAfter(latest)) {
      form.refuse("ends", "contractor.ends.late", latest.toString());
    }
    return ends;
  }

  @PostMapping(LIST + "/{id}/revoke")
  ModelAndView revoke(@PathVariable long id, RedirectAttributes flash) {
    boolean done = editing.run(null, null, () -> links.revoke(id));
    if (!done) {
      throw new NotFoundException("There is no link of that number that could be revoked.");
    }
    flash.addFlashAttribute("notice", "contractor.revoked");
    return new ModelAndView(Redirects.view(LIST));
  }
}
