package org.greensward.admin.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greensward.admin.table.RowNames;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the trail of changes, newest first. */
@Repository
class AuditQueries {
  /** Columns that follow from others. */
  private static final String DERIVED = "'lexemes', 'key', 'box', 'id'";

  /** Whose an account is, is read by administrators alone; others are shown the office. */
  private static final String PERSONAL =
      "left(a.subject, 7) = 'account' AND f.name IN ('email', 'name', 'address', 'subject')";

  private final JdbcClient jdbc;
  private final RowNames names;

  AuditQueries(JdbcClient jdbc, RowNames names) {
    this.jdbc = jdbc;
    this.names = names;
  }

  List<AuditEntry> list(AuditFilter filter, int most) {
    Map<String, Object> parameters = new HashMap<>();
    String condition = filter.condition(parameters);
    if (filter.before() > 0) {
      condition += " AND a.id < :before";
      parameters.put("before", filter.before());
    }
    List<AuditEntry> entries =
        jdbc.sql(
                """
                SELECT a.id, a.at, coalesce(account_title(a.account_id), a.database_role) AS who,
                       a.account_id, host(o.address) AS address, a.action, a.subject, a.row_key,
                       c.name AS council, a.reason, a.source, a.known ->> 'reference' AS reference,
                       coalesce(CASE WHEN left(a.subject, 7) <> 'account' THEN a.known ->> 'name' END,
                                a.known ->> 'title', a.known ->> 'label',
                                a.known ->> 'reference', a.known ->> 'code') AS name
                FROM (SELECT *, coalesce(after, before) AS known FROM audit) a
                LEFT JOIN audit_origin o ON o.transaction_id = a.transaction_id
                LEFT JOIN council c ON c.id = a.council_id
                WHERE %s ORDER BY a.id DESC LIMIT :most
                """
                    .formatted(condition))
            .params(parameters)
            .param("most", most)
            .query(
                (row, n) ->
                    new AuditEntry(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("who"),
                        (Long) row.getObject("account_id"),
                        row.getString("address"),
                        row.getString("action"),
                        row.getString("subject"),
                        row.getString("row_key"),
                        row.getString("name"),
                        row.getString("council"),
                        row.getString("reason"),
                        row.getString("source"),
                        List.of("insert", "update").contains(row.getString("action"))
                            ? names
                                .address(
                                    row.getString("subject"),
                                    row.getString("row_key"),
                                    row.getString("reference"))
                                .orElse(null)
                            : null,
                        new ArrayList<>()))
            .list();
    addDifferences(entries);
    return entries;
  }

  /** Geometry stays in the database: that it changed is all that is told of it. */
  private void addDifferences(List<AuditEntry> entries) {
    Map<Long, AuditEntry> byId = new HashMap<>();
    entries.forEach(entry -> byId.put(entry.id(), entry));
    RowNames.Labels labels = names.labels();
    jdbc.sql(
            """
            SELECT a.id, f.name, f.shape,
                   CASE WHEN NOT f.shape THEN a.before ->> f.name END AS before,
                   CASE WHEN NOT f.shape THEN a.after ->> f.name END AS after
            FROM audit a
            CROSS JOIN LATERAL (
              SELECT name, coalesce(a.after -> name, '0') ? 'coordinates'
                           OR coalesce(a.before -> name, '0') ? 'coordinates' AS shape
              FROM jsonb_object_keys(coalesce(a.before, '{}') || coalesce(a.after, '{}')) AS k (name)
            ) f
            WHERE a.id = ANY (CAST(:ids AS bigint[])) AND f.name NOT IN (%s) AND NOT (%s)
              AND coalesce(a.before -> f.name, 'null') IS DISTINCT FROM
                  coalesce(a.after -> f.name, 'null')
            ORDER BY a.id, f.name
            """
                .replace("?", "??")
                .formatted(DERIVED, PERSONAL))
        .param(
            "ids",
            "{" + String.join(",", byId.keySet().stream().map(String::valueOf).toList()) + "}")
        .query(
            row -> {
              AuditEntry entry = byId.get(row.getLong("id"));
              String field = row.getString("name");
              entry
                  .differences()
                  .add(
                      new AuditEntry.Difference(
                          names.field(entry.subject(), field),
                          labels.value(entry.subject(), field, row.getString("before")),
                          labels.value(entry.subject(), field, row.getString("after")),
                          row.getBoolean("shape")));
            });
  }

  /** All that has ever been changed, found from one to the next by the index. */
  List<String> subjects() {
    return jdbc.sql(
            """
            WITH RECURSIVE s AS (
              (SELECT subject FROM audit ORDER BY subject LIMIT 1)
              UNION ALL
              SELECT (SELECT a.subject FROM audit a WHERE a.subject > s.subject
                      ORDER BY a.subject LIMIT 1)
              FROM s WHERE s.subject IS NOT NULL)
            SELECT subject FROM s WHERE subject IS NOT NULL
            """)
        .query(String.class)
        .list();
  }

  long countOfWeek() {
    return jdbc.sql("SELECT count(*) FROM audit WHERE at > now() - interval '7 days'")
        .query(Long.class)
        .single();
  }
}
