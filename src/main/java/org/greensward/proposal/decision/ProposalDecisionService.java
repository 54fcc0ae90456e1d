package org.greensward.proposal.decision;

import java.util.Optional;
import org.greensward.error.UserException;
import org.greensward.proposal.AppliedChange;
import org.greensward.proposal.Proposal;
import org.greensward.proposal.ProposalRepository;
import org.greensward.proposal.ProposalSnapshots;
import org.greensward.proposal.ProposalState;
import org.greensward.security.audit.AuditedTransaction;
import org.greensward.status.StatusService;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What officers do with a proposal. Each is one transaction, in which the change, its trail and the
 * step are written or none of them.
 */
@Component
class ProposalDecisionService {
  private final JdbcClient jdbc;
  private final ProposalRepository proposals;
  private final ProposalApplier acceptance;
  private final StatusService statuses;
  private final ProposalSnapshots subjects;
  private final AuditedTransaction editing;

  ProposalDecisionService(
      JdbcClient jdbc,
      ProposalRepository proposals,
      ProposalApplier acceptance,
      StatusService statuses,
      ProposalSnapshots subjects,
      AuditedTransaction editing) {
    this.jdbc = jdbc;
    this.proposals = proposals;
    this.acceptance = acceptance;
    this.statuses = statuses;
    this.subjects = subjects;
    this.editing = editing;
  }

  /** How a decision ended. */
  enum Outcome {
    DONE,
    /** Somebody else took a step meanwhile; nothing was written. */
    OVERTAKEN,
    /** What it is about is not what the officer was shown; nothing was written. */
    CHANGED
  }

  /**
   * Accepts it.
   *
   * @param version of the proposal that the officer was shown
   * @param known the state of its subject that the officer was shown, see {@link ProposalSnapshots}
   * @throws UserException when a rule refuses the change, in a sentence
   */
  Outcome accept(
      Proposal proposal, int version, String known, ProposalDecision decision, String answer) {
    try {
      return editing.run(
          answer,
          decision.source(),
          () -> {
            if (!isStill(proposal, version)) {
              return Outcome.OVERTAKEN;
            }
            if (!subjects.lock(proposal).equals(known)) {
              return Outcome.CHANGED;
            }
            AppliedChange change = acceptance.write(proposal, decision);
            proposals.accept(proposal.id(), version, answer, change);
            return Outcome.DONE;
          });
    } catch (DataAccessException e) {
      throw new UserException(sentence(e), e);
    }
  }

  /** Asks its council back or declines it, with words. */
  Outcome answer(Proposal proposal, int version, ProposalState state, String answer) {
    return editing.run(
        answer,
        null,
        () ->
            isStill(proposal, version)
                    && proposals.move(proposal.id(), version, state, answer, null)
                ? Outcome.DONE
                : Outcome.OVERTAKEN);
  }

  /** Publishes at once what was accepted to be published later. */
  boolean publish(Proposal proposal) {
    return Boolean.TRUE.equals(
        editing.run(
            "published before its time",
            proposal.number(),
            () -> statuses.publish(proposal.statusId())));
  }

  /** Takes hold of the proposal, so that of two officers the second waits and then sees. */
  private boolean isStill(Proposal proposal, int version) {
    Optional<Integer> now =
        jdbc.sql("SELECT version FROM proposal WHERE id = :id FOR UPDATE")
            .param("id", proposal.id())
            .query(Integer.class)
            .optional();
    return now.isPresent() && now.get() == version && proposal.state().isOpen();
  }

  /** What the database says of a fault, without the statement. */
  static String sentence(DataAccessException fault) {
    String said = fault.getMostSpecificCause().getMessage();
    int end = said.indexOf('\n');
    return said.substring(0, end < 0 ? said.length() : end).replaceFirst("^ERROR: ", "");
  }
}
