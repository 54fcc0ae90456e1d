package org.greensward.admin.row;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.greensward.layer.admin.AdminColumn;
import org.greensward.layer.admin.AdminField;
import org.greensward.layer.admin.AdminForms;
import org.greensward.layer.admin.AdminRow;
import org.greensward.layer.admin.AdminTable;
import org.greensward.layer.admin.ColumnKind;
import org.greensward.web.Form;

/**
 * Reads a row from a form, field by field, in the one way that each value can be written; faults
 * are noted at their fields.
 */
final class RowForm {
  /** Before the name of a field: its value when the form was opened. */
  static final String WAS = "was_";

  /** Its value when the form was opened first, before somebody else changed it. */
  static final String FIRST = "first_";

  /** Which of two values is to stay: {@code theirs} or {@code mine}. */
  static final String PICK = "pick_";

  /** Names of the fields that two people changed in their own ways, with commas. */
  static final String CLASH = "row_clash";

  private static final int LINE = 300;
  private static final int LONG = 4000;
  private static final int EAST = 700_000;
  private static final int NORTH = 1_300_000;

  private final Form form;
  private final Map<String, String> values = new LinkedHashMap<>();

  private RowForm(Form form) {
    this.form = form;
  }

  /** The values of all that can be typed; what is faulty is empty, and noted. */
  static Map<String, String> read(AdminTable table, Form form, boolean adding) {
    RowForm reading = new RowForm(form);
    table.typed(adding).forEach(reading::read);
    return reading.values;
  }

  /** What a form shows of a row; links are several values. */
  static Map<String, Object> shown(AdminTable table, AdminRow row) {
    Map<String, Object> shown = new HashMap<>();
    for (AdminColumn column : table.typed(false)) {
      for (AdminField field : column.fields()) {
        String value = row.value(field.name());
        shown.put(field.name(), column.kind() == ColumnKind.LINKS ? links(value) : value);
        shown.put(WAS + field.name(), value);
      }
    }
    shown.put(AdminForms.VERSION, row.version());
    return shown;
  }

  static List<String> links(String value) {
    return value.isEmpty() ? List.of() : List.of(value.split(","));
  }

  private void read(AdminColumn column) {
    switch (column.kind()) {
      case RANGE -> range(column);
      case POINT -> point(column);
      default -> {
        String name = column.name();
        values.put(name, picked(name) ? form.value(WAS + name) : one(column, name));
      }
    }
  }

  private boolean picked(String field) {
    return form.value(PICK + field).equals("theirs");
  }

  private String one(AdminColumn column, String name) {
    boolean required = column.uses().required();
    return switch (column.kind()) {
      case TEXT -> text(column, name, required);
      case LONG_TEXT -> orEmpty(required ? form.required(name, LONG) : form.optional(name, LONG));
      case NUMBER -> number(name, required);
      case WHOLE -> whole(name, required);
      case DATE, RELEASE -> date(name, required);
      case CHOICE -> choice(column, required);
      case REFERENCE -> reference(column, required);
      case FLAG -> String.valueOf(form.has(name, "true"));
      case LIST -> lines(name);
      case LINKS -> chosen(name);
      case RANGE, POINT -> throw new IllegalStateException(name + " has two fields");
    };
  }

  private String text(AdminColumn column, String name, boolean required) {
    String typed = orEmpty(required ? form.required(name, LINE) : form.optional(name, LINE));
    if (name.endsWith("_url") && !typed.isEmpty() && !typed.matches("https?://\\S+")) {
      form.refuse(name, "manage.refused.url");
    }
    if (name.endsWith("_email") && !typed.isEmpty() && !typed.matches("[^@\\s]+@[^@\\s]+")) {
      form.refuse(name, "manage.refused.email");
    }
    if (typed.indexOf('\n') >= 0) {
      form.refuse(name, "manage.refused.one-line");
    }
    return column.uses().compact() ? typed.toUpperCase(Locale.UK).replace(" ", "") : typed;
  }

  private String number(String name, boolean required) {
    if (required && form.value(name).isEmpty()) {
      form.refuse(name, "form.required");
    }
    BigDecimal typed = form.optionalNumber(name);
    if (typed == null) {
      return "";
    }
    return typed.signum() == 0 ? "0" : typed.stripTrailingZeros().toPlainString();
  }

  private String whole(String name, boolean required) {
    String typed = number(name, required);
    if (typed.contains(".") || typed.length() > 9) {
      form.refuse(name, "manage.refused.whole", typed);
      return "";
    }
    return typed;
  }

  private String date(String name, boolean required) {
    LocalDate typed = required ? form.requiredDate(name) : form.optionalDate(name);
    return typed == null ? "" : typed.toString();
  }

  private String choice(AdminColumn column, boolean required) {
    return !required && form.value(column.name()).isEmpty()
        ? ""
        : orEmpty(form.oneOf(column.name(), column.choices()));
  }

  private String reference(AdminColumn column, boolean required) {
    String typed = form.value(column.name());
    if (typed.isEmpty() && required) {
      form.refuse(column.name(), "form.choose");
    } else if (column.reference().numeric() && !typed.matches("[0-9]{0,18}")) {
      form.refuse(column.name(), "form.not-one-of", typed);
      return "";
    }
    return typed;
  }

  private String lines(String name) {
    String typed = orEmpty(form.optional(name, LONG));
    return typed
        .lines()
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private String chosen(String name) {
    return form.values(name).stream()
        .filter(it -> it.matches("[0-9]{1,18}"))
        .map(Long::valueOf)
        .distinct()
        .sorted()
        .map(String::valueOf)
        .collect(Collectors.joining(","));
  }

  private void range(AdminColumn column) {
    String from = column.fields().get(0).name();
    String until = column.fields().get(1).name();
    values.put(from, picked(from) ? form.value(WAS + from) : date(from, column.uses().required()));
    values.put(until, picked(until) ? form.value(WAS + until) : date(until, false));
    String first = values.get(from);
    String last = values.get(until);
    if (!first.isEmpty() && !last.isEmpty() && first.compareTo(last) >= 0) {
      form.refuse(until, "manage.refused.ends-first");
    }
  }

  private void point(AdminColumn column) {
    String easting = column.fields().get(0).name();
    String northing = column.fields().get(1).name();
    boolean required = column.uses().required() || !form.value(northing).isEmpty();
    values.put(easting, coordinate(easting, required, EAST));
    values.put(northing, coordinate(northing, !form.value(easting).isEmpty() || required, NORTH));
  }

  private String coordinate(String name, boolean required, int most) {
    String typed = picked(name) ? form.value(WAS + name) : number(name, required);
    if (!typed.isEmpty() && new BigDecimal(typed).intValue() > most) {
      form.refuse(name, "manage.refused.grid", String.valueOf(most));
    }
    return typed;
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
