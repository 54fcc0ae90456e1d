package org.greensward.forum;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.greensward.layer.export.ExportScope;
import org.greensward.layer.export.ExportScopeFinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds forums, for exports of the rows of their councils. */
@Repository
class ForumExportScopes implements ExportScopeFinder {
  private final JdbcClient jdbc;

  ForumExportScopes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Found(long id, String slug, String name) {}

  @Override
  public String kind() {
    return "forum";
  }

  @Override
  public List<Body> list(LocalDate at) {
    return jdbc.sql("SELECT slug, name FROM forum ORDER BY name").query(Body.class).list();
  }

  @Override
  public Optional<ExportScope> find(String slugOrName, LocalDate at) {
    return jdbc.sql(
            """
            SELECT id, slug, name FROM forum
            WHERE slug = lower(:wanted) OR lower(name) = lower(:wanted)
            """)
        .param("wanted", slugOrName)
        .query(Found.class)
        .optional()
        .map(it -> new ExportScope(it.slug, it.name, councils(it.id, at), it.id));
  }

  private Long[] councils(long forum, LocalDate at) {
    return jdbc.sql(
            """
            SELECT c.id FROM forum_council fc
            JOIN council c ON c.id = fc.council_id AND c.valid @> CAST(:at AS date)
            WHERE fc.forum_id = :forum
            """)
        .param("forum", forum)
        .param("at", at)
        .query(Long.class)
        .list()
        .toArray(Long[]::new);
  }

  @Override
  public List<String> suggest(String wanted, LocalDate at) {
    return jdbc.sql(
            """
            SELECT name FROM forum WHERE word_similarity(:wanted, name) > :least
            ORDER BY similarity(:wanted, name) + word_similarity(:wanted, name) DESC, name LIMIT :most
            """)
        .param("wanted", wanted)
        .param("least", LEAST_LIKENESS)
        .param("most", MOST_SUGGESTIONS)
        .query(String.class)
        .list();
  }
}
