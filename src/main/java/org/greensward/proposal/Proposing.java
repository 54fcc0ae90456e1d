package org.greensward.proposal;

import java.time.LocalDate;
import org.greensward.access.Editing;
import org.springframework.stereotype.Component;

/** What a council does with its proposals; each is one transaction. */
@Component
class Proposing {
  private final ProposalRepository proposals;
  private final ProposalSettings settings;
  private final Office office;
  private final Editing editing;

  Proposing(
      ProposalRepository proposals, ProposalSettings settings, Office office, Editing editing) {
    this.proposals = proposals;
    this.settings = settings;
    this.office = office;
    this.editing = editing;
  }

  /** Writes a proposal down and, if so wished, sends it; gives its id. */
  long add(Office.Council council, Kind kind, Content content, boolean send) {
    return editing.run(
        null,
        content.evidence(),
        () -> {
          long id = proposals.add(council.id(), kind, content);
          if (send) {
            proposals.move(id, 1, State.SENT, null, replyBy());
          }
          return id;
        });
  }

  /** Changes what it says; false when somebody else changed it, or took a step, meanwhile. */
  boolean change(Proposal proposal, int version, Content content, boolean send) {
    return editing.run(
        null,
        content.evidence(),
        () ->
            proposals.change(proposal.id(), version, content)
                && (!send
                    || proposals.move(proposal.id(), version + 1, State.SENT, null, replyBy())));
  }

  /** Sends it as it stands; false when it is not as it was. */
  boolean send(Proposal proposal, int version) {
    return editing.run(
        null,
        proposal.content().evidence(),
        () -> proposals.move(proposal.id(), version, State.SENT, null, replyBy()));
  }

  boolean withdraw(Proposal proposal, int version, String words) {
    return editing.run(
        words,
        proposal.content().evidence(),
        () -> proposals.move(proposal.id(), version, State.WITHDRAWN, words, null));
  }

  private LocalDate replyBy() {
    return settings.replyBy(office.today());
  }
}
