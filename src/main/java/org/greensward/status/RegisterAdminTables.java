package org.greensward.status;

import static org.greensward.layer.admin.AdminColumn.choice;
import static org.greensward.layer.admin.AdminColumn.links;
import static org.greensward.layer.admin.AdminColumn.of;
import static org.greensward.layer.admin.AdminColumn.reference;
import static org.greensward.layer.admin.AdminColumn.text;

import java.util.List;
import org.greensward.layer.admin.AdminColumn;
import org.greensward.layer.admin.AdminTable;
import org.greensward.layer.admin.AdminTable.Allowed;
import org.greensward.layer.admin.ColumnKind;
import org.greensward.layer.admin.ColumnReference;
import org.greensward.layer.admin.RowKey;

/** Bodies and where they stand: authority, parties, councils, parishes, wards, forums, statuses. */
public final class RegisterAdminTables {
  private RegisterAdminTables() {}

  public static List<AdminTable> all() {
    return List.of(
        council(),
        councilParish(),
        succession(),
        status(),
        agreement(),
        cover(),
        forum(),
        ward(),
        parish(),
        party(),
        authority());
  }

  public static AdminColumn basis(String... words) {
    return choice("basis", words.length > 0 ? words : new String[] {"documented", "illustrative"})
        .required();
  }

  public static AdminColumn source() {
    return text("source");
  }

  public static AdminColumn note() {
    return of("note", ColumnKind.LONG_TEXT);
  }

  private static AdminColumn valid() {
    return of("valid", ColumnKind.RANGE).listed();
  }

  private static AdminTable council() {
    return AdminTable.of(
            "council",
            RowKey.id(),
            text("name").required().sorted().searched(),
            choice("kind", "parish council", "town council", "community council", "parish meeting")
                .required()
                .sorted()
                .filtered(),
            of("aliases", ColumnKind.LIST).searched(),
            text("contact_role").ofParty(),
            text("contact_email").ofParty().listed(),
            text("contact_phone").ofParty(),
            links("wards", ColumnReference.WARD, "council_ward", "council_id", "ward_id"),
            of("place", ColumnKind.POINT),
            valid(),
            basis().filtered(),
            source(),
            note(),
            text("slug").fixed())
        .party()
        .sortedBy("name")
        .endingWith("valid")
        .adding("party_id", "CAST(:_party AS bigint)")
        .adding("slug", "slug(:name)");
  }

  private static AdminTable councilParish() {
    return AdminTable.of(
            "council_parish",
            RowKey.of(
                "t.council_id", "bigint",
                "t.parish_code", "text",
                "coalesce(lower(t.valid), '-infinity')", "date"),
            reference("council_id", ColumnReference.COUNCIL)
                .required()
                .whenAdded()
                .sorted()
                .searched()
                .filtered(),
            text("parish_code").required().whenAdded().sorted().searched(),
            text("parish_name")
                .reads(
                    "(SELECT r.name FROM parish r WHERE r.code = t.parish_code"
                        + " ORDER BY upper(r.valid) DESC LIMIT 1)")
                .listed()
                .searched(),
            valid())
        .audited("t.council_id || ' ' || t.parish_code")
        .endingWith("valid");
  }

  private static AdminTable succession() {
    return AdminTable.of(
        "council_succession",
        RowKey.of("t.council_id", "bigint", "t.successor_id", "bigint"),
        reference("council_id", ColumnReference.COUNCIL).required().whenAdded().sorted().searched(),
        reference("successor_id", ColumnReference.COUNCIL)
            .required()
            .whenAdded()
            .sorted()
            .searched(),
        of("since", ColumnKind.DATE).required().listed());
  }

