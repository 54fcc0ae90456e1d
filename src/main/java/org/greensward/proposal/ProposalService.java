package org.greensward.proposal;

import java.time.LocalDate;
import org.greensward.security.audit.AuditedTransaction;
import org.springframework.stereotype.Component;

/** What a council does with its proposals; each is one transaction. */
@Component
public class ProposalService {
  private final ProposalRepository proposals;
  private final ProposalSettings settings;
  private final CouncilOfficeAccess office;
  private final AuditedTransaction editing;

  ProposalService(
      ProposalRepository proposals,
      ProposalSettings settings,
      CouncilOfficeAccess office,
      AuditedTransaction editing) {
    this.proposals = proposals;
    this.settings = settings;
    this.office = office;
    this.editing = editing;
  }

  /** Writes a proposal down and, if so wished, sends it; gives its id. */
  public long add(
      CouncilOfficeAccess.Council council, ProposalKind kind, ProposalBody content, boolean send) {
    return editing.run(
        null,
        content.evidence(),
        () -> {
          long id = proposals.add(council.id(), kind, content);
          if (send) {
            proposals.move(id, 1, ProposalState.SENT, null, replyBy());
          }
          return id;
        });
  }

  /** Changes what it says; false when somebody else changed it, or took a step, meanwhile. */
  public boolean change(Proposal proposal, int version, ProposalBody content, boolean send) {
    return editing.run(
        null,
        content.evidence(),
        () ->
            proposals.change(proposal.id(), version, content)
                && (!send
                    || proposals.move(
                        proposal.id(), version + 1, ProposalState.SENT, null, replyBy())));
  }

  /** Sends it as it stands; false when it is not as it was. */
  public boolean send(Proposal proposal, int version) {
    return editing.run(
        null,
        proposal.content().evidence(),
        () -> proposals.move(proposal.id(), version, ProposalState.SENT, null, replyBy()));
  }

  public boolean withdraw(Proposal proposal, int version, String words) {
    return editing.run(
        words,
        proposal.content().evidence(),
        () -> proposals.move(proposal.id(), version, ProposalState.WITHDRAWN, words, null));
  }

  private LocalDate replyBy() {
    return settings.replyBy(office.today());
  }
}
