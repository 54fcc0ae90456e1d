package org.greensward.council;

import static org.greensward.layer.admin.AdminColumn.basis;
import static org.greensward.layer.admin.AdminColumn.choice;
import static org.greensward.layer.admin.AdminColumn.links;
import static org.greensward.layer.admin.AdminColumn.note;
import static org.greensward.layer.admin.AdminColumn.of;
import static org.greensward.layer.admin.AdminColumn.reference;
import static org.greensward.layer.admin.AdminColumn.source;
import static org.greensward.layer.admin.AdminColumn.text;

import org.greensward.layer.Basis;
import org.greensward.layer.Contribution;
import org.greensward.layer.admin.AdminColumn;
import org.greensward.layer.admin.AdminTable;
import org.greensward.layer.admin.AdminTable.Allowed;
import org.greensward.layer.admin.ColumnKind;
import org.greensward.layer.admin.ColumnReference;
import org.greensward.layer.admin.RowKey;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** The tables of officers for councils, their parishes and wards. */
@Contribution
public class CouncilAdminTables {
  public static final ColumnReference COUNCIL = ColumnReference.byId("council", "r.name");

  private static final ColumnReference WARD = ColumnReference.byId("ward", "r.name");

  /** Each council is a party too, whose contacts are shown as the council's own. */
  private static final AdminTable.Parent PARTY =
      new AdminTable.Parent(
          "party",
          "party_id",
          """
          INSERT INTO party (kind, name, aliases, contact_role, contact_email, contact_phone)
          VALUES ('council', :name, coalesce(string_to_array(nullif(:aliases, ''), chr(10)), '{}'),
                  nullif(:contact_role, ''), nullif(:contact_email, ''),
                  nullif(:contact_phone, ''))
          RETURNING id
          """);

  @Bean
  @Order(10)
  AdminTable councilAdminTable() {
    return AdminTable.of(
            "council",
            RowKey.id(),
            text("name").required().sorted().searched(),
            choice("kind", "parish council", "town council", "community council", "parish meeting")
                .required()
                .sorted()
                .filtered(),
            of("aliases", ColumnKind.LIST).searched(),
            text("contact_role").ofParent(),
            text("contact_email").ofParent().listed(),
            text("contact_phone").ofParent(),
            links("wards", WARD, "council_ward", "council_id", "ward_id"),
            of("place", ColumnKind.POINT),
            valid(),
            basis().filtered(),
            source(),
            note(),
            text("slug").fixed())
        .parent(PARTY)
        .sortedBy("name")
        .endingWith("valid")
        .adding("party_id", "CAST(:_parent AS bigint)")
        .adding("slug", "slug(:name)")
        .link("manage.way.page", "/councils/{slug}")
        .link("manage.way.parishes", "/manage/council_parish?is_council_id={key}")
        .link("manage.way.statuses", "/manage/status?is_council_id={key}")
        .link("manage.way.notes", "/councils/{slug}/office/notes")
        .constraint("council_slug_key", "name", "taken")
        .build();
  }

  @Bean
  @Order(20)
  AdminTable councilParishAdminTable() {
    return AdminTable.of(
            "council_parish",
            RowKey.of(
                "t.council_id", "bigint",
                "t.parish_code", "text",
                "coalesce(lower(t.valid), '-infinity')", "date"),
            reference("council_id", COUNCIL).required().whenAdded().sorted().searched().filtered(),
            text("parish_code").required().whenAdded().sorted().searched(),
            text("parish_name")
                .reads(
                    "(SELECT r.name FROM parish r WHERE r.code = t.parish_code"
                        + " ORDER BY upper(r.valid) DESC LIMIT 1)")
                .listed()
                .searched(),
            valid())
        .audited("t.council_id || ' ' || t.parish_code")
        .endingWith("valid")
        .constraint("council_parish_one_council_at_a_time", "valid_from", "one-council")
        .constraint("council_parish_pkey", "parish_code", "taken")
        .build();
  }

  @Bean
  @Order(30)
  AdminTable councilSuccessionAdminTable() {
    return AdminTable.of(
            "council_succession",
            RowKey.of("t.council_id", "bigint", "t.successor_id", "bigint"),
            reference("council_id", COUNCIL).required().whenAdded().sorted().searched(),
            reference("successor_id", COUNCIL).required().whenAdded().sorted().searched(),
            of("since", ColumnKind.DATE).required().listed())
        .constraint("council_succession_pkey", "successor_id", "taken")
        .constraint("council_succession_check", "successor_id", "own-successor")
        .build();
  }

  @Bean
  @Order(80)
  AdminTable wardAdminTable() {
    return AdminTable.of(
            "ward",
            RowKey.id(),
            text("name").required().sorted().searched(),
            text("code").sorted().searched(),
            valid())
        .sortedBy("name")
        .endingWith("valid")
        .build();
  }

  @Bean
  @Order(90)
  AdminTable parishAdminTable() {
    return AdminTable.of(
            "parish",
            RowKey.id(),
            text("name").required().sorted().searched(),
            text("code").fixed().sorted().searched(),
            choice("kind", "parish", "community", "unparished area").fixed().listed().filtered(),
            of("area_m2", ColumnKind.NUMBER).fixed(),
            valid(),
            basis(Basis.DOCUMENTED, Basis.SCHEMATIC))
        .sortedBy("name")
        .allowing(Allowed.ALL_BUT_ADD)
        .endingWith("valid")
        .constraint("parish_one_boundary_at_a_time", "valid_from", "one-boundary")
        .build();
  }

  private static AdminColumn valid() {
    return of("valid", ColumnKind.RANGE).listed();
  }
}
