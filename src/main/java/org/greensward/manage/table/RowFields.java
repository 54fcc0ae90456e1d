package org.greensward.manage.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greensward.web.Option;
import org.springframework.stereotype.Component;

/** The fields of a form for a row, with their words and what can be chosen. */
@Component
class RowFields {
  private final TableWords words;
  private final Rows rows;

  RowFields(TableWords words, Rows rows) {
    this.words = words;
    this.rows = rows;
  }

  List<FieldView> typed(ManagedTable table, boolean adding) {
    List<FieldView> fields = new ArrayList<>();
    for (Column column : table.typed(adding)) {
      for (Field field : column.fields()) {
        fields.add(view(table, field));
      }
    }
    return fields;
  }

  FieldView view(ManagedTable table, Field field) {
    Column column = field.column();
    String label = words.field(table.name(), field.name());
    boolean needed = column.uses().required() && !(column.kind() == Kind.RANGE && field.isSecond());
    boolean said = column.kind() == Kind.FLAG || column.kind() == Kind.LINKS;
    return new FieldView(
        field.name(),
        input(column),
        needed || said ? label : words.say("manage.optional", label),
        words.hint(table.name(), field.name()),
        options(column),
        width(column));
  }

  List<Option> options(Column column) {
    return switch (column.kind()) {
      case CHOICE -> words.choices(column);
      case REFERENCE, LINKS -> rows.options(column.reference());
      case FLAG -> List.of(new Option("true", words.text("manage.flag.true")));
      default -> List.of();
    };
  }

  private static String input(Column column) {
    return switch (column.kind()) {
      case LONG_TEXT, LIST -> "area";
      case DATE, RANGE, RELEASE -> "date";
      case CHOICE, REFERENCE -> "select";
      case LINKS, FLAG -> "choices";
      default -> "text";
    };
  }

  private static String width(Column column) {
    return switch (column.kind()) {
      case NUMBER, WHOLE, POINT, DATE, RANGE, RELEASE -> "govuk-input--width-10";
      default -> "govuk-input--width-30";
    };
  }

  /** What can't be typed of a row, by label. */
  List<Option> facts(ManagedTable table, Row row) {
    List<Column> typed = table.allowed().change() ? table.typed(false) : List.of();
    return table.columns().stream()
        .filter(column -> !typed.contains(column))
        .map(column -> new Option(label(table, column), words.cell(column, row)))
        .toList();
  }

  /** A column in one word, though it may have two fields. */
  String label(ManagedTable table, Column column) {
    return words.field(table.name(), column.name());
  }

  /** What a field's value is called, of every field of a table. */
  Map<String, String> shown(ManagedTable table, Map<String, String> values) {
    Map<String, String> shown = new HashMap<>();
    for (Column column : table.columns()) {
      List<Option> options = options(column);
      for (Field field : column.fields()) {
        String value = values.getOrDefault(field.name(), "");
        shown.put(field.name(), words.shown(column, value, options));
      }
    }
    return shown;
  }
}
