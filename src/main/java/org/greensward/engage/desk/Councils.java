package org.greensward.engage.desk;

import java.util.List;
import org.greensward.access.SignedIn;
import org.greensward.refusal.NotAllowed;
import org.greensward.refusal.NotThere;
import org.greensward.web.Form;
import org.greensward.web.Option;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The councils that addresses and forms name. */
@Repository
public class Councils {
  private final JdbcClient jdbc;

  Councils(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @throws NotThere when no council has the address
   */
  public Council get(String slug) {
    return jdbc.sql("SELECT id, slug, name FROM council WHERE slug = :slug")
        .param("slug", slug)
        .query(Council.class)
        .optional()
        .orElseThrow(() -> new NotThere("There is no council with the address " + slug + "."));
  }

  /**
   * The council whose own pages are asked for.
   *
   * @throws NotAllowed when whoever asks neither acts for it nor is an officer
   */
  public Council office(String slug) {
    SignedIn me = SignedIn.get();
    if (!me.isOfficer() && !me.actsFor(slug)) {
      throw new NotAllowed("These pages are for those who act for that council, and for officers.");
    }
    return get(slug);
  }

  /** Those ticked in a form, by name; notes at the field when there is none. */
  public List<Council> chosen(Form form, String field) {
    List<String> slugs = form.values(field).stream().filter(slug -> !slug.isEmpty()).toList();
    List<Council> chosen =
        slugs.isEmpty()
            ? List.of()
            : jdbc.sql("SELECT id, slug, name FROM council WHERE slug IN (:slugs) ORDER BY name")
                .param("slugs", slugs)
                .query(Council.class)
                .list();
    if (chosen.isEmpty()) {
      form.refuse(field, "engage.choose-councils");
    }
    return chosen;
  }

  /** Forums that a list of councils can be narrowed to. */
  public List<Option> listForums() {
    return jdbc.sql(
            "SELECT slug AS value, name AS text FROM forum WHERE kind <> 'parishes forum'"
                + " AND NOT dormant ORDER BY name")
        .query(Option.class)
        .list();
  }
}
