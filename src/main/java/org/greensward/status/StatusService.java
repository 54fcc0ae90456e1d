package org.greensward.status;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Writes statuses: the officer's form and accepted proposals call it, within their own transaction
 * of {@link org.greensward.security.audit.AuditedTransaction}. A claim is never overwritten: the
 * function {@code claim_status} ends the publication of what it replaces. The import merges whole
 * registers in {@code status.importing} instead.
 */
@Service
public class StatusService {
  private final JdbcClient jdbc;

  StatusService(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The id of a service by its code, such as {@code landscaping}. */
  public long getServiceId(String code) {
    return jdbc.sql("SELECT id FROM service WHERE code = :code")
        .param("code", code)
        .query(Long.class)
        .single();
  }

  /**
   * Makes a claim. A devolved status gets an agreement with it.
   *
   * @return the id of the status; null when nothing is claimed of the dates any more
   * @throws org.springframework.dao.DataAccessException when a rule of the database refuses it
   */
  public Long claim(NewStatusClaim claim) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("council", claim.council());
    parameters.put("service", claim.service());
    parameters.put("status", claim.status());
    parameters.put("from", claim.from());
    parameters.put("until", claim.until());
    parameters.put("arrangement", claim.arrangement());
    parameters.put("basis", claim.basis());
    parameters.put("source", claim.source());
    parameters.put("note", claim.note());
    parameters.put(
        "publish", claim.publishedFrom() == null ? null : Timestamp.from(claim.publishedFrom()));
    return jdbc.sql(
            """
            SELECT claim_status(:council, :service, :status,
                                daterange(CAST(:from AS date), CAST(:until AS date)),
                                :arrangement, :basis, :source, :note,
                                coalesce(CAST(:publish AS timestamptz), now()))
            """)
        .params(parameters)
        .query((row, n) -> new Claimed(row.getObject(1, Long.class)))
        .single()
        .id();
  }

  /** A new arrangement of a council that has land already: the land covered stays the same. */
  public Long claimWithSameCoverage(NewStatusClaim claim) {
    Long before = findDevolved(claim);
    Long made = claim(claim);
    if (before != null && made != null) {
      copyCoverage(before, made);
    }
    return made;
  }

  /**
   * Publishes at once what was to be published later, with all that was written beside it. What it
   * replaces ends first, since of each day one claim is public at a time.
   *
   * @return whether there was something to publish
   */
  public boolean publish(long status) {
    jdbc.sql(
            """
            UPDATE status s SET published_until = now() FROM status p
            WHERE p.id = :id AND p.published_from > now() AND s.council_id = p.council_id
              AND s.service_id = p.service_id AND s.published_until = p.published_from
            """)
        .param("id", status)
        .update();
    return jdbc.sql(
                """
                UPDATE status s SET published_from = now() FROM status p
                WHERE p.id = :id AND p.published_from > now() AND s.council_id = p.council_id
                  AND s.service_id = p.service_id AND s.published_from = p.published_from
                """)
            .param("id", status)
            .update()
        > 0;
  }

  private Long findDevolved(NewStatusClaim claim) {
    return jdbc.sql(
            """
            SELECT s.id FROM status s
            WHERE s.council_id = :council AND s.service_id = :service AND s.status = 'devolved'
              AND s.valid @> CAST(:from AS date) AND s.published_until IS NULL
            """)
        .param("council", claim.council())
        .param("service", claim.service())
        .param("from", claim.from())
        .query(Long.class)
        .optional()
        .orElse(null);
  }

  private void copyCoverage(long before, long made) {
    jdbc.sql(
            """
            INSERT INTO agreement_cover (agreement_id, asset_type, reference, covers)
            SELECT new.id, c.asset_type, c.reference, c.covers
            FROM agreement old JOIN agreement_cover c ON c.agreement_id = old.id, agreement new
            WHERE old.status_id = :before AND new.status_id = :made
            """)
        .param("before", before)
        .param("made", made)
        .update();
  }

  private record Claimed(Long id) {}
}
