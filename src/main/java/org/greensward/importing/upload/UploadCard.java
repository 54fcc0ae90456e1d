package org.greensward.importing.upload;

import org.greensward.layer.admin.DashboardCard;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files that were checked and wait to be applied. */
@Component
class UploadCard implements DashboardCard {
  private final JdbcClient jdbc;

  UploadCard(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String title() {
    return "uploads.title";
  }

  @Override
  public Sentence sentence() {
    return Sentence.of(
        "uploads.card",
        jdbc.sql(
                """
                SELECT count(*) FROM upload WHERE state = 'checked'
                """)
            .query(Long.class)
            .single());
  }

  @Override
  public String link() {
    return "/manage/uploads";
  }

  @Override
  public int order() {
    return 40;
  }
}
