package org.greensward.engagement.letter;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The templates of letters, which officers write. */
@Repository
class LetterTemplateRepository {
  private static final String TEMPLATES =
      "SELECT id, name, subject, body, xmin::text AS version FROM letter_template"
          + " WHERE ended_at IS NULL";

  private final JdbcClient jdbc;

  LetterTemplateRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<LetterTemplate> list() {
    return jdbc.sql(TEMPLATES + " ORDER BY lower(name)").query(LetterTemplate.class).list();
  }

  Optional<LetterTemplate> find(long id) {
    return jdbc.sql(TEMPLATES + " AND id = :id")
        .param("id", id)
        .query(LetterTemplate.class)
        .optional();
  }

  /** Whether another template has the name already. */
  boolean isTaken(String name, long except) {
    return jdbc.sql(
            "SELECT EXISTS (SELECT FROM letter_template WHERE lower(name) = lower(:name)"
                + " AND ended_at IS NULL AND id <> :except)")
        .param("name", name)
        .param("except", except)
        .query(Boolean.class)
        .single();
  }

  long add(String name, String subject, String body) {
    return jdbc.sql(
            "INSERT INTO letter_template (name, subject, body) VALUES (:name, :subject, :body)"
                + " RETURNING id")
        .param("name", name)
        .param("subject", subject)
        .param("body", body)
        .query(Long.class)
        .single();
  }

  /** Writes a template; false, and nothing written, when it is no longer as it was read. */
  boolean save(LetterTemplate template) {
    return jdbc.sql(
                """
                UPDATE letter_template SET name = :name, subject = :subject, body = :body
                WHERE id = :id AND ended_at IS NULL AND xmin::text = :version
                """)
            .param("id", template.id())
            .param("name", template.name())
            .param("subject", template.subject())
            .param("body", template.body())
            .param("version", template.version())
            .update()
        == 1;
  }

  void end(long id) {
    jdbc.sql("UPDATE letter_template SET ended_at = now() WHERE id = :id AND ended_at IS NULL")
        .param("id", id)
        .update();
  }
}
