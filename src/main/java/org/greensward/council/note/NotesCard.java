package org.greensward.council.note;

import org.greensward.layer.admin.DashboardCard.Sentence;
import org.greensward.layer.admin.OfficeCard;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The notes of a council. */
@Component
class NotesCard implements OfficeCard {
  private final JdbcClient jdbc;

  NotesCard(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String title() {
    return "manage.note.title";
  }

  @Override
  public Sentence sentence(long council) {
    return Sentence.of(
        "manage.note.card",
        jdbc.sql(
                """
                SELECT count(*) FROM council_note WHERE council_id = :council AND ended_at IS NULL
                """)
            .param("council", council)
            .query(Long.class)
            .single());
  }

  @Override
  public String link(String slug) {
    return "/councils/" + slug + "/office/notes";
  }

  @Override
  public int getOrder() {
    return 10;
  }
}
