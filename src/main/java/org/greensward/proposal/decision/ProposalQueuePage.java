package org.greensward.proposal.decision;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.greensward.proposal.CouncilOfficeAccess;
import org.greensward.proposal.CouncilParcelRepository;
import org.greensward.proposal.Proposal;
import org.greensward.proposal.ProposalKind;
import org.greensward.proposal.ProposalRepository;
import org.greensward.proposal.ProposalState;
import org.greensward.proposal.QueueFilter;
import org.greensward.web.Page;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /manage/proposals}: what waits for officers, the oldest first. */
@Page
class ProposalQueuePage {
  private final ProposalRepository proposals;
  private final CouncilParcelRepository parcels;
  private final CouncilOfficeAccess office;

  ProposalQueuePage(
      ProposalRepository proposals, CouncilParcelRepository parcels, CouncilOfficeAccess office) {
    this.proposals = proposals;
    this.parcels = parcels;
    this.office = office;
  }

  /**
   * A line of the queue.
   *
   * @param days since it was sent; null for what was not
   */
  record Line(Proposal proposal, Long days, boolean overdue) {}

  @GetMapping("/manage/proposals")
  @Transactional(readOnly = true)
  public String page(
      @RequestParam(defaultValue = QueueFilter.OPEN) String state,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String council,
      Model model) {
    QueueFilter filter = new QueueFilter(state, kind, council);
    LocalDate today = office.today();
    List<Line> lines =
        proposals.listQueue(filter).stream()
            .map(
                it ->
                    new Line(
                        it,
                        it.sentOn() == null ? null : ChronoUnit.DAYS.between(it.sentOn(), today),
                        it.isOverdue(today)))
            .toList();
    model.addAttribute("filter", filter);
    model.addAttribute("lines", lines);
    model.addAttribute("overdue", lines.stream().filter(Line::overdue).count());
    model.addAttribute("kinds", ProposalKind.values());
    model.addAttribute("states", ProposalState.values());
    model.addAttribute("councils", parcels.listCouncilsThatPropose());
    return "manage-proposals";
  }
}
