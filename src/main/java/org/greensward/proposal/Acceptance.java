package org.greensward.proposal;

import java.time.LocalDate;
import org.greensward.store.WorkingDate;
import org.springframework.stereotype.Component;

/** Writes what was accepted, in the register or the land. Within the caller's transaction. */
@Component
class Acceptance {
  private final StatusChange statuses;
  private final LandChange land;
  private final WorkingDate workingDate;

  Acceptance(StatusChange statuses, LandChange land, WorkingDate workingDate) {
    this.statuses = statuses;
    this.land = land;
    this.workingDate = workingDate;
  }

  /** The id of what was written: a claim, or a parcel. */
  record Written(Long status, Long land) {}

  Written write(Proposal proposal, Decision decision) {
    return proposal.kind().isAboutLand()
        ? new Written(null, land.write(proposal, decision))
        : new Written(statuses.write(proposal, decision), null);
  }

  /** The date on which the change shows: the working date, or its first day where that is later. */
  LocalDate shownAt(Decision decision) {
    LocalDate today = workingDate.today();
    return decision.from() == null || decision.from().isBefore(today) ? today : decision.from();
  }
}
