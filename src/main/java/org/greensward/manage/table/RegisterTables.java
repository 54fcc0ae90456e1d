package org.greensward.manage.table;

import static org.greensward.manage.table.Column.choice;
import static org.greensward.manage.table.Column.links;
import static org.greensward.manage.table.Column.of;
import static org.greensward.manage.table.Column.reference;
import static org.greensward.manage.table.Column.text;

import java.util.List;
import org.greensward.manage.table.ManagedTable.Allowed;

/** Bodies and where they stand: authority, parties, councils, parishes, wards, forums, statuses. */
final class RegisterTables {
  private RegisterTables() {}

  static List<ManagedTable> all() {
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

  static Column basis(String... words) {
    return choice("basis", words.length > 0 ? words : new String[] {"documented", "illustrative"})
        .required();
  }

  static Column source() {
    return text("source");
  }

  static Column note() {
    return of("note", Kind.LONG_TEXT);
  }

  private static Column valid() {
    return of("valid", Kind.RANGE).listed();
  }

  private static ManagedTable council() {
    return ManagedTable.of(
            "council",
            Key.id(),
            text("name").required().sorted().searched(),
            choice("kind", "parish council", "town council", "community council", "parish meeting")
                .required()
                .sorted()
                .filtered(),
            of("aliases", Kind.LIST).searched(),
            text("contact_role").ofParty(),
            text("contact_email").ofParty().listed(),
            text("contact_phone").ofParty(),
            links("wards", Reference.WARD, "council_ward", "council_id", "ward_id"),
            of("place", Kind.POINT),
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

  private static ManagedTable councilParish() {
    return ManagedTable.of(
            "council_parish",
            Key.of(
                "t.council_id", "bigint",
                "t.parish_code", "text",
                "coalesce(lower(t.valid), '-infinity')", "date"),
            reference("council_id", Reference.COUNCIL)
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

  private static ManagedTable succession() {
    return ManagedTable.of(
        "council_succession",
        Key.of("t.council_id", "bigint", "t.successor_id", "bigint"),
        reference("council_id", Reference.COUNCIL).required().whenAdded().sorted().searched(),
        reference("successor_id", Reference.COUNCIL).required().whenAdded().sorted().searched(),
        of("since", Kind.DATE).required().listed());
  }

  private static ManagedTable status() {
    return ManagedTable.of(
            "status",
            Key.id(),
            reference("council_id", Reference.COUNCIL).fixed().sorted().searched().filtered(),
            reference("service_id", Reference.SERVICE).fixed(),
            choice("status", "devolved", "interested", "none", "unknown")
                .fixed()
                .sorted()
                .filtered(),
            of("valid", Kind.RANGE).fixed().sorted(),
            choice("shown", "public", "confidential", "replaced")
                .reads(
                    "CASE WHEN t.published_from > now() THEN 'confidential'"
                        + " WHEN t.published_until <= now() THEN 'replaced' ELSE 'public' END")
                .listed(),
            of("published_from", Kind.RELEASE).fixed().listed(),
            choice("arrangement", StatusClaims.ARRANGEMENTS.toArray(String[]::new))
                .fixed()
                .filtered(),
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

  private static ManagedTable agreement() {
    return ManagedTable.of(
            "agreement",
            Key.id(),
            reference("status_id", Reference.STATUS).required().whenAdded().sorted().searched(),
            text("document").listed().searched(),
            of("term", Kind.RANGE).required().sorted(),
            of("review_on", Kind.DATE).sorted())
        .endingWith("term");
  }

  private static ManagedTable cover() {
    return ManagedTable.of(
        "agreement_cover",
        Key.of(
            "t.agreement_id", "bigint",
            "coalesce(t.asset_type, '')", "text",
            "coalesce(t.reference, '')", "text"),
        reference("agreement_id", Reference.AGREEMENT)
            .required()
            .whenAdded()
            .sorted()
            .searched()
            .filtered(),
        reference("asset_type", Reference.ASSET_TYPE).whenAdded().sorted().filtered(),
        text("reference").whenAdded().sorted().searched(),
        of("covers", Kind.FLAG).listed());
  }

  private static ManagedTable forum() {
    return ManagedTable.of(
            "forum",
            Key.id(),
            text("name").required().sorted().searched(),
            choice("kind", "ward forum", "local area forum", "parishes forum", "advisory group")
                .required()
                .sorted()
                .filtered(),
            text("chair").listed().searched(),
            of("dormant", Kind.FLAG).listed().filtered(),
            links("councils", Reference.COUNCIL, "forum_council", "forum_id", "council_id"),
            basis().filtered(),
            source(),
            note())
        .sortedBy("name")
        .adding("slug", "slug(:name)");
  }

  private static ManagedTable ward() {
    return ManagedTable.of(
            "ward",
            Key.id(),
            text("name").required().sorted().searched(),
            text("code").sorted().searched(),
            valid())
        .sortedBy("name")
        .endingWith("valid");
  }

  private static ManagedTable parish() {
    return ManagedTable.of(
            "parish",
            Key.id(),
            text("name").required().sorted().searched(),
            text("code").fixed().sorted().searched(),
            choice("kind", "parish", "community", "unparished area").fixed().listed().filtered(),
            of("area_m2", Kind.NUMBER).fixed(),
            valid(),
            basis("documented", "schematic"))
        .sortedBy("name")
        .allowing(Allowed.ALL_BUT_ADD)
        .endingWith("valid");
  }

  private static ManagedTable party() {
    return ManagedTable.of(
            "party",
            Key.id(),
            text("name").required().sorted().searched(),
            choice("kind", "authority", "council", "contractor", "trust", "company", "other")
                .required()
                .sorted()
                .filtered(),
            of("aliases", Kind.LIST).searched(),
            text("contact_role").listed(),
            text("contact_email").listed().searched(),
            text("contact_phone"))
        .sortedBy("name");
  }

  private static ManagedTable authority() {
    return ManagedTable.of(
            "authority",
            Key.id(),
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
