package org.greensward.ogc.qgisproject;

import org.greensward.layer.admin.OfficeCard;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The card that leads from a council's office to its project for QGIS. */
@Configuration(proxyBeanMethods = false)
class QgisProjectCards {

  @Bean
  OfficeCard qgisProjectCard() {
    return OfficeCard.ofLink(
        "qgis.card", "qgis.card.text", QgisProjectController.ADDRESS + "?council={slug}", 100);
  }
}
