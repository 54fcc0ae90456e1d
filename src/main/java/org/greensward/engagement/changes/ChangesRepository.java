package org.greensward.engagement.changes;

import java.time.LocalDate;
import java.util.List;
import org.greensward.database.PublicDataSource;
import org.greensward.engagement.BoardFilter;
import org.greensward.engagement.EngagementSteps;
import org.greensward.status.agreement.AgreementRepository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads what changed since a day. Statuses and agreements are read as the public has them, whoever
 * asks: what is not published yet is in no report.
 */
@Repository
class ChangesRepository {
  private static final int MOVES = 44;
  private static final int NEWS = 10;
  private static final int SIGNED = 5;
  private static final int DUE = 6;
  private static final int MONTHS_AHEAD = 6;

  private final JdbcClient jdbc;
  private final JdbcClient ofPublic;

  ChangesRepository(JdbcClient jdbc, @PublicDataSource JdbcClient ofPublic) {
    this.jdbc = jdbc;
    this.ofPublic = ofPublic;
  }

  ChangeReport since(LocalDate since, LocalDate today, boolean forum) {
    return new ChangeReport(
        forum,
        since,
        today,
        steps(since, today),
        statuses(since, today),
        ChangeReport.Listed.of(forum ? List.of() : moves(since, today), MOVES),
        ChangeReport.Listed.of(news(since, today), NEWS),
        ChangeReport.Listed.of(signed(since, today), SIGNED),
        ChangeReport.Listed.of(
            AgreementRepository.due(ofPublic, today, today.plusMonths(MONTHS_AHEAD)), DUE));
  }

  /** A count of every column of the board, in its order. */
  private List<ChangeReport.Count> steps(LocalDate since, LocalDate today) {
    return jdbc.sql(
            """
            SELECT k.step AS "of",
                   (SELECT count(*) FROM council c LEFT JOIN engagement_at(:since) e
                      ON e.council_id = c.id
                    WHERE c.valid @> :since AND coalesce(e.step, 'nothing') = k.step) AS then,
                   (SELECT count(*) FROM council c LEFT JOIN engagement_at(:today) e
                      ON e.council_id = c.id
                    WHERE c.valid @> :today AND coalesce(e.step, 'nothing') = k.step) AS now
            FROM unnest(string_to_array(:steps, ',')) WITH ORDINALITY AS k (step, n) ORDER BY k.n
            """)
        .param("since", since)
        .param("today", today)
        .param("steps", String.join(",", EngagementSteps.columns()))
        .query(ChangeReport.Count.class)
        .list();
  }

  private List<ChangeReport.Count> statuses(LocalDate since, LocalDate today) {
    return ofPublic
        .sql(
            """
            SELECT k.status AS "of",
                   (SELECT count(*) FROM council_status_at(:since) s WHERE s.status = k.status) AS then,
                   (SELECT count(*) FROM council_status_at(:today) s WHERE s.status = k.status) AS now
            FROM unnest(string_to_array(:statuses, ',')) WITH ORDINALITY AS k (status, n)
            ORDER BY k.n
            """)
        .param("since", since)
        .param("today", today)
        .param("statuses", String.join(",", BoardFilter.STATUSES))
        .query(ChangeReport.Count.class)
        .list();
  }

  private List<ChangeReport.Move> moves(LocalDate since, LocalDate today) {
    return jdbc.sql(
            """
            SELECT c.slug, c.name AS council, coalesce(a.step, 'nothing') AS before,
                   b.step AS after, b.since AS day
            FROM engagement_at(:today) b
            JOIN council c ON c.id = b.council_id
            LEFT JOIN engagement_at(:since) a ON a.council_id = b.council_id
            WHERE a.step_id IS DISTINCT FROM b.step_id AND b.since > :since
            ORDER BY c.name
            """)
        .param("since", since)
        .param("today", today)
        .query(ChangeReport.Move.class)
        .list();
  }

  /**
   * Statuses that people published since then; of those that a file brought, those that begin since
   * then, because when the file was read says nothing.
   */
  private List<ChangeReport.News> news(LocalDate since, LocalDate today) {
    return ofPublic
        .sql(
            """
            SELECT c.slug, c.name AS council, n.status, n.since
            FROM status_news n JOIN council c ON c.id = n.council_id
            WHERE n.status IN ('devolved', 'interested', 'none') AND n.since IS NOT NULL
              AND (n.since > :since AND n.since <= :today
                   OR NOT n.imported AND (n.at AT TIME ZONE 'Europe/London')::date > :since)
            ORDER BY n.since DESC, c.name
            """)
        .param("since", since)
        .param("today", today)
        .query(ChangeReport.News.class)
        .list();
  }

  private List<ChangeReport.Signed> signed(LocalDate since, LocalDate today) {
    return ofPublic
        .sql(
            """
            SELECT c.slug, c.name AS council, g.document, g.signed_on
            FROM agreement g JOIN status s ON s.id = g.status_id JOIN council c ON c.id = s.council_id
            WHERE g.signed_on > :since AND g.signed_on <= :today AND s.published_until IS NULL
            ORDER BY g.signed_on DESC, c.name
            """)
        .param("since", since)
        .param("today", today)
        .query(ChangeReport.Signed.class)
        .list();
  }
}
