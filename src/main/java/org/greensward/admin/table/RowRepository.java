package org.greensward.admin.table;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.greensward.layer.admin.AdminColumn;
import org.greensward.layer.admin.AdminField;
import org.greensward.layer.admin.AdminRow;
import org.greensward.layer.admin.AdminTable;
import org.greensward.layer.admin.ColumnKind;
import org.greensward.layer.admin.ColumnReference;
import org.greensward.revision.WorkingDate;
import org.greensward.web.SelectOption;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads rows of any managed table. A page of them begins after the key of the one before, so that
 * the last page of many rows costs what the first does.
 */
@Repository
public class RowRepository {
  static final int PAGE = 50;

  private static final int MOST_OPTIONS = 2000;

  private final JdbcClient jdbc;
  private final WorkingDate workingDate;

  RowRepository(JdbcClient jdbc, WorkingDate workingDate) {
    this.jdbc = jdbc;
    this.workingDate = workingDate;
  }

  /**
   * Some rows, in order.
   *
   * @param earlier whether there are rows before them
   * @param later whether there are rows after them
   */
  public record Part(List<AdminRow> rows, boolean earlier, boolean later) {}

  public Part list(AdminTable table, RowQuery query) {
    Map<String, Object> parameters = new HashMap<>();
    String sql = sql(table, query, parameters);
    List<AdminRow> rows =
        new ArrayList<>(jdbc.sql(sql).params(parameters).query((row, n) -> row(table, row)).list());
    boolean more = rows.size() > PAGE;
    if (more) {
      rows.remove(PAGE);
    }
    if (query.isBackwards()) {
      Collections.reverse(rows);
      return new Part(rows, more, true);
    }
    return new Part(rows, !query.after().isEmpty(), more);
  }

