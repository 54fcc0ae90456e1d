package org.greensward.council;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.greensward.layer.export.ExportScope;
import org.greensward.layer.export.ExportScopeFinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds councils whose rows are exported alone, also by a name or an address that they once had.
 */
@Repository
class CouncilExportScopes implements ExportScopeFinder {
  private final JdbcClient jdbc;
  private final CouncilAddressRepository addresses;

  CouncilExportScopes(JdbcClient jdbc, CouncilAddressRepository addresses) {
    this.jdbc = jdbc;
    this.addresses = addresses;
  }

  private record Found(long id, String slug, String name) {
    ExportScope scope() {
      return new ExportScope(slug, name, new Long[] {id}, null);
    }
  }

  @Override
  public String kind() {
    return "council";
  }

  @Override
  public List<Body> list(LocalDate at) {
    return jdbc.sql("SELECT slug, name FROM council WHERE valid @> CAST(:at AS date) ORDER BY name")
        .param("at", at)
        .query(Body.class)
        .list();
  }

  @Override
  public Optional<ExportScope> find(String slugOrName, LocalDate at) {
    return named(slugOrName, at).or(() -> renamed(slugOrName, at)).map(Found::scope);
  }

  private Optional<Found> named(String wanted, LocalDate at) {
    return jdbc.sql(
            """
            SELECT id, slug, name FROM council
            WHERE valid @> CAST(:at AS date)
              AND (slug = lower(:wanted) OR lower(name) = lower(:wanted)
                   OR lower(:wanted) IN (SELECT lower(a) FROM unnest(aliases) AS a))
            ORDER BY slug = lower(:wanted) DESC, lower(name) = lower(:wanted) DESC
            LIMIT 1
            """)
        .param("wanted", wanted)
        .param("at", at)
        .query(Found.class)
        .optional();
  }

  /** A council by the address that it once had, or that one it follows had. */
  private Optional<Found> renamed(String slug, LocalDate at) {
    return addresses
        .findNow(slug, at)
        .flatMap(
            now ->
                jdbc.sql(
                        """
                        SELECT id, slug, name FROM council
                        WHERE slug = :slug AND valid @> CAST(:at AS date)
                        """)
                    .param("slug", now)
                    .param("at", at)
                    .query(Found.class)
                    .optional());
  }

  @Override
  public List<String> suggest(String wanted, LocalDate at) {
    return jdbc.sql(
            """
            SELECT name FROM council
            WHERE valid @> CAST(:at AS date) AND word_similarity(:wanted, name) > :least
            ORDER BY similarity(:wanted, name) + word_similarity(:wanted, name) DESC, name LIMIT :most
            """)
        .param("at", at)
        .param("wanted", wanted)
        .param("least", LEAST_LIKENESS)
        .param("most", MOST_SUGGESTIONS)
        .query(String.class)
        .list();
  }
}
