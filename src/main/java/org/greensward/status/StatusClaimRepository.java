package org.greensward.status;

import java.time.LocalDate;
import java.util.List;
import org.greensward.layer.admin.ChangeReason;
import org.greensward.security.audit.AuditedTransaction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists the claims about a council's status, and makes one where nobody else did meanwhile. */
@Repository
class StatusClaimRepository {
  private static final String VERSION =
      "coalesce(md5(string_agg(s.id || ' ' || s.xmin, ',' ORDER BY s.id)), '')";

  private final JdbcClient jdbc;
  private final StatusService statuses;
  private final AuditedTransaction editing;

  StatusClaimRepository(JdbcClient jdbc, StatusService statuses, AuditedTransaction editing) {
    this.jdbc = jdbc;
    this.statuses = statuses;
    this.editing = editing;
  }

  /**
   * A claim on record.
   *
   * @param until the first day after it; null: none
   * @param shown public, confidential (not public yet) or replaced (public no longer)
   * @param publishedFrom by the clock, in London; null: from the beginning
   * @param publishedUntil null: no end
   * @param now whether it holds at the working date
   */
  record Claim(
      long id,
      String status,
      LocalDate from,
      LocalDate until,
      String arrangement,
      String basis,
      String source,
      String note,
      String shown,
      LocalDate publishedFrom,
      LocalDate publishedUntil,
      boolean now) {}

  /** All claims about a council, by date, those that were replaced too. */
  List<Claim> list(long council, LocalDate today) {
    return jdbc.sql(
            """
            SELECT s.id, s.status, lower(s.valid) AS "from", upper(s.valid) AS until, s.arrangement,
                   s.basis, s.source, s.note,
                   CASE WHEN s.published_from > now() THEN 'confidential'
                        WHEN s.published_until <= now() THEN 'replaced' ELSE 'public' END AS shown,
                   CASE WHEN isfinite(s.published_from)
                     THEN CAST(s.published_from AT TIME ZONE 'Europe/London' AS date) END
                     AS published_from,
                   CAST(s.published_until AT TIME ZONE 'Europe/London' AS date) AS published_until,
                   s.valid @> :today AS now
            FROM status s WHERE s.council_id = :council
            ORDER BY lower(s.valid) NULLS FIRST, s.published_from, s.id
            """)
        .param("council", council)
        .param("today", today)
        .query(Claim.class)
        .list();
  }

  /** Changes whenever something is claimed of the council. */
  String version(long council) {
    return jdbc.sql("SELECT %s FROM status s WHERE s.council_id = :council".formatted(VERSION))
        .param("council", council)
        .query(String.class)
        .single();
  }

  /**
   * Claims a status.
   *
   * @param version what {@link #version} was when the claims were seen
   * @return whether it was done; else somebody has claimed something meanwhile
   */
  boolean claim(NewStatusClaim claim, String version, ChangeReason why) {
    return editing.run(
        why.reason(),
        why.source(),
        () -> {
          // Whoever claims of the same council waits here, so that versions are compared in turn.
          jdbc.sql("SELECT id FROM council WHERE id = :council FOR NO KEY UPDATE")
              .param("council", claim.council())
              .query(Long.class)
              .optional();
          if (!version(claim.council()).equals(version)) {
            return false;
          }
          statuses.claim(claim);
          return true;
        });
  }
}
