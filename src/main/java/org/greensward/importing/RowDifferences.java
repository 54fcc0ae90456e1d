package org.greensward.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.greensward.importing.RowDifference.FieldChange;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a transaction has done so far, row by row, as its own audit entries tell it. They go with it
 * when it is rolled back.
 */
final class RowDifferences {
  /** How many rows of a table and an action are listed. */
  static final int MOST_LISTED = 100;

  /** Columns that say nothing to people, or follow from others. */
  private static final Set<String> HIDDEN =
      Set.of(
          "id",
          "edition_id",
          "party_id",
          "box",
          "drawn",
          "quantity",
          "recorded_by",
          "recorded_at",
          "published_from",
          "published_until");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private RowDifferences() {}

  static List<RowDifference> ofTransaction(JdbcClient jdbc) {
    return jdbc.sql(
            """
            SELECT x.subject, x.action, x.before, x.after, x.edited,
                   coalesce(r ->> 'reference', r ->> 'code', r ->> 'name', c.name, r ->> 'parish_code',
                            row_key) AS key
            FROM (
              SELECT a.*, coalesce(after, before) AS r,
                     row_number() OVER (PARTITION BY subject, action ORDER BY id) AS nth,
                     EXISTS (SELECT FROM audit e
                             WHERE e.subject = a.subject AND e.row_key = a.row_key
                               AND e.transaction_id <> a.transaction_id) AS edited
              FROM audit a
              WHERE transaction_id = pg_current_xact_id() AND subject <> 'party'
            ) x
            LEFT JOIN council c ON c.id = x.council_id
            WHERE nth <= :most ORDER BY x.id
            """)
        .param("most", MOST_LISTED)
        .query(
            (row, n) ->
                new RowDifference(
                    row.getString("subject"),
                    row.getString("key"),
                    row.getString("action"),
                    fields(row.getString("before"), row.getString("after")),
                    row.getBoolean("edited")))
        .list();
  }

  private static List<FieldChange> fields(String before, String after) {
    JsonNode old = before == null ? null : JSON.readTree(before);
    JsonNode now = after == null ? null : JSON.readTree(after);
    Set<String> columns = new TreeSet<>();
    for (JsonNode side : new JsonNode[] {old, now}) {
      if (side != null) {
        side.properties().stream().map(Map.Entry::getKey).forEach(columns::add);
      }
    }
    columns.removeAll(HIDDEN);
    List<FieldChange> changes = new ArrayList<>();
    for (String column : columns) {
      String was = text(old, column);
      String is = text(now, column);
      boolean says =
          old != null && now != null ? !same(old, now, column) : was != null || is != null;
      if (says) {
        changes.add(new FieldChange(column, was, is));
      }
    }
    return changes;
  }

  private static boolean same(JsonNode old, JsonNode now, String column) {
    return Objects.equals(old.get(column), now.get(column));
  }

  private static String text(JsonNode row, String column) {
    JsonNode value = row == null ? null : row.get(column);
    if (value == null || value.isNull()) {
      return null;
    }
    if (value.isObject()) {
      return value.path("type").asString("shape") + " of " + vertices(value) + " points";
    }
    return value.isString() ? value.asString() : value.toString();
  }

  /** Positions of a GeoJSON geometry. */
  private static int vertices(JsonNode node) {
    if (node.isArray() && !node.isEmpty() && node.get(0).isNumber()) {
      return 1;
    }
    int sum = 0;
    for (JsonNode child : node.isObject() ? node.path("coordinates") : node) {
      sum += vertices(child);
    }
    return sum;
  }
}
