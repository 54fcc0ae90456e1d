package org.greensward.layer.admin;

import org.springframework.core.Ordered;

/**
 * A part of a council's office: a page of its own, which the office leads to. Every bean of this
 * type gets a card there; those who may see the office see all of them.
 */
public interface OfficeCard extends Ordered {
  /** Key of the text that is its heading and link. */
  String title();

  /** What is there now. */
  DashboardCard.Sentence sentence(long council);

  /** Its page, such as {@code /councils/olney-town-council/office/notes}. */
  String link(String slug);

  @Override
  default int getOrder() {
    return 0;
  }
}
