package org.greensward.proposal.decision;

import org.greensward.error.UserException;
import org.greensward.proposal.DrawnShape;
import org.greensward.proposal.Proposal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Corrects what is recorded of land. Within the caller's transaction. */
@Repository
class ParcelCorrectionRepository {
  /**
   * The one regime of the lot's contract for an asset type; null where there are several, or none.
   */
  private static final String REGIME =
      """
      (SELECT min(r.id) FROM regime r JOIN lot ON lot.contract_id = r.contract_id
       WHERE lot.id = %s AND r.asset_type = t.code HAVING count(*) = 1)
      """;

  private final JdbcClient jdbc;

  ParcelCorrectionRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Corrects the land that a proposal is about; gives the id of the parcel.
   *
   * @throws UserException when the parcel is no more, or no agreement covers it
   */
  long write(Proposal proposal, ProposalDecision decision) {
    return switch (proposal.kind()) {
      case LAND_WRONG_TYPE -> retype(proposal, decision);
      case LAND_WRONG_SHAPE -> reshape(proposal, decision);
      case LAND_MISSING -> add(decision);
      case LAND_NOT_OURS -> remedy(proposal, decision);
      default -> throw new IllegalArgumentException(proposal.kind().word());
    };
  }

  /** What was measured in another unit says nothing any more. */
  private long retype(Proposal proposal, ProposalDecision decision) {
    return changed(
        jdbc.sql(
                """
                UPDATE land l SET asset_type = t.code, unit = t.unit,
                       measured = CASE WHEN l.unit = t.unit THEN l.measured END, regime_id = %s
                FROM asset_type t WHERE t.code = :type AND l.reference = :reference RETURNING l.id
                """
                    .formatted(REGIME.formatted("l.lot_id")))
            .param("type", decision.type()),
        proposal);
  }

  /** A survey of the old outline says nothing of the new one. */
  private long reshape(Proposal proposal, ProposalDecision decision) {
    return changed(
        jdbc.sql(
                """
                UPDATE land SET geom = %s, measured = CAST(:measured AS double precision)
                WHERE reference = :reference RETURNING id
                """
                    .formatted(DrawnShape.READ))
            .param("geometry", decision.geometry())
            .param("measured", decision.measured()),
        proposal);
  }

  private long add(ProposalDecision decision) {
    return jdbc.sql(
            """
            INSERT INTO land (reference, asset_type, unit, name, owner_id, lot_id, regime_id,
                              measured, geom, valid, basis)
            SELECT :reference, t.code, t.unit, :name, CAST(:owner AS bigint), CAST(:lot AS bigint),
                   %s, CAST(:measured AS double precision), %s,
                   daterange(CAST(:from AS date), NULL), :basis
            FROM asset_type t WHERE t.code = :type RETURNING id
            """
                .formatted(REGIME.formatted("CAST(:lot AS bigint)"), DrawnShape.READ))
        .param("reference", decision.reference())
        .param("name", decision.name())
        .param("owner", decision.owner())
        .param("lot", decision.lot())
        .param("measured", decision.measured())
        .param("geometry", decision.geometry())
        .param("from", decision.from())
        .param("basis", decision.basis())
        .param("type", decision.type())
        .query(Long.class)
        .single();
  }

  private long remedy(Proposal proposal, ProposalDecision decision) {
    return switch (decision.remedy()) {
      case "maintainer" ->
          changed(
              jdbc.sql(
                      """
                      UPDATE land SET maintainer_id = :party,
                             maintainer_valid = daterange(CAST(:from AS date), NULL)
                      WHERE reference = :reference RETURNING id
                      """)
                  .param("party", decision.party())
                  .param("from", decision.from()),
              proposal);
      case "owner" ->
          changed(
              jdbc.sql(
                      "UPDATE land SET owner_id = :party WHERE reference = :reference RETURNING id")
                  .param("party", decision.party()),
              proposal);
      case "end" ->
          changed(
              jdbc.sql(
                      """
                      UPDATE land SET valid = daterange(lower(valid), CAST(:from AS date))
                      WHERE reference = :reference AND valid @> CAST(:from AS date) - 1 RETURNING id
                      """)
                  .param("from", decision.from()),
              proposal);
      default -> uncover(proposal, decision);
    };
  }

  /** Takes a parcel out of every agreement of the council that runs on the day or begins later. */
  private long uncover(Proposal proposal, ProposalDecision decision) {
    jdbc.sql(
            """
            INSERT INTO agreement (status_id, term)
            SELECT s.id, s.valid FROM status s
            WHERE s.council_id = :council AND s.status = 'devolved' AND s.published_until IS NULL
              AND NOT EXISTS (SELECT FROM agreement g WHERE g.status_id = s.id)
            """)
        .param("council", proposal.councilId())
        .update();
    int agreements =
        jdbc.sql(
                """
                INSERT INTO agreement_cover (agreement_id, reference, covers)
                SELECT g.id, :reference, false FROM agreement g JOIN status s ON s.id = g.status_id
                WHERE s.council_id = :council AND s.status = 'devolved' AND s.published_until IS NULL
                  AND s.valid && daterange(CAST(:from AS date), NULL)
                ON CONFLICT (agreement_id, asset_type, reference) DO UPDATE SET covers = false
                """)
            .param("reference", proposal.content().landReference())
            .param("council", proposal.councilId())
            .param("from", decision.from())
            .update();
    if (agreements == 0) {
      throw new UserException(
          proposal.councilName() + " has no agreement that covers land on that day.");
    }
    return changed(jdbc.sql("SELECT id FROM land WHERE reference = :reference"), proposal);
  }

  private static long changed(JdbcClient.StatementSpec change, Proposal proposal) {
    String reference = proposal.content().landReference();
    return change
        .param("reference", reference)
        .query(Long.class)
        .optional()
        .orElseThrow(
            () ->
                new UserException(
                    "There is no land with the reference " + reference + " on that day."));
  }
}
