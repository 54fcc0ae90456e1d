package org.greensward.manage.table;

import static org.greensward.manage.table.Column.choice;
import static org.greensward.manage.table.Column.of;
import static org.greensward.manage.table.Column.reference;
import static org.greensward.manage.table.Column.text;
import static org.greensward.manage.table.RegisterTables.basis;
import static org.greensward.manage.table.RegisterTables.note;
import static org.greensward.manage.table.RegisterTables.source;

import java.util.List;
import org.greensward.manage.table.ManagedTable.Allowed;

/** Land and its contracts, what lies around it, and under which licence each layer is. */
final class LandTables {
  private static final String ACCOUNT = "'account ' || audience_account()";

  private LandTables() {}

  static List<ManagedTable> all() {
    return List.of(
        land(),
        assetType(),
        contract(),
        lot(),
        regime(),
        rate(),
        place(),
        postcode(),
        context(),
        licence());
  }

  private static ManagedTable land() {
    return ManagedTable.of(
            "land",
            Key.text("reference"),
            text("reference").whenAdded().required().sorted().searched(),
            reference("asset_type", Reference.ASSET_TYPE)
                .required()
                .also("unit = (SELECT a.unit FROM asset_type a WHERE a.code = :asset_type)")
                .sorted()
                .filtered(),
            text("name").sorted().searched(),
            reference("owner_id", Reference.PARTY).listed().filtered(),
            reference("maintainer_id", Reference.PARTY).listed().filtered(),
            of("maintainer_valid", Kind.RANGE),
            reference("lot_id", Reference.LOT).filtered(),
            reference("regime_id", Reference.REGIME),
            of("measured", Kind.NUMBER),
            of("drawn", Kind.NUMBER).fixed(),
            choice("unit", "m2", "m", "item").fixed(),
            of("valid", Kind.RANGE).listed(),
            basis().filtered())
        .audited("CAST(t.id AS text)")
        .allowing(Allowed.ALL_BUT_ADD)
        .endingWith("valid");
  }

  private static ManagedTable assetType() {
    return ManagedTable.of(
            "asset_type",
            Key.text("code"),
            text("code").required().whenAdded().sorted().searched(),
            text("label").required().sorted().searched(),
            choice("unit", "m2", "m", "item").required().listed(),
            of("position", Kind.WHOLE).required().sorted())
        .sortedBy("position");
  }

  private static ManagedTable contract() {
    return ManagedTable.of(
            "contract",
            Key.id(),
            text("code").required().sorted().searched(),
            text("title").required().sorted().searched(),
            reference("contractor_id", Reference.PARTY).required().listed(),
            of("term", Kind.RANGE).required().sorted(),
            of("extension_until", Kind.DATE),
            choice("straddle", "split", "majority").required(),
            basis(),
            source(),
            note())
        .sortedBy("code")
        .endingWith("term");
  }

  private static ManagedTable lot() {
    return ManagedTable.of(
            "lot",
            Key.id(),
            text("code").required().sorted().searched(),
            text("name").required().sorted().searched(),
            reference("contract_id", Reference.CONTRACT).required().listed().filtered())
        .sortedBy("code");
  }

  private static ManagedTable regime() {
    return ManagedTable.of(
            "regime",
            Key.id(),
            text("code").required().sorted().searched(),
            reference("contract_id", Reference.CONTRACT).required().listed().filtered(),
            reference("asset_type", Reference.ASSET_TYPE).required().sorted().filtered(),
            of("visits", Kind.NUMBER).required().sorted(),
            text("season_from").listed(),
            text("season_to").listed())
        .sortedBy("code");
  }

  private static ManagedTable rate() {
    return ManagedTable.of(
            "rate",
            Key.id(),
            reference("lot_id", Reference.LOT).required().sorted().searched().filtered(),
            reference("regime_id", Reference.REGIME).required().sorted().searched().filtered(),
            of("gbp", Kind.NUMBER).required().sorted(),
            of("valid", Kind.RANGE).required().sorted(),
            of("published_from", Kind.RELEASE).listed(),
            basis(),
            source())
        .sortedBy("lot_id")
        .endingWith("valid")
        .state("public", "t.published_from <= now()")
        .state("confidential", "coalesce(t.published_from > now(), true)");
  }

  private static ManagedTable place() {
    return ManagedTable.of(
            "place",
            Key.id(),
            text("name").required().listed(),
            text("reference").required().whenAdded(),
            text("other_name"),
            choice(
                    "kind",
                    "city",
                    "town",
                    "village",
                    "suburb",
                    "hamlet",
                    "settlement",
                    "street",
                    "road",
                    "station",
                    "building",
                    "water",
                    "woodland",
                    "landform",
                    "place")
                .required()
                .listed()
                .filtered(),
            text("within").listed(),
            of("weight", Kind.WHOLE).required(),
            of("geom", Kind.POINT).required(),
            basis("documented", "illustrative", "schematic"))
        .searchedBy("t.lexemes @@ CAST(:_query AS tsquery)")
        .adding(
            "local",
            "is_local(ST_SetSRID(ST_MakePoint(CAST(:geom_easting AS float8),"
                + " CAST(:geom_northing AS float8)), 27700))");
  }

  private static ManagedTable postcode() {
    return ManagedTable.of(
            "postcode",
            Key.text("code"),
            text("code").required().whenAdded().sorted(),
            of("geom", Kind.POINT).required().listed(),
            basis().listed())
        .searchedBy("t.code LIKE :_whole || '%'");
  }

  private static ManagedTable context() {
    return ManagedTable.of(
            "context",
            Key.id(),
            text("name").listed().searched(),
            choice("theme", "street", "water", "rail", "building", "woodland", "place")
                .required()
                .listed()
                .filtered(),
            text("class").listed(),
            of("min_zoom", Kind.WHOLE).required().listed())
        .allowing(Allowed.ALL_BUT_ADD);
  }

  private static ManagedTable licence() {
    return ManagedTable.of(
            "layer_licence",
            Key.text("layer"),
            choice(
                    "layer",
                    "parishes",
                    "councils",
                    "statuses",
                    "forums",
                    "contracts",
                    "rates",
                    "land",
                    "context",
                    "postcodes",
                    "places")
                .required()
                .whenAdded()
                .sorted(),
            choice("flag", "open", "public-sector internal", "council", "contractor")
                .required()
                .sorted()
                .filtered(),
            of("contractor_until", Kind.DATE),
            text("line").required().listed(),
            of("attribution", Kind.LONG_TEXT).required(),
            of("terms", Kind.LONG_TEXT),
            of("terms_version", Kind.WHOLE).fixed().listed(),
            source())
        .saving("changed_at", "now()")
        .saving("changed_by", ACCOUNT);
  }
}
