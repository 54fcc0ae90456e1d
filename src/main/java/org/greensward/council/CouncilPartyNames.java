package org.greensward.council;

import org.greensward.layer.admin.RowChangeListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the names of a council and of its party the same, whichever of them an officer changes, and
 * the council's address after its name.
 */
@Component
class CouncilPartyNames implements RowChangeListener {
  private final JdbcClient jdbc;

  CouncilPartyNames(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void rowChanged(String table, String key) {
    switch (table) {
      case "council" -> {
        update(
            """
            UPDATE party p SET name = c.name, aliases = c.aliases FROM council c
            WHERE c.id = CAST(:key AS bigint) AND p.id = c.party_id
              AND (p.name, p.aliases) IS DISTINCT FROM (c.name, c.aliases)
            """,
            key);
        update(
            """
            UPDATE council SET slug = slug(name)
            WHERE id = CAST(:key AS bigint) AND slug <> slug(name)
            """,
            key);
      }
      case "party" -> {
        update(
            """
            UPDATE council c SET name = p.name, aliases = p.aliases FROM party p
            WHERE p.id = CAST(:key AS bigint) AND p.id = c.party_id
              AND (p.name, p.aliases) IS DISTINCT FROM (c.name, c.aliases)
            """,
            key);
        update(
            """
            UPDATE council SET slug = slug(name)
            WHERE party_id = CAST(:key AS bigint) AND slug <> slug(name)
            """,
            key);
      }
      default -> {}
    }
  }

  private void update(String sql, String key) {
    jdbc.sql(sql).param("key", key).update();
  }
}
