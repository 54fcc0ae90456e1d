package org.greensward.land;

import static org.greensward.layer.admin.AdminColumn.choice;
import static org.greensward.layer.admin.AdminColumn.of;
import static org.greensward.layer.admin.AdminColumn.reference;
import static org.greensward.layer.admin.AdminColumn.text;
import static org.greensward.status.RegisterAdminTables.basis;
import static org.greensward.status.RegisterAdminTables.note;
import static org.greensward.status.RegisterAdminTables.source;

import java.util.List;
import org.greensward.layer.admin.AdminTable;
import org.greensward.layer.admin.AdminTable.Allowed;
import org.greensward.layer.admin.ColumnKind;
import org.greensward.layer.admin.ColumnReference;
import org.greensward.layer.admin.RowKey;

/** Land and its contracts, what lies around it, and under which licence each layer is. */
public final class LandAdminTables {
  private static final String ACCOUNT = "'account ' || audience_account()";

  private LandAdminTables() {}

  public static List<AdminTable> all() {
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

  private static AdminTable land() {
    return AdminTable.of(
            "land",
            RowKey.text("reference"),
            text("reference").whenAdded().required().sorted().searched(),
            reference("asset_type", ColumnReference.ASSET_TYPE)
                .required()
                .also("unit = (SELECT a.unit FROM asset_type a WHERE a.code = :asset_type)")
                .sorted()
                .filtered(),
            text("name").sorted().searched(),
            reference("owner_id", ColumnReference.PARTY).listed().filtered(),
            reference("maintainer_id", ColumnReference.PARTY).listed().filtered(),
            of("maintainer_valid", ColumnKind.RANGE),
            reference("lot_id", ColumnReference.LOT).filtered(),
            reference("regime_id", ColumnReference.REGIME),
            of("measured", ColumnKind.NUMBER),
            of("drawn", ColumnKind.NUMBER).fixed(),
            choice("unit", "m2", "m", "item").fixed(),
            of("valid", ColumnKind.RANGE).listed(),
            basis().filtered())
        .audited("CAST(t.id AS text)")
        .allowing(Allowed.ALL_BUT_ADD)
        .endingWith("valid");
  }

  private static AdminTable assetType() {
    return AdminTable.of(
            "asset_type",
            RowKey.text("code"),
            text("code").required().whenAdded().sorted().searched(),
            text("label").required().sorted().searched(),
            choice("unit", "m2", "m", "item").required().listed(),
            of("position", ColumnKind.WHOLE).required().sorted())
        .sortedBy("position");
  }

  private static AdminTable contract() {
    return AdminTable.of(
            "contract",
            RowKey.id(),
            text("code").required().sorted().searched(),
            text("title").required().sorted().searched(),
            reference("contractor_id", ColumnReference.PARTY).required().listed(),
            of("term", ColumnKind.RANGE).required().sorted(),
            of("extension_until", ColumnKind.DATE),
            choice("straddle", "split", "majority").required(),
            basis(),
            source(),
            note())
        .sortedBy("code")
        .endingWith("term");
  }

  private static AdminTable lot() {
    return AdminTable.of(
            "lot",
            RowKey.id(),
            text("code").required().sorted().searched(),
            text("name").required().sorted().searched(),
            reference("contract_id", ColumnReference.CONTRACT).required().listed().filtered())
        .sortedBy("code");
  }

  private static AdminTable regime() {
    return AdminTable.of(
            "regime",
            RowKey.id(),
            text("code").required().sorted().searched(),
            reference("contract_id", ColumnReference.CONTRACT).required().listed().filtered(),
            reference("asset_type", ColumnReference.ASSET_TYPE).required().sorted().filtered(),
            of("visits", ColumnKind.NUMBER).required().sorted(),
            text("season_from").listed(),
            text("season_to").listed())
        .sortedBy("code");
  }

  private static AdminTable rate() {
    return AdminTable.of(
            "rate",
            RowKey.id(),
            reference("lot_id", ColumnReference.LOT).required().sorted().searched().filtered(),
            reference("regime_id", ColumnReference.REGIME)
                .required()
                .sorted()
                .searched()
                .filtered(),
            of("gbp", ColumnKind.NUMBER).required().sorted(),
            of("valid", ColumnKind.RANGE).required().sorted(),
            of("published_from", ColumnKind.RELEASE).listed(),
            basis(),
            source())
        .sortedBy("lot_id")
        .endingWith("valid")
        .state("public", "t.published_from <= now()")
        .state("confidential", "coalesce(t.published_from > now(), true)");
  }

  private static AdminTable place() {
    return AdminTable.of(
            "place",
            RowKey.id(),
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
            of("weight", ColumnKind.WHOLE).required(),
            of("geom", ColumnKind.POINT).required(),
            basis("documented", "illustrative", "schematic"))
        .searchedBy("t.lexemes @@ CAST(:_query AS tsquery)")
        .adding(
            "local",
            "is_local(ST_SetSRID(ST_MakePoint(CAST(:geom_easting AS float8),"
                + " CAST(:geom_northing AS float8)), 27700))");
  }

  private static AdminTable postcode() {
    return AdminTable.of(
            "postcode",
            RowKey.text("code"),
            text("code").required().whenAdded().sorted(),
            of("geom", ColumnKind.POINT).required().listed(),
            basis().listed())
        .searchedBy("t.code LIKE :_whole || '%'");
  }

  private static AdminTable context() {
    return AdminTable.of(
            "context",
            RowKey.id(),
            text("name").listed().searched(),
            choice("theme", "street", "water", "rail", "building", "woodland", "place")
                .required()
                .listed()
                .filtered(),
            text("class").listed(),
            of("min_zoom", ColumnKind.WHOLE).required().listed())
        .allowing(Allowed.ALL_BUT_ADD);
  }

  private static AdminTable licence() {
    return AdminTable.of(
            "layer_licence",
            RowKey.text("layer"),
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
            of("contractor_until", ColumnKind.DATE),
            text("line").required().listed(),
            of("attribution", ColumnKind.LONG_TEXT).required(),
            of("terms", ColumnKind.LONG_TEXT),
            of("terms_version", ColumnKind.WHOLE).fixed().listed(),
            source())
        .saving("changed_at", "now()")
        .saving("changed_by", ACCOUNT);
  }
}
