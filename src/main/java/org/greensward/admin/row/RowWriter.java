package org.greensward.admin.row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.greensward.layer.admin.AdminColumn;
import org.greensward.layer.admin.AdminTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes rows of any managed table, inside a transaction of the caller's. */
@Repository
class RowWriter {
  private final JdbcClient jdbc;

  RowWriter(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Adds a row; gives its key.
   *
   * @param values of the fields, and of what {@code onAdd} names
   */
  String add(AdminTable table, Map<String, String> values) {
    Map<String, Object> parameters = new HashMap<>(values);
    Map<String, String> assigned = new LinkedHashMap<>();
    if (table.parent() != null) {
      parameters.put("_parent", String.valueOf(addParent(table.parent(), values)));
    }
    for (AdminColumn column : table.typed(true)) {
      if (column.link() == null && !column.isOfParent()) {
        assigned.put(column.name(), column.written());
      }
    }
    assigned.putAll(table.onAdd());
    assigned.putAll(table.onSave());
    String key =
        jdbc.sql(
                "INSERT INTO %s AS t (%s) VALUES (%s) RETURNING %s"
                    .formatted(
                        table.name(),
                        String.join(", ", assigned.keySet()),
                        String.join(", ", assigned.values()),
                        table.key().text()))
            .params(parameters)
            .query(String.class)
            .single();
    writeLinks(table, key, values, values.keySet());
    return key;
  }

  private long addParent(AdminTable.Parent parent, Map<String, String> values) {
    return jdbc.sql(parent.insert()).params(values).query(Long.class).single();
  }

  /**
   * Changes a row; gives its key, which may be another afterwards.
   *
   * @param changed names of the fields that are to have other values than they have
   */
  String change(AdminTable table, String key, Map<String, String> values, Set<String> changed) {
    Map<String, Object> parameters = new HashMap<>(values);
    parameters.putAll(table.key().values(key).orElseThrow());
    List<AdminColumn> columns =
        table.typed(false).stream()
            .filter(it -> it.fields().stream().anyMatch(field -> changed.contains(field.name())))
            .toList();
    String ofParent = assignments(columns.stream().filter(AdminColumn::isOfParent).toList());
    if (!ofParent.isEmpty()) {
      jdbc.sql(
              "UPDATE %s AS p SET %s FROM %s t WHERE p.id = t.%s AND %s"
                  .formatted(
                      table.parent().table(),
                      ofParent,
                      table.name(),
                      table.parent().column(),
                      table.key().condition()))
          .params(parameters)
          .update();
    }
    writeLinks(table, key, values, changed);
    String own =
        assignments(columns.stream().filter(it -> !it.isOfParent() && it.link() == null).toList());
    if (own.isEmpty()) {
      return key;
    }
    String stamps =
        table.onSave().entrySet().stream()
            .map(stamp -> ", " + stamp.getKey() + " = " + stamp.getValue())
            .collect(Collectors.joining());
    return jdbc.sql(
            "UPDATE %s AS t SET %s%s WHERE %s RETURNING %s"
                .formatted(table.name(), own, stamps, table.key().condition(), table.key().text()))
        .params(parameters)
        .query(String.class)
        .single();
  }

  private static String assignments(List<AdminColumn> columns) {
    List<String> all = new ArrayList<>();
    for (AdminColumn column : columns) {
      all.add(column.name() + " = " + column.written());
      if (column.also() != null) {
        all.add(column.also());
      }
    }
    return String.join(", ", all);
  }

  /** Of a table whose key is one number; what is the same is left alone. */
  private void writeLinks(
      AdminTable table, String key, Map<String, String> values, Set<String> changed) {
    for (AdminColumn column : table.columns()) {
      if (column.link() == null || !changed.contains(column.name())) {
        continue;
      }
      AdminColumn.Link link = column.link();
      String others = "{" + values.getOrDefault(column.name(), "") + "}";
      jdbc.sql(
              "DELETE FROM %1$s WHERE %2$s = :own AND NOT %3$s = ANY (CAST(:others AS bigint[]))"
                  .formatted(link.table(), link.own(), link.other()))
          .param("own", Long.valueOf(key))
          .param("others", others)
          .update();
      jdbc.sql(
              "INSERT INTO %1$s (%2$s, %3$s) SELECT :own, unnest(CAST(:others AS bigint[])) ON CONFLICT DO NOTHING"
                  .formatted(link.table(), link.own(), link.other()))
          .param("own", Long.valueOf(key))
          .param("others", others)
          .update();
    }
  }

  /** Ends a row on a date, or removes it where it has none. */
  void end(AdminTable table, String key, String date) {
    Map<String, Object> parameters = new HashMap<>(table.key().values(key).orElseThrow());
    String sql;
    if (table.ended() == null) {
      sql = "DELETE FROM %s AS t WHERE %s";
    } else {
      parameters.put("_date", date);
      sql =
          "UPDATE %%s AS t SET %1$s = daterange(lower(t.%1$s), CAST(:_date AS date)) WHERE %%s"
              .formatted(table.ended());
    }
    jdbc.sql(sql.formatted(table.name(), table.key().condition())).params(parameters).update();
  }
}
