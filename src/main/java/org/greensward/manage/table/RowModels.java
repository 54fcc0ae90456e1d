package org.greensward.manage.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greensward.refusal.NotThere;
import org.greensward.web.Form;
import org.greensward.web.Option;
import org.greensward.web.SeeOther;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** What the templates of a row are given. */
@Component
class RowModels {
  private final TableWords words;
  private final RowFields fields;
  private final Rows rows;
  private final LastChange lastChange;

  RowModels(TableWords words, RowFields fields, Rows rows, LastChange lastChange) {
    this.words = words;
    this.fields = fields;
    this.rows = rows;
    this.lastChange = lastChange;
  }

  Why why(Form form) {
    return Why.read(form, rows.options(Reference.COUNCIL));
  }

  ModelAndView adding(ManagedTable table, Form form, HttpStatus status) {
    ModelAndView page = page("manage-row", table, form, status);
    page.addObject("fields", fields.typed(table, true));
    page.addObject("facts", List.of());
    return page;
  }

  ModelAndView row(ManagedTable table, Row row, Form form, HttpStatus status) {
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
      ManagedTable table, Form typed, Row now, Map<String, String> was, Map<String, String> mine) {
    Map<String, String> first = new LinkedHashMap<>(mine);
    first.putAll(was);
    Form form = Clash.form(table, typed, now, first, mine);
    return clash(
        table, form, now, Clash.of(table, fields, first, now.values(), mine), HttpStatus.CONFLICT);
  }

  /** The same page, sent with a fault in it. */
  ModelAndView clashAgain(
      ManagedTable table,
      Form form,
      Row now,
      Map<String, String> first,
      Map<String, String> theirs,
      Map<String, String> mine) {
    Map<String, String> opened = new LinkedHashMap<>(mine);
    opened.putAll(first);
    Map<String, String> saved = new LinkedHashMap<>(mine);
    saved.putAll(theirs);
    Clash clash = Clash.of(table, fields, opened, saved, mine);
    return clash(table, form, now, clash, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private ModelAndView clash(
      ManagedTable table, Form form, Row now, Clash clash, HttpStatus status) {
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
            .map(Field::name)
            .filter(name -> !shown.contains(name))
            .toList());
    page.addObject(
        "kept",
        table.typed(false).stream()
            .flatMap(column -> column.fields().stream())
            .map(Field::name)
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
  ModelAndView gone(ManagedTable table, String key, Map<String, String> mine, Why why) {
    ModelAndView page = page("manage-gone", table, Form.showing(Map.of()), HttpStatus.CONFLICT);
    Map<String, String> shown = fields.shown(table, mine);
    page.addObject(
        "typed",
        mine.keySet().stream()
            .map(name -> new Option(words.field(table.name(), name), shown.get(name)))
            .toList());
    page.addObject("why", why);
    page.addObject("key", key);
    page.addObject("last", lastChange.find(table, key.replace('~', ' ')).orElse(null));
    return page;
  }

  ModelAndView ending(ManagedTable table, Row row, Form form, HttpStatus status) {
    ModelAndView page = page("manage-end", table, form, status);
    page.addObject("row", row);
    page.addObject("name", name(table, row));
    page.addObject("facts", facts(table, row));
    page.addObject("dated", table.ended() != null);
    page.addObject("last", lastChange.find(table, row.auditKey()).orElse(null));
    return page;
  }

  private List<Option> facts(ManagedTable table, Row row) {
    return table
        .listed()
        .map(column -> new Option(fields.label(table, column), words.cell(column, row)))
        .toList();
  }

  private ModelAndView page(String view, ManagedTable table, Form form, HttpStatus status) {
    ModelAndView page = new ModelAndView(view, status);
    page.addObject("table", table);
    page.addObject("tableTitle", words.table(table.name()));
    page.addObject("one", words.one(table.name()));
    page.addObject("form", form);
    page.addObject("councils", rows.options(Reference.COUNCIL));
    return page;
  }

  /** What a row is called: its first column, with the second where the first names another. */
  private String name(ManagedTable table, Row row) {
    List<Column> columns = table.columns();
    String first = words.cell(columns.get(0), row);
    if (first.isEmpty()) {
      return words.one(table.name()) + " " + row.key();
    }
    return columns.get(0).kind() == Kind.REFERENCE
        ? first + ", " + words.cell(columns.get(1), row)
        : first;
  }

  ModelAndView done(ManagedTable table, String key, String notice, RedirectAttributes flash) {
    flash.addFlashAttribute("notice", notice);
    return new ModelAndView(
        SeeOther.view(
            "/manage/"
                + table.name()
                + (key == null ? "" : "/" + UriUtils.encodePathSegment(key, "UTF-8"))));
  }

  NotThere notThere(ManagedTable table) {
    return new NotThere(
        "There is no such row; it may have been removed. The audit trail keeps what it was.",
        List.of(
            new NotThere.Suggestion(words.table(table.name()), "/manage/" + table.name()),
            new NotThere.Suggestion(
                words.text("manage.audit.title"), "/manage/audit?table=" + table.name())));
  }
}
