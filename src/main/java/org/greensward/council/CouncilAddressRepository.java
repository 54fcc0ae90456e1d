package org.greensward.council;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.greensward.error.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where the page of a council stands now, whatever it was called. */
@Repository
public class CouncilAddressRepository {
  private final JdbcClient jdbc;

  CouncilAddressRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The slug under which an address that is no council's at the date is found: of the council that
   * had it before it was renamed, of the one that follows a council that has ended, or of the one
   * that goes by that name too. Empty when there is none.
   */
  public Optional<String> findNow(String slug, LocalDate at) {
    return jdbc.sql(
            """
            WITH RECURSIVE named AS (
              SELECT council_id AS id FROM council_address WHERE slug = :slug
              UNION SELECT id FROM council WHERE slug = :slug
              UNION SELECT id FROM council, unnest(aliases) alias WHERE slug(alias) = :slug
            ), line AS (
              SELECT id FROM named
              UNION SELECT s.successor_id FROM line JOIN council_succession s ON s.council_id = line.id
              WHERE s.since <= :at
            )
            SELECT min(c.slug) FROM line JOIN council c USING (id)
            WHERE c.valid @> :at AND c.slug <> :slug HAVING count(*) = 1
            """)
        .param("slug", slug)
        .param("at", at)
        .query(String.class)
        .optional();
  }

  /** The page that says that there is none, with those whose addresses come nearest. */
  public NotFoundException notThere(String slug, LocalDate at) {
    List<NotFoundException.Suggestion> near =
        jdbc.sql(
                """
                SELECT c.name, '/councils/' || c.slug AS address FROM council c
                WHERE c.valid @> :at AND similarity(c.slug, :slug) > 0.2
                ORDER BY similarity(c.slug, :slug) DESC, c.name LIMIT 5
                """)
            .param("slug", slug)
            .param("at", at)
            .query(NotFoundException.Suggestion.class)
            .list();
    return new NotFoundException(
        "There is no council with the address " + slug + " at " + at + ".", near);
  }
}
