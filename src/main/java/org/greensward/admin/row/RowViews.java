package org.greensward.admin.row;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greensward.admin.table.TableLabels;
import org.greensward.error.NotFoundException;
import org.greensward.layer.admin.AdminColumn;
import org.greensward.layer.admin.AdminField;
import org.greensward.layer.admin.AdminRow;
import org.greensward.layer.admin.AdminTable;
import org.greensward.layer.admin.ChangeReason;
import org.greensward.layer.admin.ColumnKind;
import org.greensward.layer.admin.RepresentedBodies;
import org.greensward.web.Form;
import org.greensward.web.Redirects;
import org.greensward.web.SelectOption;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** What the templates of a row are given. */
@Component
class RowViews {
  private final TableLabels words;
  private final RowFields fields;
  private final RepresentedBodies bodies;
  private final LastChangeRepository lastChange;

  RowViews(
      TableLabels words,
      RowFields fields,
      RepresentedBodies bodies,
      LastChangeRepository lastChange) {
    this.words = words;
    this.fields = fields;
    this.bodies = bodies;
    this.lastChange = lastChange;
  }

  ChangeReason why(Form form) {
    return ChangeReason.read(form, bodies.list());
  }

  ModelAndView adding(AdminTable table, Form form, HttpStatus status) {
    ModelAndView page = page("manage-row", table, form, status);
    page.addObject("fields", fields.typed(table, true));
    page.addObject("facts", List.of());
    return page;
  }

  ModelAndView row(AdminTable table, AdminRow row, Form form, HttpStatus status) {
    ModelAndView page = page("manage-row", table, form, status);
    page.addObject("row", row);
    page.addObject("name", name(table, row));
    page.addObject("fields", table.allowed().change() ? fields.typed(table, false) : List.of());
    page.addObject("facts", fields.facts(table, row));
    page.addObject("links", RowLinks.of(table, row));
    return page;
  }

  /** 409: somebody else has changed the row since it was opened. */
  ModelAndView clash(
      AdminTable table,
      Form typed,
      AdminRow now,
      Map<String, String> was,
      Map<String, String> mine) {
    Map<String, String> first = new LinkedHashMap<>(mine);
    first.putAll(was);
    Form form = EditConflict.form(table, typed, now, first, mine);
    return clash(
        table,
        form,
        now,
        EditConflict.of(table, fields, first, now.values(), mine),
        HttpStatus.CONFLICT);
  }

  /** The same page, sent with a fault in it. */
  ModelAndView clashAgain(
      AdminTable table,
      Form form,
      AdminRow now,
      Map<String, String> first,
      Map<String, String> theirs,
      Map<String, String> mine) {
    Map<String, String> opened = new LinkedHashMap<>(mine);
    opened.putAll(first);
    Map<String, String> saved = new LinkedHashMap<>(mine);
    saved.putAll(theirs);
    EditConflict clash = EditConflict.of(table, fields, opened, saved, mine);
    return clash(table, form, now, clash, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private ModelAndView clash(
      AdminTable table, Form form, AdminRow now, EditConflict clash, HttpStatus status) {
    ModelAndView page = page("manage-clash", table, form, status);
    page.addObject("row", now);
    page.addObject("name", name(table, now));
    page.addObject("last", lastChange.find(table, now.auditKey()).orElse(null));
    page.addObject("clash", clash);
    List<String> shown =
        clash.differences().stream().map(difference -> difference.field().name()).toList();
    page.addObject(
        "rest",
        table.typed(false).stream()
            .flatMap(column -> column.fields().stream())
            .map(AdminField::name)
            .filter(name -> !shown.contains(name))
            .toList());
    page.addObject(
        "kept",
        table.typed(false).stream()
            .flatMap(column -> column.fields().stream())
            .map(AdminField::name)
            .toList());
    String ended = table.ended() == null ? "" : now.value(table.ended() + "_until");
    page.addObject(
        "ended",
        !ended.isEmpty() && shown.contains(table.ended() + "_until")
            ? words.shown(table.find(table.ended()).orElseThrow(), ended, List.of())
            : null);
    return page;
  }

  /** 409: somebody else has removed the row; what was typed is shown, to be copied. */
  ModelAndView gone(AdminTable table, String key, Map<String, String> mine, ChangeReason why) {
    ModelAndView page = page("manage-gone", table, Form.showing(Map.of()), HttpStatus.CONFLICT);
    Map<String, String> shown = fields.shown(table, mine);
    page.addObject(
        "typed",
        mine.keySet().stream()
            .map(name -> new SelectOption(words.field(table.name(), name), shown.get(name)))
            .toList());
    page.addObject("why", why);
    page.addObject("key", key);
    page.addObject("last", lastChange.find(table, key.replace('~', ' ')).orElse(null));
    return page;
  }

  ModelAndView ending(AdminTable table, AdminRow row, Form form, HttpStatus status) {
    ModelAndView page = page("manage-end", table, form, status);
    page.addObject("row", row);
    page.addObject("name", name(table, row));
    page.addObject("facts", facts(table, row));
    page.addObject("dated", table.ended() != null);
    page.addObject("last", lastChange.find(table, row.auditKey()).orElse(null));
    return page;
  }

  private List<SelectOption> facts(AdminTable table, AdminRow row) {
    return table
        .listed()
        .map(column -> new SelectOption(fields.label(table, column), words.cell(column, row)))
        .toList();
  }

  private ModelAndView page(String view, AdminTable table, Form form, HttpStatus status) {
    ModelAndView page = new ModelAndView(view, status);
    page.addObject("table", table);
    page.addObject("tableTitle", words.table(table.name()));
    page.addObject("one", words.one(table.name()));
    page.addObject("form", form);
    page.addObject("councils", bodies.list());
    return page;
  }

  /** What a row is called: its first column, with the second where the first names another. */
  private String name(AdminTable table, AdminRow row) {
    List<AdminColumn> columns = table.columns();
    String first = words.cell(columns.get(0), row);
    if (first.isEmpty()) {
      return words.one(table.name()) + " " + row.key();
    }
    return columns.get(0).kind() == ColumnKind.REFERENCE
        ? first + ", " + words.cell(columns.get(1), row)
        : first;
  }

  ModelAndView done(AdminTable table, String key, String notice, RedirectAttributes flash) {
    flash.addFlashAttribute("notice", notice);
    return new ModelAndView(
        Redirects.view(
            "/manage/"
                + table.name()
                + (key == null ? "" : "/" + UriUtils.encodePathSegment(key, "UTF-8"))));
  }

  NotFoundException notThere(AdminTable table) {
    return new NotFoundException(
        "There is no such row; it may have been removed. The audit trail keeps what it was.",
        List.of(
            new NotFoundException.Suggestion(words.table(table.name()), "/manage/" + table.name()),
            new NotFoundException.Suggestion(
                words.text("manage.audit.title"), "/manage/audit?table=" + table.name())));
  }
}
