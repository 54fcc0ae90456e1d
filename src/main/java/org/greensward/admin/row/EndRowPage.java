package org.greensward.admin.row;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.greensward.admin.table.AdminTables;
import org.greensward.admin.table.RowRepository;
import org.greensward.error.NotFoundException;
import org.greensward.layer.admin.AdminForms;
import org.greensward.layer.admin.AdminRow;
import org.greensward.layer.admin.AdminTable;
import org.greensward.layer.admin.ChangeReason;
import org.greensward.web.Form;
import org.greensward.web.Page;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /manage/{table}/{key}/end}: a row ends on a date, or is removed where it has none. */
@Page
class EndRowPage {
  static final String DATE = "end_date";

  private final AdminTables tables;
  private final RowRepository rows;
  private final RowEditService editing;
  private final RowViews models;
  private final ConstraintViolationTranslator refusals;

  EndRowPage(
      AdminTables tables,
      RowRepository rows,
      RowEditService editing,
      RowViews models,
      ConstraintViolationTranslator refusals) {
    this.tables = tables;
    this.rows = rows;
    this.editing = editing;
    this.models = models;
    this.refusals = refusals;
  }

  @GetMapping("/manage/{name}/{key}/end")
  ModelAndView ask(
      @PathVariable String name, @PathVariable String key, HttpServletRequest request) {
    AdminTable table = endable(name);
    AdminRow row = rows.find(table, key).orElseThrow(() -> models.notThere(table));
    Form form =
        Form.of(
            request, Map.of(AdminForms.VERSION, row.version(), DATE, String.valueOf(rows.today())));
    return models.ending(table, row, form, HttpStatus.OK);
  }

  @PostMapping("/manage/{name}/{key}/end")
  ModelAndView end(
      @PathVariable String name,
      @PathVariable String key,
      HttpServletRequest request,
      RedirectAttributes flash) {
    AdminTable table = endable(name);
    Form form = Form.sent(request);
    ChangeReason why = models.why(form);
    Optional<AdminRow> row = rows.find(table, key);
    if (row.isEmpty()) {
      return models.gone(table, key, Map.of(), why);
    }
    String date = date(table, row.get(), form);
    if (!form.isFaulty()) {
      try {
        RowEditService.Outcome outcome =
            editing.end(table, key, date, form.value(AdminForms.VERSION), why);
        if (outcome instanceof RowEditService.Outcome.Done) {
          boolean dated = table.ended() != null;
          return models.done(
              table, dated ? key : null, dated ? "manage.ended" : "manage.removed", flash);
        }
        return outcome instanceof RowEditService.Outcome.Clash clash
            ? changed(table, clash.now(), form)
            : models.gone(table, key, Map.of(), why);
      } catch (DataAccessException e) {
        refusals.tell(e, table, form, Set.of());
      }
    }
    return models.ending(table, row.get(), form, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  /** What it is now is shown; whoever sends it again has seen it. */
  private ModelAndView changed(AdminTable table, AdminRow now, Form form) {
    Form again =
        Form.showing(
            Map.of(
                AdminForms.VERSION,
                now.version(),
                DATE,
                form.value(DATE),
                ChangeReason.REASON,
                form.value(ChangeReason.REASON),
                ChangeReason.SOURCE,
                form.value(ChangeReason.SOURCE),
                ChangeReason.COUNCIL,
                form.value(ChangeReason.COUNCIL)));
    again.refuse(AdminForms.FORM, "manage.end.changed");
    return models.ending(table, now, again, HttpStatus.CONFLICT);
  }

  private static String date(AdminTable table, AdminRow row, Form form) {
    if (table.ended() == null) {
      return "";
    }
    LocalDate date = form.requiredDate(DATE);
    if (date == null) {
      return "";
    }
    String from = row.value(table.ended() + "_from");
    String until = row.value(table.ended() + "_until");
    if (!from.isEmpty() && date.toString().compareTo(from) <= 0) {
      form.refuse(DATE, "manage.refused.ends-first");
    } else if (!until.isEmpty() && date.toString().compareTo(until) > 0) {
      form.refuse(DATE, "manage.refused.ends-later", until);
    }
    return date.toString();
  }

  private AdminTable endable(String name) {
    AdminTable table = tables.get(name);
    if (!table.allowed().end()) {
      throw new NotFoundException("Rows of this table do not end here.");
    }
    return table;
  }
}
