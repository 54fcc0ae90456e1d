package org.greensward.engagement;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.greensward.council.CouncilAccess;
import org.greensward.council.CouncilReference;
import org.greensward.error.ForbiddenException;
import org.greensward.revision.WorkingDate;
import org.greensward.security.account.AccountPrincipal;
import org.greensward.security.audit.AuditedTransaction;
import org.greensward.web.Form;
import org.greensward.web.FormResponses;
import org.greensward.web.Page;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * {@code /councils/{slug}/office/steps}: a council's own view of its steps and plan, its
 * resolutions that it adds itself, and where it wants to be reached.
 */
@Page
class OfficeStepsPage {
  private static final int SENTENCE = 300;

  private final StepRepository steps;
  private final CouncilAccess councils;
  private final AuditedTransaction editing;
  private final WorkingDate workingDate;

  OfficeStepsPage(
      StepRepository steps,
      CouncilAccess councils,
      AuditedTransaction editing,
      WorkingDate workingDate) {
    this.steps = steps;
    this.councils = councils;
    this.editing = editing;
    this.workingDate = workingDate;
  }

  @GetMapping("/councils/{slug}/office/steps")
  String page(@PathVariable String slug, HttpServletRequest request, Model model) {
    CouncilReference council = councils.office(slug);
    return show(council, Form.of(request, there(council)), model);
  }

  private Map<String, Object> there(CouncilReference council) {
    StepRepository.Delivery delivery = steps.delivery(council.id());
    Map<String, Object> there = new HashMap<>();
    there.put("day", workingDate.today());
    there.put("post-address", delivery.postAddress());
    there.put("mail", delivery.mail() ? "yes" : "no");
    return there;
  }

  private String show(CouncilReference council, Form form, Model model) {
    there(council)
        .forEach((field, value) -> form.fill(field, value == null ? "" : value.toString()));
    model.addAttribute("council", council);
    model.addAttribute("form", form);
    model.addAttribute("own", AccountPrincipal.get().actsFor(council.slug()));
    model.addAttribute("today", workingDate.today());
    model.addAttribute("recorded", steps.list(council.id()));
    model.addAttribute("plan", steps.plan(council.id()));
    model.addAttribute("delivery", steps.delivery(council.id()));
    return "engage/office-steps";
  }

  /** What the council resolved itself; officers record it on their own page. */
  @PostMapping("/councils/{slug}/office/steps")
  ModelAndView resolve(
      @PathVariable String slug,
      HttpServletRequest request,
      Model model,
      RedirectAttributes flash) {
    CouncilReference council = own(slug);
    Form form = Form.sent(request);
    NewStep step = NewStep.resolution(form, workingDate.today());
    if (form.isFaulty()) {
      show(council, form, model);
      return FormResponses.refused("engage/office-steps");
    }
    editing.run(
        null,
        step.minute(),
        () -> {
          steps.add(council.id(), step);
          return step;
        });
    return FormResponses.done(flash, pathOf(council), "engage.notice.resolved");
  }

  @PostMapping("/councils/{slug}/office/steps/{id}/end")
  ModelAndView end(
      @PathVariable String slug,
      @PathVariable long id,
      HttpServletRequest request,
      Model model,
      RedirectAttributes flash) {
    CouncilReference council = own(slug);
    Form form = Form.sent(request);
    String reason = form.required("end-reason", SENTENCE);
    if (form.isFaulty()) {
      show(council, form, model);
      return FormResponses.refused("engage/office-steps");
    }
    if (!editing.run(reason, null, () -> steps.end(council.id(), id, reason))) {
      throw new ForbiddenException("A council takes back what it recorded itself, and only that.");
    }
    return FormResponses.done(flash, pathOf(council), "engage.notice.ended");
  }

  @PostMapping("/councils/{slug}/office/delivery")
  ModelAndView deliver(
      @PathVariable String slug,
      HttpServletRequest request,
      Model model,
      RedirectAttributes flash) {
    CouncilReference council = councils.office(slug);
    Form form = Form.sent(request);
    String address = form.optional("post-address", SENTENCE);
    String mail = form.oneOf("mail", java.util.List.of("yes", "no"));
    if (form.isFaulty()) {
      show(council, form, model);
      return FormResponses.refused("engage/office-steps");
    }
    editing.run(
        null,
        null,
        () -> {
          steps.save(council.id(), address, "yes".equals(mail));
          return mail;
        });
    return FormResponses.done(flash, pathOf(council), "engage.notice.delivery");
  }

  private CouncilReference own(String slug) {
    CouncilReference council = councils.office(slug);
    if (!AccountPrincipal.get().actsFor(slug)) {
      throw new ForbiddenException("This is for those who act for " + council.name() + ".");
    }
    return council;
  }

  private static String pathOf(CouncilReference council) {
    return "/councils/" + council.slug() + "/office/steps";
  }
}
