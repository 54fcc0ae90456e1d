package org.greensward.land;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads sums over land and its pieces at a date. */
@Repository
public class LandQueries {
  private final JdbcClient jdbc;

  LandQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The totals of all land valid at the date. */
  public LandSums getTotals(LocalDate at) {
    return jdbc.sql(
            """
            SELECT
              (SELECT count(*) FROM land WHERE valid @> :at) AS parcels,
              (SELECT coalesce(sum(drawn), 0) FROM land WHERE unit = 'm2' AND valid @> :at) AS area_m2,
              coalesce(sum(x.drawn) FILTER (WHERE x.parish_id IS NOT NULL), 0) AS pieces_m2,
              coalesce(sum(x.drawn) FILTER (WHERE x.parish_id IS NULL), 0) AS outside_m2,
              (SELECT coalesce(sum(o.area_m2), 0) FROM land_overlap o
               JOIN land a ON a.id = o.land_a AND a.valid @> :at
               JOIN land b ON b.id = o.land_b AND b.valid @> :at) AS twice_m2
            FROM piece x JOIN land l ON l.id = x.land_id
            WHERE l.unit = 'm2' AND l.valid @> :at
            """)
        .param("at", at)
        .query(LandSums.class)
        .single();
  }

  /** A council's land at the date by asset type and who looks after it, in schedule order. */
  public List<ScheduleLine> listSchedule(String slug, LocalDate at) {
    return jdbc.sql(
            """
            SELECT x.asset_type, t.label, x.unit, x.looked_after_by,
                   x.looked_after_by_kind AS kind, count(*) AS parcels, sum(x.quantity) AS quantity,
                   sum(x.drawn) FILTER (WHERE x.unit = 'm2') AS area_m2,
                   min(r.visits) AS fewest_visits, max(r.visits) AS most_visits
            FROM piece_at(:at) x
            JOIN council c ON c.id = x.council_id AND c.slug = :slug
            JOIN asset_type t ON t.code = x.asset_type
            JOIN land l ON l.id = x.land_id
            LEFT JOIN regime r ON r.id = l.regime_id
            GROUP BY x.asset_type, t.label, t.position, x.unit, x.looked_after_by,
                     x.looked_after_by_kind
            ORDER BY t.position, quantity DESC
            """)
        .param("slug", slug)
        .param("at", at)
        .query(ScheduleLine.class)
        .list();
  }
}