  /** The statement, and into a map the values of its parameters. */
  String sql(AdminTable table, RowQuery query, Map<String, Object> parameters) {
    AdminColumn sort = query.sort() == null ? null : table.find(query.sort()).orElseThrow();
    boolean down = query.descending() != query.isBackwards();
    List<String> conditions = new ArrayList<>();
    search(table, query, conditions, parameters);
    filter(table, query, conditions, parameters);
    String cursor = query.isBackwards() ? query.before() : query.after();
    if (!cursor.isEmpty()) {
      place(table, sort, cursor, down, conditions, parameters);
    }
    String direction = down ? " DESC" : "";
    return "SELECT %s FROM %s%s ORDER BY %s%s LIMIT %d"
        .formatted(
            selected(table),
            table.from(),
            conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions),
            sort == null ? "" : sort.order() + direction + ", ",
            table.key().columns(direction),
            PAGE + 1);
  }

  private static void search(
      AdminTable table, RowQuery query, List<String> conditions, Map<String, Object> parameters) {
    if (table.search() != null) {
      if (!query.lexemes().isEmpty()) {
        conditions.add(table.search());
        parameters.put("_query", query.lexemes());
        parameters.put(
            "_whole", query.words().toUpperCase(java.util.Locale.UK).replaceAll("[^A-Z0-9]", ""));
      }
      return;
    }
    String searched =
        table.columns().stream()
            .filter(column -> column.uses().searched())
            .map(RowRepository::readable)
            .collect(Collectors.joining(", "));
    List<String> words = query.eachWord();
    for (int i = 0; i < words.size() && !searched.isEmpty(); i++) {
      conditions.add("concat_ws(' ', %s) ILIKE :_word%d".formatted(searched, i));
      parameters.put("_word" + i, "%" + words.get(i).replaceAll("([\\\\%_])", "\\\\$1") + "%");
    }
  }

  private static String readable(AdminColumn column) {
    return switch (column.kind()) {
      case REFERENCE -> column.reference().labelOf(column.sql());
      case LIST -> "array_to_string(%s, ' ')".formatted(column.sql());
      default -> column.sql();
    };
  }

  private void filter(
      AdminTable table, RowQuery query, List<String> conditions, Map<String, Object> parameters) {
    query
        .filters()
        .forEach(
            (name, value) -> {
              conditions.add(
                  "CAST(%s AS text) = :_is_%s"
                      .formatted(table.find(name).orElseThrow().sql(), name));
              parameters.put("_is_" + name, value);
            });
    if (!query.state().isEmpty()) {
      conditions.add(table.states().get(query.state()));
      parameters.put("_today", String.valueOf(workingDate.today()));
    }
  }

  /** After, or before, the row of a key; a key that names none is passed over. */
  private void place(
      AdminTable table,
      AdminColumn sort,
      String cursor,
      boolean down,
      List<String> conditions,
      Map<String, Object> parameters) {
    Map<String, Object> key = table.key().values(cursor).orElse(null);
    if (key == null) {
      return;
    }
    String sign = down ? "<" : ">";
    if (sort == null) {
      parameters.putAll(key);
      conditions.add(
          "(%s) %s (%s)".formatted(table.key().columns(""), sign, table.key().parameters()));
      return;
    }
    Optional<String> at =
        jdbc.sql(
                "SELECT CAST(%s AS text) FROM %s WHERE %s"
                    .formatted(sort.order(), table.from(), table.key().condition()))
            .params(key)
            .query(String.class)
            .optional();
    if (at.isPresent()) {
      parameters.putAll(key);
      parameters.put("_at", at.get());
      conditions.add(
          "(%s, %s) %s (CAST(:_at AS %s), %s)"
              .formatted(
                  sort.order(),
                  table.key().columns(""),
                  sign,
                  sort.orderType(),
                  table.key().parameters()));
    }
  }

  private static String selected(AdminTable table) {
    List<String> selected = new ArrayList<>();
    selected.add(table.key().text() + " AS _key");
    selected.add(table.auditKey() + " AS _audit_key");
    selected.add("CAST(t.xmin AS text) AS _version");
    table.fields().forEach(field -> selected.add(field.read() + " AS " + field.name()));
    table.columns().stream()
        .filter(column -> column.kind() == ColumnKind.REFERENCE)
        .forEach(
            column ->
                selected.add(
                    column.reference().labelOf(column.sql()) + " AS _label_" + column.name()));
    return String.join(", ", selected);
  }

  private static AdminRow row(AdminTable table, ResultSet row) throws SQLException {
    Map<String, String> values = new LinkedHashMap<>();
    for (AdminField field : table.fields()) {
      values.put(field.name(), row.getString(field.name()));
    }
    Map<String, String> labels = new HashMap<>();
    for (AdminColumn column : table.columns()) {
      if (column.kind() == ColumnKind.REFERENCE) {
        labels.put(column.name(), row.getString("_label_" + column.name()));
      }
    }
    return new AdminRow(
        row.getString("_key"),
        row.getString("_audit_key"),
        row.getString("_version"),
        values,
        labels);
  }

  public Optional<AdminRow> find(AdminTable table, String key) {
    return find(table, key, "");
  }

  /** The row, which nobody else changes until this transaction ends. */
  public Optional<AdminRow> findForUpdate(AdminTable table, String key) {
    return find(table, key, " FOR UPDATE");
  }

  private Optional<AdminRow> find(AdminTable table, String key, String locking) {
    return table
        .key()
        .values(key)
        .flatMap(
            parameters ->
                jdbc.sql(
                        "SELECT %s FROM %s WHERE %s%s"
                            .formatted(
                                selected(table), table.from(), table.key().condition(), locking))
                    .params(parameters)
                    .query((row, n) -> row(table, row))
                    .optional());
  }

  /** What a reference can be, by label; the value is the key. */
  public List<SelectOption> options(ColumnReference to) {
    return jdbc.sql(
            "SELECT CAST(r.%s AS text) AS value, coalesce(%s, '') AS text FROM %s r ORDER BY 2, 1 LIMIT %d"
                .formatted(to.key(), to.label(), to.table(), MOST_OPTIONS))
        .query(SelectOption.class)
        .list();
  }

  public LocalDate today() {
    return workingDate.today();
  }
}
