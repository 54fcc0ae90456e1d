package org.greensward.engagement;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.greensward.council.CouncilAccess;
import org.greensward.council.CouncilReference;
import org.greensward.error.NotFoundException;
import org.greensward.revision.WorkingDate;
import org.greensward.security.audit.AuditedTransaction;
import org.greensward.web.Form;
import org.greensward.web.FormResponses;
import org.greensward.web.Page;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /manage/board/{slug}}: the steps of one council, and its plan. */
@Page
class CouncilStepsPage {
  private static final int SENTENCE = 300;
  private static final int TITLE = 100;
  private static final int TEXT = 2000;

  private final StepRepository steps;
  private final CouncilAccess councils;
  private final AuditedTransaction editing;
  private final WorkingDate workingDate;
  private final MessageSource messages;

  CouncilStepsPage(
      StepRepository steps,
      CouncilAccess councils,
      AuditedTransaction editing,
      WorkingDate workingDate,
      MessageSource messages) {
    this.steps = steps;
    this.councils = councils;
    this.editing = editing;
    this.workingDate = workingDate;
    this.messages = messages;
  }

  @GetMapping("/manage/board/{slug}")
  String page(@PathVariable String slug, HttpServletRequest request, Model model) {
    CouncilReference council = councils.get(slug);
    Map<String, Object> there = new HashMap<>(StepForms.of(steps.plan(council.id())));
    there.put("day", workingDate.today());
    return show(council, Form.of(request, there), model);
  }

  private String show(CouncilReference council, Form form, Model model) {
    model.addAttribute("council", council);
    model.addAttribute("form", form);
    model.addAttribute("today", workingDate.today());
    model.addAttribute("recorded", steps.list(council.id()));
    model.addAttribute("plan", steps.plan(council.id()));
    model.addAttribute("delivery", steps.delivery(council.id()));
    model.addAttribute("steps", EngagementSteps.options(EngagementSteps.ALL, messages));
    model.addAttribute("planned", EngagementSteps.options(EngagementSteps.PLANNED, messages));
    return "engage/council";
  }

  @PostMapping("/manage/board/{slug}/steps")
  ModelAndView record(
      @PathVariable String slug,
      HttpServletRequest request,
      Model model,
      RedirectAttributes flash) {
    CouncilReference council = councils.get(slug);
    Form form = Form.sent(request);
    NewStep step = NewStep.of(form, workingDate.today(), null);
    if (form.isFaulty()) {
      show(council, withPlan(form, council), model);
      return FormResponses.refused("engage/council");
    }
    write(council, step, null);
    return FormResponses.done(flash, pathOf(council), "engage.notice.recorded", 1);
  }

  /** The page has two forms: the one that was not sent shows what is there. */
  private Form withPlan(Form form, CouncilReference council) {
    StepForms.of(steps.plan(council.id()))
        .forEach((field, value) -> form.fill(field, value == null ? "" : value.toString()));
    return form;
  }

  @PostMapping("/manage/board/{slug}/plan")
  ModelAndView plan(
      @PathVariable String slug,
      HttpServletRequest request,
      Model model,
      RedirectAttributes flash) {
    CouncilReference council = councils.get(slug);
    Form form = Form.sent(request);
    EngagementPlan plan = planOf(form);
    boolean saved =
        !form.isFaulty() && editing.run(null, null, () -> steps.save(council.id(), plan));
    if (saved) {
      return FormResponses.done(flash, pathOf(council), "engage.notice.planned");
    }
    if (!form.isFaulty()) {
      model.addAttribute("clash", steps.plan(council.id()));
      form.refuse("next", "engage.clash");
      form.put("version", steps.plan(council.id()).version());
    }
    form.fill("day", workingDate.today().toString());
    show(council, form, model);
    return FormResponses.refused("engage/council");
  }

  private static EngagementPlan planOf(Form form) {
    String next = form.value("next").isEmpty() ? null : form.oneOf("next", EngagementSteps.PLANNED);
    LocalDate date = form.optionalDate("next-date");
    if (next == null && date != null) {
      form.refuse("next", "engage.next.without-step");
    }
    return new EngagementPlan(
        next,
        date,
        roleOf(form, "point-authority"),
        roleOf(form, "point-council"),
        form.optional("note", TEXT),
        form.value("version"));
  }

  private static String roleOf(Form form, String field) {
    if (form.value(field).contains("@")) {
      form.refuse(field, "engage.point.role");
    }
    return form.optional(field, TITLE);
  }

  @GetMapping("/manage/board/{slug}/steps/{id}")
  String correction(
      @PathVariable String slug, @PathVariable long id, HttpServletRequest request, Model model) {
    CouncilReference council = councils.get(slug);
    RecordedStep step = standing(council, id);
    return showStep(council, step, Form.of(request, StepForms.of(step)), model);
  }

  private String showStep(CouncilReference council, RecordedStep step, Form form, Model model) {
    model.addAttribute("council", council);
    model.addAttribute("step", step);
    model.addAttribute("form", form);
    model.addAttribute("steps", EngagementSteps.options(EngagementSteps.ALL, messages));
    return "engage/step";
  }

  @PostMapping("/manage/board/{slug}/steps/{id}")
  ModelAndView correct(
      @PathVariable String slug,
      @PathVariable long id,
      HttpServletRequest request,
      Model model,
      RedirectAttributes flash) {
    CouncilReference council = councils.get(slug);
    RecordedStep step = standing(council, id);
    Form form = Form.sent(request);
    NewStep correction = NewStep.of(form, workingDate.today(), id);
    String reason = form.required("reason", SENTENCE);
    if (form.isFaulty()) {
      showStep(council, step, form, model);
      return FormResponses.refused("engage/step");
    }
    write(council, correction, reason);
    return FormResponses.done(flash, pathOf(council), "engage.notice.corrected");
  }

  @PostMapping("/manage/board/{slug}/steps/{id}/end")
  ModelAndView end(
      @PathVariable String slug,
      @PathVariable long id,
      HttpServletRequest request,
      Model model,
      RedirectAttributes flash) {
    CouncilReference council = councils.get(slug);
    RecordedStep step = standing(council, id);
    Form form = Form.sent(request);
    String reason = form.required("end-reason", SENTENCE);
    if (form.isFaulty()) {
      StepForms.of(step)
          .forEach((field, value) -> form.fill(field, value == null ? "" : value.toString()));
      showStep(council, step, form, model);
      return FormResponses.refused("engage/step");
    }
    editing.run(reason, null, () -> steps.end(council.id(), id, reason));
    return FormResponses.done(flash, pathOf(council), "engage.notice.ended");
  }

  private RecordedStep standing(CouncilReference council, long id) {
    return steps
        .findStanding(council.id(), id)
        .orElseThrow(
            () ->
                new NotFoundException(
                    "There is no step with the number "
                        + id
                        + " on record for "
                        + council.name()
                        + " that still holds."));
  }

  private void write(CouncilReference council, NewStep step, String reason) {
    editing.run(
        reason,
        step.document(),
        () -> {
          steps.add(council.id(), step);
          return step;
        });
  }

  private static String pathOf(CouncilReference council) {
    return "/manage/board/" + council.slug();
  }
}
