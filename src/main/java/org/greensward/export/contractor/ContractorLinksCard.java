package org.greensward.export.contractor;

import org.greensward.layer.admin.DashboardCard;
import org.springframework.stereotype.Component;

/** Contractors' links, on the start page of officers. */
@Component
class ContractorLinksCard implements DashboardCard {
  private final ContractorLinkService links;

  ContractorLinksCard(ContractorLinkService links) {
    this.links = links;
  }

  @Override
  public String title() {
    return "contractor.links";
  }

  @Override
  public Sentence sentence() {
    return Sentence.of("contractor.card", links.countOpen());
  }

  @Override
  public String link() {
    return "/manage/contractor-links";
  }
}
