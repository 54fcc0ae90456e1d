package org.greensward.manage.table;

import org.greensward.manage.ManageCard;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Statuses that the public does not see yet. */
@Component
class ConfidentialCard implements ManageCard {
  private final JdbcClient jdbc;

  ConfidentialCard(JdbcClient jdbc) {
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
