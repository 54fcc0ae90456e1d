package org.greensward.status;

import org.greensward.layer.admin.DashboardCard;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Statuses that the public does not see yet. */
@Component
class ConfidentialStatusCard implements DashboardCard {
  private final JdbcClient jdbc;

  ConfidentialStatusCard(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String title() {
    return "manage.card.confidential";
  }

  @Override
  public Sentence sentence() {
    long claims =
        jdbc.sql("SELECT count(*) FROM status WHERE published_from > now()")
            .query(Long.class)
            .single();
    return Sentence.of("manage.card.confidential.count", claims);
  }

  @Override
  public String link() {
    return "/manage/status?rows=confidential";
  }
}
