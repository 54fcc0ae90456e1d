package org.greensward.council.note;

import org.greensward.layer.admin.DashboardCard.Sentence;
import org.greensward.layer.admin.OfficeCard;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The card of a council's notes. */
@Configuration(proxyBeanMethods = false)
class NoteCards {

  @Bean
  OfficeCard notesCard(JdbcClient jdbc) {
    return new OfficeCard(
        "manage.note.title",
        council ->
            Sentence.of(
                "manage.note.card",
                jdbc.sql(
                        """
                        SELECT count(*) FROM council_note
                        WHERE council_id = :council AND ended_at IS NULL
                        """)
                    .param("council", council)
                    .query(Long.class)
                    .single()),
        "/councils/{slug}/office/notes",
        10);
  }
}
