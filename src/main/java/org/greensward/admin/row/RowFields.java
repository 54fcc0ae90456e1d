package org.greensward.admin.row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greensward.admin.table.RowRepository;
import org.greensward.admin.table.TableLabels;
import org.greensward.layer.admin.AdminColumn;
import org.greensward.layer.admin.AdminField;
import org.greensward.layer.admin.AdminRow;
import org.greensward.layer.admin.AdminTable;
import org.greensward.layer.admin.ColumnKind;
import org.greensward.web.SelectOption;
import org.springframework.stereotype.Component;

/** The fields of a form for a row, with their words and what can be chosen. */
@Component
class RowFields {
  private final TableLabels words;
  private final RowRepository rows;

  RowFields(TableLabels words, RowRepository rows) {
    this.words = words;
    this.rows = rows;
  }

  List<FieldView> typed(AdminTable table, boolean adding) {
    List<FieldView> fields = new ArrayList<>();
    for (AdminColumn column : table.typed(adding)) {
      for (AdminField field : column.fields()) {
        fields.add(view(table, field));
      }
    }
    return fields;
  }

  FieldView view(AdminTable table, AdminField field) {
    AdminColumn column = field.column();
    String label = words.field(table.name(), field.name());
    boolean needed =
        column.uses().required() && !(column.kind() == ColumnKind.RANGE && field.isSecond());
    boolean said = column.kind() == ColumnKind.FLAG || column.kind() == ColumnKind.LINKS;
    return new FieldView(
        field.name(),
        input(column),
        needed || said ? label : words.say("manage.optional", label),
        words.hint(table.name(), field.name()),
        options(column),
        width(column));
  }

  List<SelectOption> options(AdminColumn column) {
    return switch (column.kind()) {
      case CHOICE -> words.choices(column);
      case REFERENCE, LINKS -> rows.options(column.reference());
      case FLAG -> List.of(new SelectOption("true", words.text("manage.flag.true")));
      default -> List.of();
    };
  }

  private static String input(AdminColumn column) {
    return switch (column.kind()) {
      case LONG_TEXT, LIST -> "area";
      case DATE, RANGE, RELEASE -> "date";
      case CHOICE, REFERENCE -> "select";
      case LINKS, FLAG -> "choices";
      default -> "text";
    };
  }

  private static String width(AdminColumn column) {
    return switch (column.kind()) {
      case NUMBER, WHOLE, POINT, DATE, RANGE, RELEASE -> "govuk-input--width-10";
      default -> "govuk-input--width-30";
    };
  }

  /** What can't be typed of a row, by label. */
  List<SelectOption> facts(AdminTable table, AdminRow row) {
    List<AdminColumn> typed = table.allowed().change() ? table.typed(false) : List.of();
    return table.columns().stream()
        .filter(column -> !typed.contains(column))
        .map(column -> new SelectOption(label(table, column), words.cell(column, row)))
        .toList();
  }

  /** A column in one word, though it may have two fields. */
  String label(AdminTable table, AdminColumn column) {
    return words.field(table.name(), column.name());
  }

  /** What a field's value is called, of every field of a table. */
  Map<String, String> shown(AdminTable table, Map<String, String> values) {
    Map<String, String> shown = new HashMap<>();
    for (AdminColumn column : table.columns()) {
      List<SelectOption> options = options(column);
      for (AdminField field : column.fields()) {
        String value = values.getOrDefault(field.name(), "");
        shown.put(field.name(), words.shown(column, value, options));
      }
    }
    return shown;
  }
}
