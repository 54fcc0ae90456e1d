package org.greensward.engagement;

import org.greensward.layer.admin.DashboardCard;
import org.greensward.revision.WorkingDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many next steps with councils are overdue. */
@Component
class OverdueStepsCard implements DashboardCard {
  private final JdbcClient jdbc;
  private final WorkingDate workingDate;

  OverdueStepsCard(JdbcClient jdbc, WorkingDate workingDate) {
    this.jdbc = jdbc;
    this.workingDate = workingDate;
  }

  @Override
  public String title() {
    return "engage.card.board.title";
  }

  @Override
  public Sentence sentence() {
    return Sentence.of(
        "engage.card.board",
        jdbc.sql("SELECT count(*) FROM engagement_plan WHERE next_date < :today")
            .param("today", workingDate.today())
            .query(Long.class)
            .single());
  }

  @Override
  public String link() {
    return "/manage/board";
  }

  @Override
  public int order() {
    return 20;
  }
}
