package org.greensward.status;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.greensward.authority.AuthorityAdminTables;
import org.greensward.council.CouncilAdminTables;
import org.greensward.error.NotFoundException;
import org.greensward.layer.Basis;
import org.greensward.layer.admin.AdminForms;
import org.greensward.layer.admin.AdminRow;
import org.greensward.layer.admin.ChangeReason;
import org.greensward.revision.WorkingDate;
import org.greensward.web.DateFormats;
import org.greensward.web.Form;
import org.greensward.web.Page;
import org.greensward.web.Redirects;
import org.greensward.web.SelectOption;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * {@code /manage/council/{id}/status}: what a council's status is, claimed anew, at once or from a
 * date of publication; {@code /manage/status/{id}/end}: from when on nothing is claimed.
 */
@Page
class StatusPage {
  private static final int LONG = 1000;
  private static final String TABLE = "status";

  private final StatusClaimRepository claims;
  private final AdminForms forms;
  private final WorkingDate workingDate;
  private final MessageSource messages;

  StatusPage(
      StatusClaimRepository claims,
      AdminForms forms,
      WorkingDate workingDate,
      MessageSource messages) {
    this.claims = claims;
    this.forms = forms;
    this.workingDate = workingDate;
    this.messages = messages;
  }

  /** The council comes first; the form's own address names it, so that it is found again. */
  @GetMapping("/manage/status/new")
  ModelAndView choose(@RequestParam(defaultValue = "") String council) {
    if (!council.isEmpty()) {
      return new ModelAndView("redirect:/manage/council/" + councilId(council) + "/status");
    }
    ModelAndView choose = new ModelAndView("manage-status-council");
    choose.addObject("councils", forms.options(CouncilAdminTables.COUNCIL));
    return choose;
  }

  @GetMapping("/manage/council/{council}/status")
  ModelAndView ask(@PathVariable String council, HttpServletRequest request) {
    long id = councilId(council);
    Map<String, String> there =
        Map.of("basis", "documented", "publish", "now", AdminForms.VERSION, claims.version(id));
    return page(id, Form.of(request, there), null, HttpStatus.OK);
  }

  @PostMapping("/manage/council/{council}/status")
  ModelAndView claim(
      @PathVariable("council") String id, HttpServletRequest request, RedirectAttributes flash) {
    Form form = Form.sent(request);
    long council = councilId(id);
    ChangeReason why = forms.reason(form);
    String status = form.oneOf("status", DevolutionStatus.codes());
    LocalDate from = form.requiredDate("from");
    NewStatusClaim claim =
        new NewStatusClaim(
            council,
            service(form),
            status,
            from,
            until(form, from),
            arrangement(form, status),
            form.oneOf("basis", Basis.ofFacts()),
            form.optional("source", LONG),
            form.optional("note", LONG),
            publishedFrom(form));
    return save(claim, null, form, why, flash);
  }

  @GetMapping("/manage/status/{id}/end")
  ModelAndView askEnd(@PathVariable String id, HttpServletRequest request) {
    AdminRow row = forms.row(TABLE, id);
    long council = councilId(row.value("council_id"));
    Map<String, String> there =
        Map.of(
            "from",
            String.valueOf(workingDate.today()),
            "publish",
            "now",
            AdminForms.VERSION,
            claims.version(council));
    return page(council, Form.of(request, there), row, HttpStatus.OK);
  }

  /** Nothing is claimed from a date on, up to where the claim ends. */
  @PostMapping("/manage/status/{id}/end")
  ModelAndView end(@PathVariable String id, HttpServletRequest request, RedirectAttributes flash) {
    Form form = Form.sent(request);
    AdminRow row = forms.row(TABLE, id);
    ChangeReason why = forms.reason(form);
    LocalDate from = form.requiredDate("from");
    String first = row.value("valid_from");
    String last = row.value("valid_until");
    if (from != null && !first.isEmpty() && from.toString().compareTo(first) < 0
        || from != null && !last.isEmpty() && from.toString().compareTo(last) >= 0) {
      form.refuse("from", "manage.refused.not-in-claim");
    }
    NewStatusClaim nothing =
        new NewStatusClaim(
            councilId(row.value("council_id")),
            Long.parseLong(row.value("service_id")),
            null,
            from,
            last.isEmpty() ? null : LocalDate.parse(last),
            null,
            null,
            null,
            null,
            publishedFrom(form));
    return save(nothing, row, form, why, flash);
  }

