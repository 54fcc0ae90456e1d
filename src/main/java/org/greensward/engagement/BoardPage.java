package org.greensward.engagement;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.greensward.council.CouncilAccess;
import org.greensward.council.CouncilReference;
import org.greensward.revision.WorkingDate;
import org.greensward.security.audit.AuditedTransaction;
import org.greensward.web.Form;
import org.greensward.web.FormResponses;
import org.greensward.web.Page;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /manage/board}: all councils by step, and a step recorded for several at once. */
@Page
class BoardPage {
  private final BoardRepository board;
  private final StepRepository steps;
  private final CouncilAccess councils;
  private final AuditedTransaction editing;
  private final WorkingDate workingDate;
  private final MessageSource messages;

  BoardPage(
      BoardRepository board,
      StepRepository steps,
      CouncilAccess councils,
      AuditedTransaction editing,
      WorkingDate workingDate,
      MessageSource messages) {
    this.board = board;
    this.steps = steps;
    this.councils = councils;
    this.editing = editing;
    this.workingDate = workingDate;
    this.messages = messages;
  }

  @ModelAttribute("filter")
  BoardFilter filter(
      @RequestParam(defaultValue = "") String status,
      @RequestParam(defaultValue = "") String forum,
      @RequestParam(name = "at-step", defaultValue = "") String atStep,
      @RequestParam(defaultValue = "name") String sort,
      @RequestParam(defaultValue = "") String view) {
    return new BoardFilter(status, forum, atStep, sort, view);
  }

  @GetMapping("/manage/board")
  String page(
      @ModelAttribute("filter") BoardFilter filter, HttpServletRequest request, Model model) {
    LocalDate today = workingDate.today();
    return show(filter, Form.of(request, Map.of("day", today)), model);
  }

  private String show(BoardFilter filter, Form form, Model model) {
    LocalDate today = workingDate.today();
    List<BoardCard> cards = board.list(today, filter);
    model.addAttribute("form", form);
    model.addAttribute("today", today);
    model.addAttribute("cards", cards);
    model.addAttribute("columns", BoardRepository.byStep(cards));
    model.addAttribute("overdue", cards.stream().filter(BoardCard::overdue).count());
    model.addAttribute("forums", councils.listForums());
    model.addAttribute("steps", EngagementSteps.options(EngagementSteps.ALL, messages));
    return "engage/board";
  }

  /** One step for all councils that are ticked: for all of them, or for none. */
  @PostMapping("/manage/board/steps")
  ModelAndView record(
      @ModelAttribute("filter") BoardFilter filter,
      HttpServletRequest request,
      Model model,
      RedirectAttributes flash) {
    Form form = Form.sent(request);
    NewStep step = NewStep.of(form, workingDate.today(), null);
    List<CouncilReference> chosen = councils.chosen(form, "council");
    if (form.isFaulty()) {
      BoardFilter list =
          new BoardFilter(filter.status(), filter.forum(), filter.step(), filter.sort(), "list");
      model.addAttribute("filter", list);
      show(list, form, model);
      return FormResponses.refused("engage/board");
    }
    editing.run(
        null,
        step.document(),
        () -> {
          chosen.forEach(council -> steps.add(council.id(), step));
          return chosen.size();
        });
    return FormResponses.done(
        flash, "/manage/board?view=list", "engage.notice.recorded", chosen.size());
  }
}
