package org.greensward.engagement;

import org.greensward.layer.admin.DashboardCard.Sentence;
import org.greensward.layer.admin.OfficeCard;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The steps of engagement with a council. */
@Component
class CouncilStepsCard implements OfficeCard {
  private final JdbcClient jdbc;

  CouncilStepsCard(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String title() {
    return "engage.card.steps.title";
  }

  @Override
  public Sentence sentence(long council) {
    return Sentence.of(
        "engage.card.steps",
        jdbc.sql(
                """
                SELECT count(*) FROM engagement_standing WHERE council_id = :council
                """)
            .param("council", council)
            .query(Long.class)
            .single());
  }

  @Override
  public String link(String slug) {
    return "/councils/" + slug + "/office/steps";
  }

  @Override
  public int getOrder() {
    return 20;
  }
}
