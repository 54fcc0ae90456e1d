package org.greensward.proposal.decision;

import java.time.LocalDate;
import org.greensward.proposal.Proposal;
import org.greensward.revision.WorkingDate;
import org.springframework.stereotype.Component;

/** Writes what was accepted, in the register or the land. Within the caller's transaction. */
@Component
public class ProposalApplier {
  private final StatusChangeRepository statuses;
  private final ParcelCorrectionRepository land;
  private final WorkingDate workingDate;

  ProposalApplier(
      StatusChangeRepository statuses, ParcelCorrectionRepository land, WorkingDate workingDate) {
    this.statuses = statuses;
    this.land = land;
    this.workingDate = workingDate;
  }

  /** The id of what was written: a claim, or a parcel. */
  public record Written(Long status, Long land) {}

  Written write(Proposal proposal, ProposalDecision decision) {
    return proposal.kind().isAboutLand()
        ? new Written(null, land.write(proposal, decision))
        : new Written(statuses.write(proposal, decision), null);
  }

  /** The date on which the change shows: the working date, or its first day where that is later. */
  LocalDate shownAt(ProposalDecision decision) {
    LocalDate today = workingDate.today();
    return decision.from() == null || decision.from().isBefore(today) ? today : decision.from();
  }
}
