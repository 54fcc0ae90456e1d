package org.greensward.status.agreement;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.greensward.error.NotFoundException;
import org.greensward.revision.WorkingDate;
import org.greensward.security.audit.AuditedTransaction;
import org.greensward.web.Form;
import org.greensward.web.FormResponses;
import org.greensward.web.Page;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /manage/agreements}: all agreements and what falls due; one of them, to be changed. */
@Page
class AgreementPages {
  private static final List<Integer> MONTHS = List.of(3, 6, 12, 24, 60);
  private static final int USUAL_MONTHS = 12;
  private static final int SENTENCE = 300;
  private static final int LIST = 20_000;

  private final AgreementRepository agreements;
  private final AgreementCoverageRepository covers;
  private final AgreementView view;
  private final AuditedTransaction editing;
  private final WorkingDate workingDate;

  AgreementPages(
      AgreementRepository agreements,
      AgreementCoverageRepository covers,
      AgreementView view,
      AuditedTransaction editing,
      WorkingDate workingDate) {
    this.agreements = agreements;
    this.covers = covers;
    this.view = view;
    this.editing = editing;
    this.workingDate = workingDate;
  }

  @GetMapping("/manage/agreements")
  String list(@RequestParam(defaultValue = "" + USUAL_MONTHS) String months, Model model) {
    LocalDate today = workingDate.today();
    int reach =
        MONTHS.stream()
            .filter(choice -> choice.toString().equals(months))
            .findFirst()
            .orElse(USUAL_MONTHS);
    model.addAttribute("reach", reach);
    model.addAttribute("choices", MONTHS);
    model.addAttribute("due", agreements.listDue(today, today.plusMonths(reach)));
    model.addAttribute("agreements", agreements.list(today));
    return "engage/agreements";
  }

  @GetMapping("/manage/agreements/{status}")
  String page(@PathVariable long status, HttpServletRequest request, Model model) {
    Agreement agreement = get(status);
    AgreementCoverage cover = view.cover(agreement);
    return show(agreement, cover, form(request, agreement, cover), model);
  }

  private static Form form(
      HttpServletRequest request, Agreement agreement, AgreementCoverage cover) {
    Map<String, Object> there = new HashMap<>();
    there.put("document", agreement.document());
    there.put("from", agreement.from());
    there.put("until", agreement.until());
    there.put("review-on", agreement.reviewOn());
    there.put("signed-on", agreement.signedOn());
    there.put("version", agreement.version());
    there.put("rule", cover.onlyThese() ? "only" : "all-but");
    there.put("in", String.join("\n", cover.parcelsIn()));
    there.put("out", String.join("\n", cover.parcelsOut()));
    Form form = Form.of(request, there);
    return form.values("type").isEmpty() ? form.putAll("type", List.copyOf(cover.types())) : form;
  }

  private String show(Agreement agreement, AgreementCoverage cover, Form form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("today", workingDate.today());
    view.fill(model, agreement, cover, workingDate.today());
    return "engage/agreement";
  }

  /** {@code do=show} counts what the form would cover and changes nothing. */
  @PostMapping("/manage/agreements/{status}")
  ModelAndView change(
      @PathVariable long status,
      HttpServletRequest request,
      Model model,
      RedirectAttributes flash) {
    Agreement agreement = get(status);
    Form form = Form.sent(request);
    AgreementTerms terms = AgreementTerms.of(form);
    AgreementCoverage cover = coverOf(form, agreement);
    boolean counting = form.value("do").equals("show");
    String reason = counting ? null : form.required("reason", SENTENCE);
    if (!form.isFaulty() && counting) {
      model.addAttribute("counted", true);
      return new ModelAndView(show(agreement, cover, form, model));
    }
    if (!form.isFaulty() && save(agreement, terms, cover, form.value("version"), reason)) {
      return FormResponses.done(flash, "/manage/agreements/" + status, "engage.notice.agreement");
    }
    if (!form.isFaulty()) {
      Agreement now = get(status);
      model.addAttribute("clash", now);
      form.refuse("document", "engage.clash").put("version", now.version());
    }
    show(agreement, cover, form, model);
    return FormResponses.refused("engage/agreement");
  }

  private boolean save(
      Agreement agreement,
      AgreementTerms terms,
      AgreementCoverage cover,
      String version,
      String reason) {
    return editing.run(
        reason,
        terms.document(),
        () -> {
          Optional<Long> saved = agreements.save(agreement.status(), terms, version);
          saved.ifPresent(id -> covers.save(id, cover.rows(view.codes())));
          return saved.isPresent();
        });
  }

  private AgreementCoverage coverOf(Form form, Agreement agreement) {
    String rule = form.oneOf("rule", List.of("all-but", "only"));
    AgreementCoverage cover =
        new AgreementCoverage(
            "only".equals(rule),
            new LinkedHashSet<>(form.values("type")),
            references(form, "in"),
            references(form, "out"));
    for (String field : List.of("in", "out")) {
      Set<String> named = field.equals("in") ? cover.parcelsIn() : cover.parcelsOut();
      Set<String> missing = covers.missing(agreement.councilId(), workingDate.today(), named);
      if (!missing.isEmpty()) {
        form.refuse(
            field, "engage.cover.no-parcel", String.join(", ", missing), agreement.council());
      }
    }
    if (cover.parcelsIn().stream().anyMatch(cover.parcelsOut()::contains)) {
      form.refuse("out", "engage.cover.both");
    }
    if (!cover.coversAnything()) {
      form.refuse("type", "engage.cover.nothing");
    }
    return cover;
  }

  private static Set<String> references(Form form, String field) {
    String typed = form.optional(field, LIST);
    Set<String> references = new LinkedHashSet<>();
    if (typed != null) {
      Arrays.stream(typed.split("[\\s,;]+")).filter(it -> !it.isEmpty()).forEach(references::add);
    }
    return references;
  }

  private Agreement get(long status) {
    return agreements
        .find(status)
        .orElseThrow(
            () -> new NotFoundException("There is no agreement with the number " + status + "."));
  }
}
