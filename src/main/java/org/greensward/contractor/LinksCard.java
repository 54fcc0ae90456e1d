package org.greensward.contractor;

import org.greensward.manage.ManageCard;
import org.springframework.stereotype.Component;

/** Contractors' links, on the start page of officers. */
@Component
class LinksCard implements ManageCard {
  private final LinkDesk links;

  LinksCard(LinkDesk links) {
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
