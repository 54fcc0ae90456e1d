package org.greensward.export;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.greensward.council.CouncilAddressRepository;
import org.greensward.error.NotFoundException;
import org.greensward.error.UserException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds whose rows are meant by the name of a council or a forum. */
@Repository
public class ExportScopeResolver {
  private static final int MOST_SUGGESTIONS = 3;
  private static final double LEAST_LIKENESS = 0.3;

  private final JdbcClient jdbc;
  private final CouncilAddressRepository addresses;

  ExportScopeResolver(JdbcClient jdbc, CouncilAddressRepository addresses) {
    this.jdbc = jdbc;
    this.addresses = addresses;
  }

  /**
   * The scope of one council, one forum, or of all.
   *
   * @param council its slug, name or another name it goes by; null or blank for none
   * @param forum the slug or name of a forum; null or blank for none
   * @throws NotFoundException when there is none of that name at the date; the sentence names those
   *     nearest
   */
  public ExportScope find(String council, String forum, LocalDate at) {
    boolean ofCouncil = council != null && !council.isBlank();
    boolean ofForum = forum != null && !forum.isBlank();
    if (ofCouncil && ofForum) {
      throw new UserException("A council and a forum are two choices; give one of them.");
    }
    if (ofCouncil) {
      return council(council.strip(), at);
    }
    return ofForum
        ? forum(forum.strip(), at)
        : new ExportScope("all", "All local councils", null, null);
  }

  /** A council, by the address and the name it is known by. */
  record Named(long id, String slug, String name) {}

  /** The councils that there are at a date, by name. */
  List<Named> listCouncils(LocalDate at) {
    return jdbc.sql(
            "SELECT id, slug, name FROM council WHERE valid @> CAST(:at AS date) ORDER BY name")
        .param("at", at)
        .query(Named.class)
        .list();
  }

  List<Named> listForums() {
    return jdbc.sql("SELECT id, slug, name FROM forum ORDER BY name").query(Named.class).list();
  }

  private ExportScope council(String wanted, LocalDate at) {
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
        .query(Named.class)
        .optional()
        .or(() -> renamed(wanted, at))
        .map(c -> new ExportScope(c.slug, c.name, new Long[] {c.id}, null))
        .orElseThrow(() -> missing("council", wanted, nearestCouncils(wanted, at)));
  }

  /** A council by the address that it once had, or that one it follows had. */
  private Optional<Named> renamed(String slug, LocalDate at) {
    return addresses
        .findNow(slug, at)
        .flatMap(now -> listCouncils(at).stream().filter(c -> c.slug.equals(now)).findFirst());
  }

  private ExportScope forum(String wanted, LocalDate at) {
    Named forum =
        jdbc.sql(
                """
                SELECT id, slug, name FROM forum
                WHERE slug = lower(:wanted) OR lower(name) = lower(:wanted)
                """)
            .param("wanted", wanted)
            .query(Named.class)
            .optional()
            .orElseThrow(() -> missing("forum", wanted, nearestForums(wanted)));
    Long[] councils =
        jdbc.sql(
                """
                SELECT c.id FROM forum_council fc
                JOIN council c ON c.id = fc.council_id AND c.valid @> CAST(:at AS date)
                WHERE fc.forum_id = :forum
                """)
            .param("forum", forum.id)
            .param("at", at)
            .query(Long.class)
            .list()
            .toArray(Long[]::new);
    return new ExportScope(forum.slug, forum.name, councils, forum.id);
  }

  private List<String> nearestCouncils(String wanted, LocalDate at) {
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

  private List<String> nearestForums(String wanted) {
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

  private static NotFoundException missing(String what, String wanted, List<String> near) {
    return new NotFoundException(
        near.isEmpty()
            ? "There is no %1$s %2$s; check its name.".formatted(what, wanted)
            : "There is no %s %s; did you mean %s?"
                .formatted(what, wanted, String.join(", or ", near)));
  }
}
