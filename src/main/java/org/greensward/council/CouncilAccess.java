package org.greensward.council;

import java.util.List;
import org.greensward.error.ForbiddenException;
import org.greensward.error.NotFoundException;
import org.greensward.security.account.AccountPrincipal;
import org.greensward.web.Form;
import org.greensward.web.SelectOption;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The councils that addresses and forms name. */
@Repository
public class CouncilAccess {
  private final JdbcClient jdbc;

  CouncilAccess(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @throws NotFoundException when no council has the address
   */
  public CouncilReference get(String slug) {
    return jdbc.sql("SELECT id, slug, name FROM council WHERE slug = :slug")
        .param("slug", slug)
        .query(CouncilReference.class)
        .optional()
        .orElseThrow(
            () -> new NotFoundException("There is no council with the address " + slug + "."));
  }

  /**
   * The council whose own pages are asked for.
   *
   * @throws ForbiddenException when whoever asks neither acts for it nor is an officer
   */
  public CouncilReference office(String slug) {
    AccountPrincipal me = AccountPrincipal.get();
    if (!me.isOfficer() && !me.actsFor(slug)) {
      throw new ForbiddenException(
          "These pages are for those who act for that council, and for officers.");
    }
    return get(slug);
  }

  /** Those ticked in a form, by name; notes at the field when there is none. */
  public List<CouncilReference> chosen(Form form, String field) {
    List<String> slugs = form.values(field).stream().filter(slug -> !slug.isEmpty()).toList();
    List<CouncilReference> chosen =
        slugs.isEmpty()
            ? List.of()
            : jdbc.sql("SELECT id, slug, name FROM council WHERE slug IN (:slugs) ORDER BY name")
                .param("slugs", slugs)
                .query(CouncilReference.class)
                .list();
    if (chosen.isEmpty()) {
      form.refuse(field, "engage.choose-councils");
    }
    return chosen;
  }

  /** Forums that a list of councils can be narrowed to. */
  public List<SelectOption> listForums() {
    return jdbc.sql(
            "SELECT slug AS value, name AS text FROM forum WHERE kind <> 'parishes forum'"
                + " AND NOT dormant ORDER BY name")
        .query(SelectOption.class)
        .list();
  }
}
