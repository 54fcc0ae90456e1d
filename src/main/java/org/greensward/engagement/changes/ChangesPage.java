package org.greensward.engagement.changes;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.greensward.error.UserException;
import org.greensward.forum.MeetingRepository;
import org.greensward.revision.WorkingDate;
import org.greensward.security.audit.AuditedTransaction;
import org.greensward.web.AtDateResolver;
import org.greensward.web.Form;
import org.greensward.web.FormResponses;
import org.greensward.web.Page;
import org.greensward.web.SelectOption;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * {@code /manage/board/changes}: what changed since a meeting, on one page, for the advisory group
 * or for the parishes forum; and when they meet.
 */
@Page
class ChangesPage {
  private static final String GROUP = "advisory group";
  private static final String FORUM = "parishes forum";
  private static final int MONTHS_WITHOUT_MEETING = 3;

  private final ChangesRepository changes;
  private final MeetingRepository meetings;
  private final ChangesPdf pdf;
  private final AuditedTransaction editing;
  private final WorkingDate workingDate;
  private final AtDateResolver dates;

  ChangesPage(
      ChangesRepository changes,
      MeetingRepository meetings,
      ChangesPdf pdf,
      AuditedTransaction editing,
      WorkingDate workingDate,
      AtDateResolver dates) {
    this.changes = changes;
    this.meetings = meetings;
    this.pdf = pdf;
    this.editing = editing;
    this.workingDate = workingDate;
    this.dates = dates;
  }

  @GetMapping("/manage/board/changes")
  String page(
      @RequestParam(defaultValue = "") String since,
      @RequestParam(name = "for", defaultValue = "") String readers,
      HttpServletRequest request,
      Model model) {
    boolean forum = isForum(readers);
    return show(since(since, forum), forum, Form.of(request, Map.of()), model);
  }

  private String show(LocalDate since, boolean forum, Form form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("changes", changes.since(since, workingDate.today(), forum));
    model.addAttribute("meetings", meetings.list());
    model.addAttribute("forums", meetings.listForums());
    model.addAttribute("readers", forum ? "parishes-forum" : "advisory-group");
    return "engage/changes";
  }

  @GetMapping("/manage/board/changes.pdf")
  ResponseEntity<byte[]> print(
      @RequestParam(defaultValue = "") String since,
      @RequestParam(name = "for", defaultValue = "") String readers) {
    boolean forum = isForum(readers);
    LocalDate from = since(since, forum);
    String name = "changes-since-" + from + (forum ? "-parishes-forum" : "-advisory-group");
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(name + ".pdf").build().toString())
        .body(pdf.of(changes.since(from, workingDate.today(), forum)));
  }

  private static boolean isForum(String readers) {
    return readers.equals("parishes-forum");
  }

  /** The day that is asked for, else the last meeting's. */
  private LocalDate since(String asked, boolean forum) {
    LocalDate today = workingDate.today();
    if (asked.isBlank()) {
      return meetings
          .findLast(forum ? FORUM : GROUP, today)
          .orElse(today.minusMonths(MONTHS_WITHOUT_MEETING));
    }
    LocalDate since = dates.of(asked);
    if (!since.isBefore(today)) {
      throw new UserException("since=" + since + " is not before today, " + today + ".");
    }
    return since;
  }

  @PostMapping("/manage/board/meetings")
  ModelAndView add(HttpServletRequest request, Model model, RedirectAttributes flash) {
    Form form = Form.sent(request);
    List<String> known = meetings.listForums().stream().map(SelectOption::value).toList();
    String forum = form.oneOf("forum", known);
    LocalDate day = form.requiredDate("day");
    if (form.isFaulty()) {
      show(since("", false), false, form, model);
      return FormResponses.refused("engage/changes");
    }
    editing.run(
        null,
        null,
        () -> {
          meetings.add(Long.parseLong(forum), day);
          return day;
        });
    return FormResponses.done(flash, "/manage/board/changes", "engage.notice.meeting");
  }

  @PostMapping("/manage/board/meetings/{id}/remove")
  ModelAndView remove(@PathVariable long id, RedirectAttributes flash) {
    editing.run(
        null,
        null,
        () -> {
          meetings.remove(id);
          return id;
        });
    return FormResponses.done(flash, "/manage/board/changes", "engage.notice.meeting-removed");
  }
}
