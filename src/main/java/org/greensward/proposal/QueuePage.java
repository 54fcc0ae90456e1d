package org.greensward.proposal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.greensward.web.Page;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /manage/proposals}: what waits for officers, the oldest first. */
@Page
class QueuePage {
  private final ProposalRepository proposals;
  private final CouncilParcels parcels;
  private final Office office;

  QueuePage(ProposalRepository proposals, CouncilParcels parcels, Office office) {
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
    model.addAttribute("kinds", Kind.values());
    model.addAttribute("states", State.values());
    model.addAttribute("councils", parcels.listCouncilsThatPropose());
    return "manage-proposals";
  }
}
