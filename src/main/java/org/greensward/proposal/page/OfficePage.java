package org.greensward.proposal.page;

import java.util.List;
import org.greensward.layer.admin.DashboardCard.Sentence;
import org.greensward.layer.admin.OfficeCard;
import org.greensward.proposal.CouncilOfficeAccess;
import org.greensward.proposal.ProposalKind;
import org.greensward.proposal.ProposalRepository;
import org.greensward.revision.WorkingDate;
import org.greensward.status.StatusViews;
import org.greensward.web.Page;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /councils/{slug}/office}: a council's desk, and what officers see of it. */
@Page
class OfficePage {
  private final CouncilOfficeAccess office;
  private final ProposalRepository proposals;
  private final StatusViews standings;
  private final ObjectProvider<OfficeCard> cards;
  private final WorkingDate workingDate;

  OfficePage(
      CouncilOfficeAccess office,
      ProposalRepository proposals,
      StatusViews standings,
      ObjectProvider<OfficeCard> cards,
      WorkingDate workingDate) {
    this.office = office;
    this.proposals = proposals;
    this.standings = standings;
    this.cards = cards;
    this.workingDate = workingDate;
  }

  /** A card as it is shown. */
  record Card(String title, Sentence sentence, String link) {}

  @GetMapping("/councils/{slug}/office")
  @Transactional(readOnly = true)
  public String page(@PathVariable String slug, Model model) {
    CouncilOfficeAccess.Council council = office.enter(slug);
    List<Card> shown =
        cards
            .orderedStream()
            .map(it -> new Card(it.title(), it.sentence(council.id()), it.link(council.slug())))
            .toList();
    model.addAttribute("council", council);
    model.addAttribute("standing", standings.now(council.id(), workingDate.today()));
    model.addAttribute("coming", standings.coming(council.id()));
    model.addAttribute("proposals", proposals.listOf(council.id()));
    model.addAttribute("cards", shown);
    model.addAttribute("kinds", ProposalKind.values());
    model.addAttribute("today", office.today());
    return "office";
  }
}
