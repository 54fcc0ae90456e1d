package org.greensward.admin.table;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greensward.layer.admin.AdminColumn;
import org.greensward.layer.admin.AdminRow;
import org.greensward.web.DisplayFormats;
import org.greensward.web.SelectOption;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What tables, fields and values are called: {@code manage.table.*} and {@code manage.field.*}. */
@Component
public class TableLabels {
  private final MessageSource messages;
  private final AdminTables tables;

  TableLabels(MessageSource messages, AdminTables tables) {
    this.messages = messages;
    this.tables = tables;
  }

  /** A table by its name in the database; the name itself where it has no other. */
  public String table(String name) {
    return text("manage.table." + name, plain(name));
  }

  /** One row of a table: council, lot. */
  public String one(String name) {
    return text("manage.one." + name, plain(name));
  }

  /** A field, or a column of the database, of a table. */
  public String field(String table, String field) {
    return text("manage.field." + table + "." + field, text("manage.field." + field, plain(field)));
  }

  public String hint(String table, String field) {
    return text("manage.hint." + table + "." + field, text("manage.hint." + field, null));
  }

  public String choice(String word) {
    String known = text("manage.choice." + word.replace(' ', '-'), null);
    return known != null ? known : text("status." + word, capital(word));
  }

  String action(String word) {
    return text("manage.audit.action." + word, capital(word.replace('-', ' ')));
  }

  public List<SelectOption> choices(AdminColumn column) {
    return column.choices().stream().map(it -> new SelectOption(it, choice(it))).toList();
  }

  private static String plain(String name) {
    return capital(name.replace('_', ' '));
  }

  private static String capital(String text) {
    return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.UK) + text.substring(1);
  }

  private String text(String key, String other) {
    return messages.getMessage(key, null, other, Locale.UK);
  }

  public String text(String key) {
    return messages.getMessage(key, null, Locale.UK);
  }

  /** A column of a row in one phrase, for lists and for what can't be typed. */
  public String cell(AdminColumn column, AdminRow row) {
    String value = row.value(column.fields().get(0).name());
    return switch (column.kind()) {
      case RANGE -> span(value, row.value(column.fields().get(1).name()));
      case POINT -> value.isEmpty() ? "" : value + ", " + row.value(column.fields().get(1).name());
      case REFERENCE -> {
        String label = row.labels().get(column.name());
        yield label == null ? value : label;
      }
      default -> shown(column, value, List.of());
    };
  }

  /**
   * A field's value as people read it.
   *
   * @param options of references and links
   */
  public String shown(AdminColumn column, String value, List<SelectOption> options) {
    if (value.isEmpty()) {
      return "";
    }
    return switch (column.kind()) {
      case DATE, RANGE, RELEASE -> date(value);
      case CHOICE -> choice(value);
      case FLAG -> text("manage.flag." + value, value);
      case REFERENCE -> label(value, options);
      case LINKS ->
          Arrays.stream(value.split(","))
              .map(it -> label(it, options))
              .collect(Collectors.joining(", "));
      case LIST -> value.replace("\n", "; ");
      default -> value;
    };
  }

  private static String label(String value, List<SelectOption> options) {
    Map<String, String> labels =
        options.stream()
            .filter(it -> it.value().equals(value))
            .collect(Collectors.toMap(SelectOption::value, SelectOption::text, (a, b) -> a));
    return labels.getOrDefault(value, value);
  }

  String span(String from, String until) {
    if (from.isEmpty() && until.isEmpty()) {
      return text("manage.span.always");
    }
    return Stream.of(
            from.isEmpty() ? "" : say("manage.span.from", date(from)),
            until.isEmpty() ? "" : say("manage.span.until", date(until)))
        .filter(it -> !it.isEmpty())
        .collect(Collectors.joining(" "));
  }

  public String say(String key, Object... values) {
    return messages.getMessage(key, values, Locale.UK);
  }

  private static String date(String value) {
    try {
      return DisplayFormats.dateOf(LocalDate.parse(value));
    } catch (DateTimeParseException e) {
      return value;
    }
  }

  /** Whether a name is that of a managed table. */
  public boolean knows(String table) {
    return tables.names().contains(table);
  }
}
