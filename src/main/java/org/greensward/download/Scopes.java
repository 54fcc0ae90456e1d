package org.greensward.download;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.greensward.refusal.NotThere;
import org.greensward.refusal.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds whose rows are meant by the name of a council or a forum. */
@Repository
public class Scopes {
  private static final int MOST_SUGGESTIONS = 3;

  private final JdbcClient jdbc;

  Scopes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The scope of one council, one forum, or of all.
   *
   * @param council its slug, name or another name it goes by; null or blank for none
   * @param forum the slug or name of a forum; null or blank for none
   * @throws NotThere when there is none of that name at the date; the sentence names those nearest
   */
  public Scope find(String council, String forum, LocalDate at) {
    boolean ofCouncil = council != null && !council.isBlank();
    boolean ofForum = forum != null && !forum.isBlank();
    if (ofCouncil && ofForum) {
      throw new Refusal("A council and a forum are two choices; give one of them.");
    }
    if (ofCouncil) {
      return council(council.strip(), at);
    }
    return ofForum ? forum(forum.strip(), at) : new Scope("all", "All local councils", null, null);
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

  private Scope council(String wanted, LocalDate at) {
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
        .map(c -> new Scope(c.slug, c.name, new Long[] {c.id}, null))
        .orElseThrow(() -> missing("council", wanted, listCouncils(at), at));
  }

  private Scope forum(String wanted, LocalDate at) {
    Named forum =
        jdbc.sql(
                """
                SELECT id, slug, name FROM forum
                WHERE slug = lower(:wanted) OR lower(name) = lower(:wanted)
                """)
            .param("wanted", wanted)
            .query(Named.class)
            .optional()
            .orElseThrow(() -> missing("forum", wanted, listForums(), at));
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
    return new Scope(forum.slug, forum.name, councils, forum.id);
  }

  private static NotThere missing(String what, String wanted, List<Named> all, LocalDate at) {
    List<String> names = all.stream().map(Named::name).toList();
    List<String> near = NearNames.find(wanted, names, MOST_SUGGESTIONS);
    String when = what.equals("council") ? " at " + at : "";
    String hint;
    if (near.isEmpty()) {
      hint = names.isEmpty() ? "none is recorded" : "one of them is " + names.get(0);
    } else {
      hint = near.stream().collect(Collectors.joining(", ", "did you mean ", "?"));
    }
    return new NotThere(
        "There is no %s %s%s; %s".formatted(what, wanted, when, hint)
            + (hint.endsWith("?") ? "" : "."));
  }
}
