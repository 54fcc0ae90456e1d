package org.greensward.proposal.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.greensward.error.UserException;
import org.greensward.proposal.ChangeMap;
import org.greensward.proposal.ChangeMapRepository;
import org.greensward.proposal.MapExtent;
import org.greensward.proposal.Proposal;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A proposal before and after: the change is made as it would be, looked at, and taken back. So
 * what an officer is shown is what will be, by the same rules, and not a second reckoning of it.
 * While it is looked at, other changes wait as for any change.
 */
@Component
class ProposalPreview {
  private final ProposalApplier acceptance;
  private final ProposalTotals figures;
  private final ChangeMapRepository maps;
  private final TransactionTemplate transaction;

  ProposalPreview(
      ProposalApplier acceptance,
      ProposalTotals figures,
      ChangeMapRepository maps,
      PlatformTransactionManager transactions) {
    this.acceptance = acceptance;
    this.figures = figures;
    this.maps = maps;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * How things stand: land in figures, councils by status, and a map; null for what is the same.
   */
  record Picture(
      List<ProposalTotals.Amount> amounts, Map<String, Integer> statuses, ChangeMap map) {}

  /**
   * Before and after.
   *
   * @param refused why it cannot be accepted so, in a sentence; null when it can
   * @param at the date on which both are shown
   */
  record Comparison(LocalDate at, Picture before, Picture after, String refused, boolean land) {
    public List<ProposalTotals.Line> lines() {
      return ProposalTotals.compare(
          before.amounts, after == null ? before.amounts : after.amounts, !land);
    }
  }

  Comparison of(Proposal proposal, ProposalDecision decision) {
    LocalDate at = acceptance.shownAt(decision);
    return transaction.execute(
        status -> {
          status.setRollbackOnly();
          MapExtent frame = maps.frame(proposal, decision.geometry());
          String reference = proposal.content().landReference();
          Picture before = picture(proposal, reference, frame, at);
          boolean land = proposal.kind().isAboutLand();
          try {
            acceptance.write(proposal, decision);
          } catch (UserException e) {
            return new Comparison(at, before, null, e.getMessage(), land);
          } catch (DataAccessException e) {
            return new Comparison(at, before, null, ProposalDecisionService.sentence(e), land);
          }
          String after = reference == null ? decision.reference() : reference;
          return new Comparison(at, before, picture(proposal, after, frame, at), null, land);
        });
  }

  private Picture picture(Proposal proposal, String reference, MapExtent frame, LocalDate at) {
    if (proposal.kind().isAboutLand()) {
      return new Picture(
          reference == null ? List.of() : figures.ofParcel(reference, at),
          null,
          maps.ofLand(frame, reference, at));
    }
    return new Picture(
        figures.ofCouncil(proposal.councilId(), at),
        figures.countStatuses(at),
        maps.ofStatuses(frame, proposal.councilId(), at));
  }
}
