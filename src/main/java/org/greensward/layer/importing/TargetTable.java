package org.greensward.layer.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows as a table of the store shall have them, in a temporary table from which it is merged. */
public final class TargetTable {
  private static final int BATCH = 1000;

  private final String name;
  private final Map<String, String> types = new LinkedHashMap<>();
  private final List<Object[]> rows = new ArrayList<>();

  public TargetTable(String name) {
    this.name = name;
  }

  /**
   * Adds a column.
   *
   * @param type its SQL type, to which the text of its values is cast
   */
  public TargetTable column(String column, String type) {
    types.put(column, type);
    return this;
  }

  /** Adds a row: values as text, numbers or bytes, in the order of the columns. */
  public void add(Object... values) {
    rows.add(values);
  }

  /** Makes the temporary table and fills it. */
  public void write(JdbcTemplate jdbc) {
    String columns =
        types.entrySet().stream()
            .map(type -> type.getKey() + " " + type.getValue())
            .collect(Collectors.joining(", "));
    jdbc.execute("CREATE TEMPORARY TABLE %s (%s) ON COMMIT DROP".formatted(name, columns));
    String values =
        types.values().stream()
            .map(type -> type.startsWith("geometry") ? "ST_GeomFromWKB(?, 27700)" : "?::" + type)
            .collect(Collectors.joining(", "));
    jdbc.batchUpdate(
        "INSERT INTO %s VALUES (%s)".formatted(name, values),
        rows,
        BATCH,
        (statement, row) -> {
          for (int i = 0; i < row.length; i++) {
            if (row[i] instanceof byte[] bytes) {
              statement.setBytes(i + 1, bytes);
            } else if (row[i] == null) {
              statement.setNull(i + 1, java.sql.Types.NULL);
            } else {
              statement.setString(i + 1, row[i].toString());
            }
          }
        });
    jdbc.execute("ANALYZE " + name);
  }
}
