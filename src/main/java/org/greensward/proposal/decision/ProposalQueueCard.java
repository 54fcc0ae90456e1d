package org.greensward.proposal.decision;

import org.greensward.layer.admin.DashboardCard;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Proposals that wait for an answer. */
@Component
class ProposalQueueCard implements DashboardCard {
  private final JdbcClient jdbc;

  ProposalQueueCard(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String title() {
    return "proposal.card.title";
  }

  @Override
  public Sentence sentence() {
    return Sentence.of(
        "proposal.card",
        jdbc.sql(
                """
                SELECT count(*) FROM proposal WHERE state = 'sent'
                """)
            .query(Long.class)
            .single());
  }

  @Override
  public String link() {
    return "/manage/proposals";
  }

  @Override
  public int order() {
    return 10;
  }
}
