package org.greensward.proposal.decision;

import org.greensward.layer.admin.DashboardCard;
import org.greensward.layer.admin.DashboardCard.Sentence;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The card of proposals: how many wait for an answer. */
@Configuration(proxyBeanMethods = false)
class ProposalCards {

  @Bean
  DashboardCard proposalsCard(JdbcClient jdbc) {
    return new DashboardCard(
        "proposal.card.title",
        () ->
            Sentence.of(
                "proposal.card",
                jdbc.sql("SELECT count(*) FROM proposal WHERE state = 'sent'")
                    .query(Long.class)
                    .single()),
        "/manage/proposals",
        10);
  }
}
