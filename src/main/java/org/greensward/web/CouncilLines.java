package org.greensward.web;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The councils and the days on which their statuses change, as the map page needs them. */
@Repository
class CouncilLines {
  private final JdbcClient jdbc;

  CouncilLines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Every council that exists on the date, by name. */
  List<CouncilLine> listAt(LocalDate at) {
    return jdbc.sql(
            """
            SELECT c.slug, c.name, c.kind, s.status, s.since, s.arrangement,
                   coalesce(s.basis = 'illustrative', false) AS illustrative
            FROM council_status_at(:at) s JOIN council c ON c.id = s.council_id
            ORDER BY c.name
            """)
        .param("at", at)
        .query(CouncilLine.class)
        .list();
  }

  /** The days on which the published status of some council begins or ends, in order. */
  List<LocalDate> listChanges() {
    return jdbc.sql(
            """
            SELECT DISTINCT day
            FROM status, LATERAL (VALUES (lower(valid)), (upper(valid))) AS ends (day)
            WHERE day IS NOT NULL AND isfinite(day) AND published_from <= now()
            ORDER BY day
            """)
        .query(LocalDate.class)
        .list();
  }
}
