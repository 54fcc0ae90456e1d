package org.greensward.proposal.decision;

import java.time.LocalDate;
import org.greensward.proposal.AppliedChange;
import org.greensward.proposal.Proposal;
import org.greensward.proposal.ProposalKind;
import org.greensward.revision.WorkingDate;
import org.greensward.status.NewStatusClaim;
import org.greensward.status.StatusService;
import org.springframework.stereotype.Component;

/** Writes what was accepted, in the register or the land. Within the caller's transaction. */
@Component
class ProposalApplier {
  private final StatusService statuses;
  private final ParcelCorrectionService land;
  private final WorkingDate workingDate;

  ProposalApplier(StatusService statuses, ParcelCorrectionService land, WorkingDate workingDate) {
    this.statuses = statuses;
    this.land = land;
    this.workingDate = workingDate;
  }

  AppliedChange write(Proposal proposal, ProposalDecision decision) {
    return proposal.kind().isAboutLand()
        ? new AppliedChange(null, land.write(proposal, decision))
        : new AppliedChange(claim(proposal, decision), null);
  }

  private Long claim(Proposal proposal, ProposalDecision decision) {
    NewStatusClaim claim =
        new NewStatusClaim(
            proposal.councilId(),
            statuses.getServiceId("landscaping"),
            proposal.kind().status(),
            decision.from(),
            null,
            decision.arrangement(),
            decision.basis(),
            decision.source(),
            decision.note(),
            decision.publish());
    return proposal.kind() == ProposalKind.ARRANGEMENT
        ? statuses.claimWithSameCoverage(claim)
        : statuses.claim(claim);
  }

  /** The date on which the change shows: the working date, or its first day where that is later. */
  LocalDate shownAt(ProposalDecision decision) {
    LocalDate today = workingDate.today();
    return decision.from() == null || decision.from().isBefore(today) ? today : decision.from();
  }
}
