package org.greensward.engagement.letter;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greensward.council.CouncilAccess;
import org.greensward.council.CouncilReference;
import org.greensward.engagement.BoardCard;
import org.greensward.engagement.BoardFilter;
import org.greensward.engagement.BoardRepository;
import org.greensward.engagement.EngagementSteps;
import org.greensward.engagement.NewStep;
import org.greensward.engagement.StepRepository;
import org.greensward.revision.WorkingDate;
import org.greensward.security.audit.AuditedTransaction;
import org.greensward.web.Form;
import org.greensward.web.FormResponses;
import org.greensward.web.Page;
import org.greensward.web.SelectOption;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /manage/letters}: letters for chosen councils, and the step that they are noted as. */
@Page
class LettersPage {
  private static final List<String> RECORDED = List.of("told", "maps", "figures");

  private final LetterTemplateRepository templates;
  private final MergeFields values;
  private final LetterFiles files;
  private final BoardRepository board;
  private final StepRepository steps;
  private final CouncilAccess councils;
  private final AuditedTransaction editing;
  private final WorkingDate workingDate;
  private final MessageSource messages;

  LettersPage(
      LetterTemplateRepository templates,
      MergeFields values,
      LetterFiles files,
      BoardRepository board,
      StepRepository steps,
      CouncilAccess councils,
      AuditedTransaction editing,
      WorkingDate workingDate,
      MessageSource messages) {
    this.templates = templates;
    this.values = values;
    this.files = files;
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
      @RequestParam(name = "at-step", defaultValue = "") String atStep) {
    return new BoardFilter(status, forum, atStep, "name", "");
  }

  /** Those that a filter lets through are ticked already. */
  @GetMapping("/manage/letters")
  String page(
      @ModelAttribute("filter") BoardFilter filter, HttpServletRequest request, Model model) {
    Map<String, Object> there = new HashMap<>();
    there.put("day", workingDate.today());
    there.put("as", "zip");
    Form form = Form.of(request, there);
    List<BoardCard> cards = board.list(workingDate.today(), filter);
    if (filter.narrows()) {
      form.putAll("council", cards.stream().map(BoardCard::slug).toList());
    }
    return show(cards, form, model);
  }

  private String show(List<BoardCard> cards, Form form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("cards", cards);
    model.addAttribute("forums", councils.listForums());
    model.addAttribute("templates", templates.list());
    model.addAttribute("templateOptions", templateOptions());
    model.addAttribute("steps", EngagementSteps.options(RECORDED, messages));
    return "engage/letters";
  }

  private List<SelectOption> templateOptions() {
    return templates.list().stream()
        .map(template -> new SelectOption(String.valueOf(template.id()), template.name()))
        .toList();
  }

  /** The letters as a file. The step and the file are made together, or neither. */
  @PostMapping("/manage/letters")
  Object make(
      @ModelAttribute("filter") BoardFilter filter, HttpServletRequest request, Model model) {
    Form form = Form.sent(request);
    List<CouncilReference> chosen = councils.chosen(form, "council");
    String template =
        form.oneOf("template", templateOptions().stream().map(SelectOption::value).toList());
    LocalDate day = form.requiredDate("day");
    String kind = form.oneOf("as", LetterFiles.KINDS);
    String recorded = form.value("record").isEmpty() ? null : form.oneOf("record", RECORDED);
    if (recorded != null && day != null && day.isAfter(workingDate.today())) {
      form.refuse("day", "engage.day.future");
    }
    if (form.isFaulty()) {
      show(board.list(workingDate.today(), filter), form, model);
      return FormResponses.refused("engage/letters");
    }
    LetterTemplate letter = templates.find(Long.parseLong(template)).orElseThrow();
    LetterFiles.Made made =
        editing.run(null, letter.name(), () -> made(chosen, letter, day, kind, recorded));
    return ResponseEntity.ok()
        .contentType(made.type())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(made.name()).build().toString())
        .body(made.bytes());
  }

  private LetterFiles.Made made(
      List<CouncilReference> chosen,
      LetterTemplate letter,
      LocalDate day,
      String kind,
      String recorded) {
    if (recorded != null) {
      String words =
          messages.getMessage(
              "engage.letter.words", new Object[] {letter.name()}, java.util.Locale.UK);
      NewStep step = new NewStep(recorded, day, words, null, letter.name(), null);
      chosen.forEach(council -> steps.add(council.id(), step));
    }
    return files.make(
        kind, letter, values.of(chosen.stream().map(CouncilReference::id).toList(), day));
  }
}
