package org.greensward.engagement;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All councils at once, by how far the talk with them has come. */
@Repository
public class BoardRepository {
  private final JdbcClient jdbc;

  BoardRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The councils of a date that the filter lets through, in its order. */
  public List<BoardCard> list(LocalDate at, BoardFilter filter) {
    return jdbc.sql(
            """
            SELECT c.id, c.slug, c.name, s.status, s.since AS status_since, s.confidential,
                   coalesce(e.step, 'nothing') AS step, e.since, p.next_step, p.next_date,
                   coalesce(p.next_date < :at, false) AS overdue, p.point_authority, p.point_council
            FROM council_status_at(:at) s
            JOIN council c ON c.id = s.council_id
            LEFT JOIN engagement_at(:at) e ON e.council_id = c.id
            LEFT JOIN engagement_plan p ON p.council_id = c.id
            WHERE (:status = '' OR s.status = :status)
              AND (:step = '' OR coalesce(e.step, 'nothing') = :step)
              AND (:forum = '' OR EXISTS (
                SELECT FROM forum f JOIN forum_council fc ON fc.forum_id = f.id
                WHERE f.slug = :forum AND fc.council_id = c.id))
            ORDER BY\s"""
                + filter.order())
        .param("at", at)
        .param("status", filter.status())
        .param("step", filter.step())
        .param("forum", filter.forum())
        .query(BoardCard.class)
        .list();
  }

  /** The cards under their steps; every column is there, empty ones too. */
  static Map<String, List<BoardCard>> byStep(List<BoardCard> cards) {
    Map<String, List<BoardCard>> columns = new LinkedHashMap<>();
    for (String step : EngagementSteps.columns()) {
      columns.put(step, cards.stream().filter(card -> card.step().equals(step)).toList());
    }
    return columns;
  }
}
