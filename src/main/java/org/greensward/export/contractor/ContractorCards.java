package org.greensward.export.contractor;

import org.greensward.layer.admin.DashboardCard;
import org.greensward.layer.admin.DashboardCard.Sentence;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The card of contractors' links: how many of them are open. */
@Configuration(proxyBeanMethods = false)
class ContractorCards {

  @Bean
  DashboardCard contractorLinksCard(ContractorLinkService links) {
    return new DashboardCard(
        "contractor.links",
        () -> Sentence.of("contractor.card", links.countOpen()),
        "/manage/contractor-links",
        100);
  }
}
