package org.greensward.ogc.qgisproject;

import org.greensward.layer.admin.DashboardCard;
import org.greensward.layer.admin.OfficeCard;
import org.springframework.stereotype.Component;

/** Leads from a council's office to its project for QGIS. */
@Component
class QgisProjectCard implements OfficeCard {
  @Override
  public String title() {
    return "qgis.card";
  }

  @Override
  public DashboardCard.Sentence sentence(long council) {
    return DashboardCard.Sentence.of("qgis.card.text");
  }

  @Override
  public String link(String slug) {
    return QgisProjectController.ADDRESS + "?council=" + slug;
  }

  @Override
  public int getOrder() {
    return 100;
  }
}
