package org.greensward.ogc.project;

import org.greensward.manage.ManageCard;
import org.greensward.manage.OfficeCard;
import org.springframework.stereotype.Component;

/** Leads from a council's office to its project for QGIS. */
@Component
class ProjectCard implements OfficeCard {
  @Override
  public String title() {
    return "qgis.card";
  }

  @Override
  public ManageCard.Sentence sentence(long council) {
    return ManageCard.Sentence.of("qgis.card.text");
  }

  @Override
  public String link(String slug) {
    return ProjectController.ADDRESS + "?council=" + slug;
  }

  @Override
  public int getOrder() {
    return 100;
  }
}