  private ModelAndView save(
      NewStatusClaim claim, AdminRow ended, Form form, ChangeReason why, RedirectAttributes flash) {
    if (!form.isFaulty()) {
      try {
        if (claims.claim(claim, form.value(AdminForms.VERSION), why)) {
          flash.addFlashAttribute(
              "notice", claim.publishedFrom() == null ? "manage.claimed" : "manage.claimed.later");
          return new ModelAndView(
              Redirects.view("/manage/status?is_council_id=" + claim.council()));
        }
        return page(
            claim.council(), changedMeanwhile(form, claim.council()), ended, HttpStatus.CONFLICT);
      } catch (DataAccessException e) {
        forms.refuse(e, TABLE, form);
      }
    }
    return page(claim.council(), form, ended, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  /** The same as typed, with the claims as they are now; whoever sends it again has seen them. */
  private Form changedMeanwhile(Form form, long council) {
    Map<String, Object> typed =
        form.fields().stream().collect(Collectors.toMap(name -> name, form::value));
    typed.put(AdminForms.VERSION, claims.version(council));
    return Form.showing(typed).refuse(AdminForms.FORM, "manage.status.changed");
  }

  private ModelAndView page(long council, Form form, AdminRow ended, HttpStatus status) {
    ModelAndView page = new ModelAndView("manage-status", status);
    List<StatusClaimRepository.Claim> all = claims.list(council, workingDate.today());
    page.addObject("form", form);
    page.addObject("ended", ended);
    page.addObject("council", council);
    page.addObject("councils", forms.options(CouncilAdminTables.COUNCIL));
    page.addObject(
        "name",
        forms.options(CouncilAdminTables.COUNCIL).stream()
            .filter(it -> it.value().equals(String.valueOf(council)))
            .map(SelectOption::text)
            .findFirst()
            .orElseThrow(() -> new NotFoundException("There is no council of that number.")));
    page.addObject("claims", all);
    page.addObject("told", told(all, "public"));
    page.addObject("confidential", told(all, "confidential"));
    page.addObject("today", workingDate.today());
    page.addObject("services", forms.options(AuthorityAdminTables.SERVICE));
    page.addObject("statuses", forms.choices(DevolutionStatus.codes()));
    page.addObject("arrangements", forms.choices(Arrangement.codes()));
    page.addObject("bases", forms.choices(Basis.ofFacts()));
    page.addObject(
        "publications",
        List.of(
            new SelectOption("now", text("manage.publish.now")),
            new SelectOption("later", text("manage.publish.later"))));
    return page;
  }

  private static List<StatusClaimRepository.Claim> told(
      List<StatusClaimRepository.Claim> all, String shown) {
    return all.stream()
        .filter(it -> it.shown().equals(shown) && (it.now() || shown.equals("confidential")))
        .toList();
  }

  private String text(String key) {
    return messages.getMessage(key, null, Locale.UK);
  }

  private long service(Form form) {
    List<String> services =
        forms.options(AuthorityAdminTables.SERVICE).stream().map(SelectOption::value).toList();
    String chosen = services.size() == 1 ? services.get(0) : form.oneOf("service", services);
    return chosen == null ? 0 : Long.parseLong(chosen);
  }

  private static LocalDate until(Form form, LocalDate from) {
    LocalDate until = form.optionalDate("until");
    if (from != null && until != null && !until.isAfter(from)) {
      form.refuse("until", "manage.refused.ends-first");
    }
    return until;
  }

  private static String arrangement(Form form, String status) {
    if (form.value("arrangement").isEmpty()) {
      return null;
    }
    String arrangement = form.oneOf("arrangement", Arrangement.codes());
    if (status != null && !DevolutionStatus.DEVOLVED.is(status)) {
      form.refuse("arrangement", "manage.refused.arrangement");
    }
    return arrangement;
  }

  /** By the clock, whatever the working date is. */
  private static Instant publishedFrom(Form form) {
    String when = form.oneOf("publish", List.of("now", "later"));
    if (!"later".equals(when)) {
      return null;
    }
    LocalDate date = form.requiredDate("publish_date");
    if (date != null && !date.isAfter(LocalDate.now(DateFormats.LONDON))) {
      form.refuse("publish_date", "manage.refused.publish-past");
    }
    return date == null ? null : DateFormats.instantOf(date, LocalTime.MIDNIGHT);
  }

  private static long councilId(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw new NotFoundException("There is no council of that number.");
    }
    return Long.parseLong(text);
  }
}
