package org.greensward.admin.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.greensward.admin.table.RowNames;
import org.greensward.layer.admin.RepresentedBodies;
import org.greensward.web.CsvTableWriter;
import org.greensward.web.Form;
import org.greensward.web.Page;
import org.greensward.web.SelectOption;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** {@code /manage/audit}: who changed what; {@code /manage/audit.csv}: the same as a file. */
@Page
class AuditPage {
  private static final int PAGE = 50;
  private static final int BATCH = 500;

  private final AuditQueries trail;
  private final RowNames names;
  private final RepresentedBodies bodies;

  AuditPage(AuditQueries trail, RowNames names, RepresentedBodies bodies) {
    this.trail = trail;
    this.names = names;
    this.bodies = bodies;
  }

  @GetMapping("/manage/audit")
  ModelAndView list(HttpServletRequest request) {
    Form form = Form.sent(request);
    AuditFilter filter = AuditFilter.of(form);
    List<AuditEntry> entries = form.isFaulty() ? List.of() : trail.list(filter, PAGE + 1);
    boolean more = entries.size() > PAGE;
    List<AuditEntry> shown = more ? entries.subList(0, PAGE) : entries;
    ModelAndView page =
        new ModelAndView(
            "manage-audit", form.isFaulty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    page.addObject("form", form);
    page.addObject("filter", filter);
    page.addObject("parameters", filter.parameters());
    page.addObject("entries", shown);
    page.addObject("next", more ? shown.get(PAGE - 1).id() : null);
    page.addObject("councils", bodies.list());
    page.addObject(
        "subjects",
        trail.subjects().stream().map(it -> new SelectOption(it, names.table(it))).toList());
    page.addObject("actions", AuditFilter.ACTIONS.stream().map(this::action).toList());
    return page;
  }

  private SelectOption action(String word) {
    return new SelectOption(word, names.text("manage.audit.action." + word));
  }

  /** Line by line, one a changed field, in batches: the trail grows for ever. */
  @GetMapping("/manage/audit.csv")
  void csv(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Form form = Form.sent(request);
    AuditFilter filter = AuditFilter.of(form);
    response.setContentType(CsvTableWriter.TYPE.toString());
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"");
    CsvTableWriter csv =
        new CsvTableWriter(
            "entry", "at", "who", "account", "address", "action", "table", "row", "name", "council",
            "field", "before", "after", "reason", "source");
    OutputStream out = response.getOutputStream();
    List<AuditEntry> entries;
    do {
      entries = trail.list(filter, BATCH);
      entries.forEach(entry -> write(entry, csv));
      out.write(csv.take());
      filter = entries.isEmpty() ? filter : filter.before(entries.get(entries.size() - 1).id());
    } while (entries.size() == BATCH);
    out.flush();
  }

  private void write(AuditEntry entry, CsvTableWriter csv) {
    List<AuditEntry.Difference> differences =
        entry.differences().isEmpty()
            ? List.of(new AuditEntry.Difference("", "", "", false))
            : entry.differences();
    for (AuditEntry.Difference it : differences) {
      csv.row(
          entry.id(),
          entry.at().toString(),
          entry.who(),
          entry.account(),
          entry.address(),
          entry.action(),
          entry.subject(),
          entry.rowKey(),
          entry.name(),
          entry.council(),
          it.field(),
          it.before(),
          it.shape() ? names.text("manage.audit.shape") : it.after(),
          entry.reason(),
          entry.source());
    }
  }
}