  private static AdminTable status() {
    return AdminTable.of(
            "status",
            RowKey.id(),
            reference("council_id", ColumnReference.COUNCIL).fixed().sorted().searched().filtered(),
            reference("service_id", ColumnReference.SERVICE).fixed(),
            choice("status", "devolved", "interested", "none", "unknown")
                .fixed()
                .sorted()
                .filtered(),
            of("valid", ColumnKind.RANGE).fixed().sorted(),
            choice("shown", "public", "confidential", "replaced")
                .reads(
                    "CASE WHEN t.published_from > now() THEN 'confidential'"
                        + " WHEN t.published_until <= now() THEN 'replaced' ELSE 'public' END")
                .listed(),
            of("published_from", ColumnKind.RELEASE).fixed().listed(),
            choice("arrangement", Arrangement.codes().toArray(String[]::new)).fixed().filtered(),
            basis().fixed().filtered(),
            source().fixed().searched(),
            note().fixed().searched(),
            text("recorded_by").fixed())
        .sortedBy("council_id")
        .allowing(Allowed.NOT_TO_CHANGE)
        .endingWith("valid")
        .state("confidential", "t.published_from > now()")
        .state("public", "tstzrange(t.published_from, t.published_until) @> now()")
        .state("replaced", "t.published_until <= now()");
  }

  private static AdminTable agreement() {
    return AdminTable.of(
            "agreement",
            RowKey.id(),
            reference("status_id", ColumnReference.STATUS)
                .required()
                .whenAdded()
                .sorted()
                .searched(),
            text("document").listed().searched(),
            of("term", ColumnKind.RANGE).required().sorted(),
            of("review_on", ColumnKind.DATE).sorted())
        .endingWith("term");
  }

  private static AdminTable cover() {
    return AdminTable.of(
        "agreement_cover",
        RowKey.of(
            "t.agreement_id", "bigint",
            "coalesce(t.asset_type, '')", "text",
            "coalesce(t.reference, '')", "text"),
        reference("agreement_id", ColumnReference.AGREEMENT)
            .required()
            .whenAdded()
            .sorted()
            .searched()
            .filtered(),
        reference("asset_type", ColumnReference.ASSET_TYPE).whenAdded().sorted().filtered(),
        text("reference").whenAdded().sorted().searched(),
        of("covers", ColumnKind.FLAG).listed());
  }

  private static AdminTable forum() {
    return AdminTable.of(
            "forum",
            RowKey.id(),
            text("name").required().sorted().searched(),
            choice("kind", "ward forum", "local area forum", "parishes forum", "advisory group")
                .required()
                .sorted()
                .filtered(),
            text("chair").listed().searched(),
            of("dormant", ColumnKind.FLAG).listed().filtered(),
            links("councils", ColumnReference.COUNCIL, "forum_council", "forum_id", "council_id"),
            basis().filtered(),
            source(),
            note())
        .sortedBy("name")
        .adding("slug", "slug(:name)");
  }

  private static AdminTable ward() {
    return AdminTable.of(
            "ward",
            RowKey.id(),
            text("name").required().sorted().searched(),
            text("code").sorted().searched(),
            valid())
        .sortedBy("name")
        .endingWith("valid");
  }

  private static AdminTable parish() {
    return AdminTable.of(
            "parish",
            RowKey.id(),
            text("name").required().sorted().searched(),
            text("code").fixed().sorted().searched(),
            choice("kind", "parish", "community", "unparished area").fixed().listed().filtered(),
            of("area_m2", ColumnKind.NUMBER).fixed(),
            valid(),
            basis("documented", "schematic"))
        .sortedBy("name")
        .allowing(Allowed.ALL_BUT_ADD)
        .endingWith("valid");
  }

  private static AdminTable party() {
    return AdminTable.of(
            "party",
            RowKey.id(),
            text("name").required().sorted().searched(),
            choice("kind", "authority", "council", "contractor", "trust", "company", "other")
                .required()
                .sorted()
                .filtered(),
            of("aliases", ColumnKind.LIST).searched(),
            text("contact_role").listed(),
            text("contact_email").listed().searched(),
            text("contact_phone"))
        .sortedBy("name");
  }

  private static AdminTable authority() {
    return AdminTable.of(
            "authority",
            RowKey.id(),
            text("name").required().sorted(),
            text("short_name").required().listed(),
            text("code").listed(),
            text("accent").required(),
            text("logo_url"),
            text("report_url"),
            text("councillors_url"),
            text("team_name"),
            text("team_email"),
            text("os_licence"))
        .allowing(Allowed.CHANGE);
  }
}
