package org.greensward.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.greensward.layer.admin.ChangeReason;
import org.greensward.security.audit.AuditedTransaction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is claimed of a council's status: never overwritten, but claimed anew from a moment of
 * publication on.
 */
@Repository
class StatusClaimRepository {
  static final List<String> STATUSES = List.of("devolved", "interested", "none", "unknown");
  static final List<String> ARRANGEMENTS =
      List.of("grant-funded", "agency", "top-up", "asset transfer");

  private static final String VERSION =
      "coalesce(md5(string_agg(s.id || ' ' || s.xmin, ',' ORDER BY s.id)), '')";

  private final JdbcClient jdbc;
  private final AuditedTransaction editing;

  StatusClaimRepository(JdbcClient jdbc, AuditedTransaction editing) {
    this.jdbc = jdbc;
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

  /**
   * A new claim.
   *
   * @param status null: nothing is claimed of these dates any more
   * @param until the first day after it; null: none
   * @param publish on which day it becomes public; null: now
   */
  record NewClaim(
      long council,
      long service,
      String status,
      LocalDate from,
      LocalDate until,
      String arrangement,
      String basis,
      String source,
      String note,
      LocalDate publish) {}

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
  boolean claim(NewClaim claim, String version, ChangeReason why) {
    return editing.run(
        why.reason(),
        why.source(),
        () -> {
          // Whoever claims of the same council waits here, so that versions are compared in turn.
          jdbc.sql("SELECT id FROM council WHERE id = :council FOR NO KEY UPDATE")
              .param("council", claim.council)
              .query(Long.class)
              .optional();
          if (!version(claim.council).equals(version)) {
            return false;
          }
          jdbc.sql(
                  """
                  SELECT claim_status(:council, :service, :status, daterange(:from, :until),
                    :arrangement, :basis, :source, :note,
                    coalesce(CAST(:publish AS timestamp) AT TIME ZONE 'Europe/London', now()))
                  """)
              .params(parameters(claim))
              .query((row, n) -> "")
              .list();
          return true;
        });
  }

  private static Map<String, Object> parameters(NewClaim claim) {
    Map<String, Object> all = new java.util.HashMap<>();
    all.put("council", claim.council);
    all.put("service", claim.service);
    all.put("status", claim.status);
    all.put("from", claim.from);
    all.put("until", claim.until);
    all.put("arrangement", claim.arrangement);
    all.put("basis", claim.basis);
    all.put("source", claim.source);
    all.put("note", claim.note);
    all.put("publish", claim.publish == null ? null : claim.publish.toString());
    return all;
  }
}
