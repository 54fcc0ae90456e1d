package org.greensward.proposal.decision;

import java.sql.Timestamp;
import org.greensward.proposal.Proposal;
import org.greensward.proposal.ProposalKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes in the register where a council stands. Within the caller's transaction. */
@Repository
class StatusChangeRepository {
  private final JdbcClient jdbc;

  StatusChangeRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Claims the status that a proposal is for; gives the id of the claim. */
  long write(Proposal proposal, ProposalDecision decision) {
    Long before = devolvedAt(proposal, decision);
    long made =
        jdbc.sql(
                """
                SELECT claim_status(:council, v.id, :status, daterange(CAST(:from AS date), NULL),
                                    :arrangement, :basis, :source, :note,
                                    coalesce(CAST(:publish AS timestamptz), now()))
                FROM service v WHERE v.code = 'landscaping'
                """)
            .param("council", proposal.councilId())
            .param("status", proposal.kind().status())
            .param("from", decision.from())
            .param("arrangement", decision.arrangement())
            .param("basis", decision.basis())
            .param("source", decision.source())
            .param("note", decision.note())
            .param(
                "publish", decision.publish() == null ? null : Timestamp.from(decision.publish()))
            .query(Long.class)
            .single();
    if (before != null && proposal.kind() == ProposalKind.ARRANGEMENT) {
      keepCover(before, made);
    }
    return made;
  }

  /** A council that has land already goes on with the same land under a new arrangement. */
  private Long devolvedAt(Proposal proposal, ProposalDecision decision) {
    return jdbc.sql(
            """
            SELECT s.id FROM status s JOIN service v ON v.id = s.service_id AND v.code = 'landscaping'
            WHERE s.council_id = :council AND s.status = 'devolved'
              AND s.valid @> CAST(:from AS date) AND s.published_until IS NULL
            """)
        .param("council", proposal.councilId())
        .param("from", decision.from())
        .query(Long.class)
        .optional()
        .orElse(null);
  }

  private void keepCover(long before, long made) {
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

  /**
   * Publishes at once what was to be published later, with all that was written beside it. What it
   * replaces ends first, since of each day one claim is public at a time.
   */
  boolean publish(long status) {
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
}
