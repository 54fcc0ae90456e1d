package org.greensward.admin.row;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.greensward.admin.table.AdminTables;
import org.greensward.admin.table.RowQuery;
import org.greensward.admin.table.RowRepository;
import org.greensward.error.NotFoundException;
import org.greensward.layer.admin.AdminColumn;
import org.greensward.layer.admin.AdminField;
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

/** {@code /manage/{table}/new} and {@code /manage/{table}/{key}}: a row is added or changed. */
@Page
class RowPage {
  private final AdminTables tables;
  private final RowRepository rows;
  private final RowEditService editing;
  private final RowViews models;
  private final ConstraintViolationTranslator refusals;

  RowPage(
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

  @GetMapping("/manage/{name}/new")
  ModelAndView empty(@PathVariable String name, HttpServletRequest request) {
    AdminTable table = addable(name);
    Map<String, String> defaults = new HashMap<>();
    table
        .typed(true)
        .forEach(
            column -> {
              String asked = request.getParameter(RowQuery.FILTER + column.name());
              if (asked != null) {
                defaults.put(column.name(), asked);
              } else if (column.choices().contains("documented")) {
                defaults.put(column.name(), "documented");
              }
            });
    return models.adding(table, Form.of(request, defaults), HttpStatus.OK);
  }

  @PostMapping("/manage/{name}/new")
  ModelAndView add(
      @PathVariable String name, HttpServletRequest request, RedirectAttributes flash) {
    AdminTable table = addable(name);
    Form form = Form.sent(request);
    Map<String, String> values = RowForm.read(table, form, true);
    ChangeReason why = models.why(form);
    if (!form.isFaulty()) {
      try {
        String key = editing.add(table, values, why);
        return models.done(table, key, "manage.added", flash);
      } catch (DataAccessException e) {
        refusals.tell(e, table, form, values.keySet());
      }
    }
    return models.adding(table, form, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  @GetMapping("/manage/{name}/{key}")
  ModelAndView row(
      @PathVariable String name, @PathVariable String key, HttpServletRequest request) {
    AdminTable table = tables.get(name);
    AdminRow row = row(table, key);
    return models.row(table, row, Form.of(request, RowForm.shown(table, row)), HttpStatus.OK);
  }

  @PostMapping("/manage/{name}/{key}")
  ModelAndView change(
      @PathVariable String name,
      @PathVariable String key,
      HttpServletRequest request,
      RedirectAttributes flash) {
    AdminTable table = tables.get(name);
    if (!table.allowed().change()) {
      throw new NotFoundException("Rows of this table are not changed here.");
    }
    Form form = Form.sent(request);
    Map<String, String> mine = RowForm.read(table, form, false);
    Map<String, String> was = kept(table, form, RowForm.WAS);
    ChangeReason why = models.why(form);
    choose(form);
    if (!form.isFaulty()) {
      try {
        RowEditService.Outcome outcome =
            editing.change(table, key, mine, was, form.value(AdminForms.VERSION), why);
        if (outcome instanceof RowEditService.Outcome.Done done) {
          return models.done(
              table, done.key(), done.changed() ? "manage.changed" : "manage.same", flash);
        }
        return outcome instanceof RowEditService.Outcome.Clash clash
            ? models.clash(table, form, clash.now(), was, mine)
            : models.gone(table, key, mine, why);
      } catch (DataAccessException e) {
        refusals.tell(e, table, form, mine.keySet());
      }
    }
    return again(table, key, form, mine, why);
  }

  /** The page that was sent: the form, or the one of two versions. */
  private ModelAndView again(
      AdminTable table, String key, Form form, Map<String, String> mine, ChangeReason why) {
    if (!form.fields().contains(RowForm.CLASH)) {
      return rows.find(table, key)
          .map(row -> models.row(table, row, form, HttpStatus.UNPROCESSABLE_CONTENT))
          .orElseGet(() -> models.gone(table, key, mine, why));
    }
    return rows.find(table, key)
        .map(
            row ->
                models.clashAgain(
                    table,
                    form,
                    row,
                    kept(table, form, RowForm.FIRST),
                    kept(table, form, RowForm.WAS),
                    mine))
        .orElseGet(() -> models.gone(table, key, mine, why));
  }

  /** Fields that two people changed, each in their own way, wait for a choice. */
  private static void choose(Form form) {
    for (String name : form.value(RowForm.CLASH).split(",")) {
      String pick = RowForm.PICK + name;
      if (!name.isEmpty() && !Set.of("mine", "theirs").contains(form.value(pick))) {
        form.refuse(pick, "manage.clash.choose");
      }
    }
  }

  private static Map<String, String> kept(AdminTable table, Form form, String prefix) {
    Map<String, String> kept = new LinkedHashMap<>();
    Set<String> sent = form.fields().stream().collect(Collectors.toSet());
    for (AdminColumn column : table.typed(false)) {
      for (AdminField field : column.fields()) {
        if (sent.contains(prefix + field.name())) {
          kept.put(field.name(), form.value(prefix + field.name()));
        }
      }
    }
    return kept;
  }

  private AdminTable addable(String name) {
    AdminTable table = tables.get(name);
    if (!table.allowed().add()) {
      throw new NotFoundException("Rows of this table are not added by a form.");
    }
    return table;
  }

  private AdminRow row(AdminTable table, String key) {
    return rows.find(table, key).orElseThrow(() -> models.notThere(table));
  }
}
