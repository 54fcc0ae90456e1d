package org.greensward.admin.table;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greensward.layer.admin.AdminColumn;
import org.greensward.layer.admin.ColumnKind;
import org.greensward.layer.admin.ColumnReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** What tables, fields and values are called, for pages that tell of rows of all tables. */
@Component
public class RowNames {
  private static final Pattern SPAN =
      Pattern.compile("[\\[(]([0-9-]{10})?,([0-9-]{10}|infinity)?[\\])]");

  private final AdminTables tables;
  private final TableLabels words;
  private final JdbcClient jdbc;

  RowNames(AdminTables tables, TableLabels words, JdbcClient jdbc) {
    this.tables = tables;
    this.words = words;
    this.jdbc = jdbc;
  }

  public String table(String name) {
    return words.table(name);
  }

  public String field(String table, String field) {
    return words.field(table, field);
  }

  public String text(String key) {
    return words.text(key);
  }

  /** What was done, in the word of the trail. */
  public String action(String word) {
    return words.action(word);
  }

  /**
   * The page of a row, where it has one.
   *
   * @param auditKey what the trail calls the row
   * @param reference its reference, if it has one
   */
  public Optional<String> address(String table, String auditKey, String reference) {
    if (auditKey == null || !words.knows(table) || tables.get(table).key().parts().size() > 1) {
      return Optional.empty();
    }
    String key = tables.get(table).isAuditedByKey() ? auditKey : reference;
    return Optional.ofNullable(key)
        .map(it -> "/manage/" + table + "/" + UriUtils.encodePathSegment(it, "UTF-8"));
  }

  /** For one page: what was looked up once is kept. */
  public Labels labels() {
    return new Labels();
  }

  /** Names of the rows that values refer to. */
  public final class Labels {
    private final Map<String, String> known = new HashMap<>();

    private Labels() {}

    /** A value of a column as people read it; empty for null. */
    public String value(String table, String column, String value) {
      if (value == null) {
        return "";
      }
      Optional<AdminColumn> declared =
          words.knows(table) ? tables.get(table).find(column) : Optional.empty();
      if (declared.isPresent() && declared.get().kind() == ColumnKind.REFERENCE) {
        ColumnReference to = declared.get().reference();
        return known.computeIfAbsent(to.table() + " " + value, it -> label(to, value));
      }
      Matcher span = SPAN.matcher(value);
      if (span.matches()) {
        return words.span(orEmpty(span.group(1)), orEmpty(span.group(2)));
      }
      if (value.startsWith("{") || value.startsWith("[")) {
        return value.replaceAll("[\\[\\]{}\"]", "");
      }
      return value.matches("true|false") ? words.text("manage.flag." + value) : value;
    }

    /** The name, and the key behind it; the key alone of what is there no more. */
    private String label(ColumnReference to, String key) {
      return jdbc.sql(
              "SELECT %s FROM %s r WHERE CAST(r.%s AS text) = :key"
                  .formatted(to.label(), to.table(), to.key()))
          .param("key", key)
          .query(String.class)
          .optional()
          .orElse(key);
    }

    private static String orEmpty(String text) {
      return text == null ? "" : text;
    }
  }
}
