package org.greensward.status.agreement;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Agreements as whoever asks may read them, and their terms as officers change them. */
@Repository
public class AgreementRepository {
  /** What a claim has replaced is history. */
  private static final String AGREEMENTS =
      """
      SELECT s.id AS status, g.id, c.id AS council_id, c.slug, c.name AS council, s.arrangement,
             g.document, coalesce(lower(g.term), lower(s.valid)) AS "from", upper(g.term) - 1 AS until,
             g.review_on, g.signed_on,
             NOT EXISTS (SELECT FROM agreement_cover a WHERE a.agreement_id = g.id) AS whole,
             s.published_from > now() AS confidential, coalesce(g.xmin::text, '') AS version
      FROM status s JOIN council c ON c.id = s.council_id
      LEFT JOIN agreement g ON g.status_id = s.id
      WHERE s.status = 'devolved' AND s.published_until IS NULL
      """;

  private static final String DUE =
      """
      SELECT s.id AS status, c.slug, c.name AS council, g.document, d.kind, d.day,
             d.day < :today AS overdue
      FROM status s JOIN council c ON c.id = s.council_id JOIN agreement g ON g.status_id = s.id
      CROSS JOIN LATERAL (VALUES ('end', upper(g.term) - 1), ('review', g.review_on)) AS d (kind, day)
      WHERE s.status = 'devolved' AND s.published_until IS NULL
        AND NOT isempty(s.valid * daterange(:today, NULL)) AND d.day <= :until
      ORDER BY d.day, c.name
      """;

  private final JdbcClient jdbc;

  AgreementRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All that hold now or later, by council. */
  public List<Agreement> list(LocalDate today) {
    return jdbc.sql(
            AGREEMENTS
                + " AND NOT isempty(s.valid * daterange(:today, NULL)) ORDER BY c.name, s.valid")
        .param("today", today)
        .query(Agreement.class)
        .list();
  }

  public List<Agreement> listOf(long council) {
    return jdbc.sql(AGREEMENTS + " AND c.id = :council ORDER BY lower(s.valid) DESC")
        .param("council", council)
        .query(Agreement.class)
        .list();
  }

  public Optional<Agreement> find(long status) {
    return jdbc.sql(AGREEMENTS + " AND s.id = :status")
        .param("status", status)
        .query(Agreement.class)
        .optional();
  }

  /** What ends or is to be reviewed until a day, what is overdue first. */
  public List<AgreementDueDate> listDue(LocalDate today, LocalDate until) {
    return due(jdbc, today, until);
  }

  /** The same through another's eyes. */
  public static List<AgreementDueDate> due(JdbcClient as, LocalDate today, LocalDate until) {
    return as.sql(DUE)
        .param("today", today)
        .param("until", until)
        .query(AgreementDueDate.class)
        .list();
  }

  /** Writes the terms; empty, and nothing written, when they are no longer as they were read. */
  Optional<Long> save(long status, AgreementTerms terms, String version) {
    return jdbc.sql(
            """
            INSERT INTO agreement AS g (status_id, document, term, review_on, signed_on)
            VALUES (:status, :document, daterange(:from, :end), :reviewOn, :signedOn)
            ON CONFLICT (status_id) DO UPDATE
            SET document = excluded.document, term = excluded.term,
                review_on = excluded.review_on, signed_on = excluded.signed_on
            WHERE g.xmin::text = :version
            RETURNING id
            """)
        .param("status", status)
        .param("document", terms.document(), Types.VARCHAR)
        .param("from", terms.from(), Types.DATE)
        .param("end", terms.end(), Types.DATE)
        .param("reviewOn", terms.reviewOn(), Types.DATE)
        .param("signedOn", terms.signedOn(), Types.DATE)
        .param("version", version)
        .query(Long.class)
        .optional();
  }
}
