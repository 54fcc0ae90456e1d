package org.greensward.admin.row;

import java.time.Instant;
import java.util.Optional;
import org.greensward.layer.admin.AdminTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who changed a row last, as the audit trail has it. */
@Repository
class LastChangeRepository {
  private final JdbcClient jdbc;

  LastChangeRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param who the office held, or the database's name of a program
   */
  record Entry(String who, Instant at, String action, String reason) {}

  /** With the changes of what belongs to the row: its parent, and the tables of its links. */
  Optional<Entry> find(AdminTable table, String auditKey) {
    StringBuilder where = new StringBuilder("a.subject = :table AND a.row_key = :key");
    if (table.parent() != null) {
      where.append(
          " OR a.subject = '%s' AND a.row_key = (SELECT CAST(t.%s AS text) FROM %s t WHERE CAST(t.id AS text) = :key)"
              .formatted(table.parent().table(), table.parent().column(), table.name()));
    }
    table.columns().stream()
        .filter(column -> column.link() != null)
        .forEach(
            column ->
                where.append(
                    " OR a.subject = '%s' AND a.row_key LIKE :key || ' %%'"
                        .formatted(column.link().table())));
    return jdbc.sql(
            """
            SELECT coalesce(account_title(a.account_id), a.database_role) AS who, a.at, a.action,
                   a.reason
            FROM audit a WHERE %s ORDER BY a.id DESC LIMIT 1
            """
                .formatted(where))
        .param("table", table.name())
        .param("key", auditKey)
        .query(
            (row, n) ->
                new Entry(
                    row.getString("who"),
                    row.getTimestamp("at").toInstant(),
                    row.getString("action"),
                    row.getString("reason")))
        .optional();
  }
}
