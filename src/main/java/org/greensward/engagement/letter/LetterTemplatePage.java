package org.greensward.engagement.letter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greensward.engagement.BoardCard;
import org.greensward.engagement.BoardFilter;
import org.greensward.engagement.BoardRepository;
import org.greensward.engagement.letter.MergeFields.Addressee;
import org.greensward.error.NotFoundException;
import org.greensward.revision.WorkingDate;
import org.greensward.security.audit.AuditedTransaction;
import org.greensward.web.Form;
import org.greensward.web.FormResponses;
import org.greensward.web.Page;
import org.greensward.web.SelectOption;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /manage/letters/templates/...}: a template, and how it reads for one council. */
@Page
class LetterTemplatePage {
  private static final long NEW = 0;
  private static final int NAME = 80;
  private static final int SUBJECT = 200;
  private static final int BODY = 8000;

  private final LetterTemplateRepository templates;
  private final MergeFields values;
  private final BoardRepository board;
  private final AuditedTransaction editing;
  private final WorkingDate workingDate;

  LetterTemplatePage(
      LetterTemplateRepository templates,
      MergeFields values,
      BoardRepository board,
      AuditedTransaction editing,
      WorkingDate workingDate) {
    this.templates = templates;
    this.values = values;
    this.board = board;
    this.editing = editing;
    this.workingDate = workingDate;
  }

  @GetMapping("/manage/letters/templates/new")
  String begin(HttpServletRequest request, Model model) {
    return show(NEW, Form.of(request, Map.of()), model);
  }

  @GetMapping("/manage/letters/templates/{id}")
  String page(@PathVariable long id, HttpServletRequest request, Model model) {
    return show(id, Form.of(request, there(get(id))), model);
  }

  private static Map<String, Object> there(LetterTemplate template) {
    Map<String, Object> there = new HashMap<>();
    there.put("name", template.name());
    there.put("subject", template.subject());
    there.put("body", template.body());
    there.put("version", template.version());
    return there;
  }

  private String show(long id, Form form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("id", id);
    model.addAttribute("places", Placeholders.KNOWN);
    model.addAttribute(
        "councils",
        cards().stream().map(card -> new SelectOption(card.slug(), card.name())).toList());
    return "engage/template";
  }

  private List<BoardCard> cards() {
    return board.list(workingDate.today(), BoardFilter.all());
  }

  @PostMapping("/manage/letters/templates/{id}")
  ModelAndView save(
      @PathVariable String id, HttpServletRequest request, Model model, RedirectAttributes flash) {
    long number = id.equals("new") ? NEW : get(number(id)).id();
    Form form = Form.sent(request);
    LetterTemplate typed = read(form, number);
    if (form.value("do").equals("preview") && !form.isFaulty()) {
      preview(form, typed, model);
    } else if (!form.isFaulty() && write(form, typed, model)) {
      return FormResponses.done(flash, "/manage/letters", "engage.notice.template");
    }
    show(number, form, model);
    return form.isFaulty()
        ? FormResponses.refused("engage/template")
        : new ModelAndView("engage/template");
  }

  private LetterTemplate read(Form form, long id) {
    String name = form.required("name", NAME);
    String subject = form.required("subject", SUBJECT);
    String body = form.required("body", BODY);
    if (form.value("subject").contains("\n")) {
      form.refuse("subject", "engage.subject.line");
    }
    Placeholders.check(form, "subject");
    Placeholders.check(form, "body");
    if (name != null && templates.isTaken(name, id)) {
      form.refuse("name", "engage.template.taken", name);
    }
    return new LetterTemplate(id, name, subject, body, form.value("version"));
  }

  private boolean write(Form form, LetterTemplate typed, Model model) {
    boolean saved =
        editing.run(
            null,
            null,
            () ->
                typed.id() == NEW
                    ? templates.add(typed.name(), typed.subject(), typed.body()) > 0
                    : templates.save(typed));
    if (!saved) {
      LetterTemplate now = get(typed.id());
      model.addAttribute("clash", now);
      form.refuse("body", "engage.clash").put("version", now.version());
    }
    return saved;
  }

  private void preview(Form form, LetterTemplate typed, Model model) {
    List<BoardCard> cards = cards();
    cards.stream()
        .filter(card -> card.slug().equals(form.value("with")))
        .findFirst()
        .or(() -> cards.stream().findFirst())
        .ifPresent(
            card -> {
              Addressee to = values.of(List.of(card.id()), workingDate.today()).get(0);
              model.addAttribute("previewOf", to.name());
              model.addAttribute("previewSubject", Placeholders.fill(typed.subject(), to.values()));
              model.addAttribute("previewBody", Placeholders.fill(typed.body(), to.values()));
            });
  }

  @PostMapping("/manage/letters/templates/{id}/end")
  ModelAndView end(@PathVariable long id, RedirectAttributes flash) {
    LetterTemplate template = get(id);
    editing.run(
        null,
        null,
        () -> {
          templates.end(id);
          return id;
        });
    return FormResponses.done(
        flash, "/manage/letters", "engage.notice.template-ended", template.name());
  }

  private static long number(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException e) {
      throw new NotFoundException("There is no template with the number " + id + ".");
    }
  }

  private LetterTemplate get(long id) {
    return templates
        .find(id)
        .orElseThrow(
            () -> new NotFoundException("There is no template with the number " + id + "."));
  }
}
