package org.greensward.land;

import static org.greensward.layer.admin.AdminColumn.basis;
import static org.greensward.layer.admin.AdminColumn.choice;
import static org.greensward.layer.admin.AdminColumn.of;
import static org.greensward.layer.admin.AdminColumn.reference;
import static org.greensward.layer.admin.AdminColumn.text;

import org.greensward.authority.AuthorityAdminTables;
import org.greensward.layer.Contribution;
import org.greensward.layer.QuantityUnit;
import org.greensward.layer.admin.AdminTable;
import org.greensward.layer.admin.AdminTable.Allowed;
import org.greensward.layer.admin.ColumnKind;
import org.greensward.layer.admin.ColumnReference;
import org.greensward.layer.admin.RowKey;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** The tables of officers for land and its asset types. */
@Contribution
public class LandAdminTables {
  public static final ColumnReference ASSET_TYPE = ColumnReference.byCode("asset_type", "r.label");

  public static final ColumnReference LOT = ColumnReference.byId("lot", "r.code || ', ' || r.name");

  public static final ColumnReference REGIME =
      ColumnReference.byId(
          "regime",
          "(SELECT k.code FROM contract k WHERE k.id = r.contract_id) || ' ' || r.code || ', '"
              + " || r.asset_type");

  @Bean
  @Order(120)
  AdminTable landAdminTable() {
    return AdminTable.of(
            "land",
            RowKey.text("reference"),
            text("reference").whenAdded().required().sorted().searched(),
            reference("asset_type", ASSET_TYPE)
                .required()
                .also("unit = (SELECT a.unit FROM asset_type a WHERE a.code = :asset_type)")
                .sorted()
                .filtered(),
            text("name").sorted().searched(),
            reference("owner_id", AuthorityAdminTables.PARTY).listed().filtered(),
            reference("maintainer_id", AuthorityAdminTables.PARTY).listed().filtered(),
            of("maintainer_valid", ColumnKind.RANGE),
            reference("lot_id", LOT).filtered(),
            reference("regime_id", REGIME),
            of("measured", ColumnKind.NUMBER),
            of("drawn", ColumnKind.NUMBER).fixed(),
            choice("unit", QuantityUnit.codes().toArray(String[]::new)).fixed(),
            of("valid", ColumnKind.RANGE).listed(),
            basis().filtered())
        .audited("CAST(t.id AS text)")
        .allowing(Allowed.ALL_BUT_ADD)
        .endingWith("valid")
        .link("manage.way.shape", "/manage/land/{key}/shape")
        .link("manage.way.split", "/manage/land/{key}/split")
        .link("manage.way.merge", "/manage/land/{key}/merge")
        .link("manage.way.page", "/land/{key}")
        .constraint("land_drawn_as_its_asset_type_says", "asset_type", "drawn-otherwise")
        .constraint("land_asset_type_unit_fkey", "unit", "unit-in-use")
        .build();
  }

  @Bean
  @Order(130)
  AdminTable assetTypeAdminTable() {
    return AdminTable.of(
            "asset_type",
            RowKey.text("code"),
            text("code").required().whenAdded().sorted().searched(),
            text("label").required().sorted().searched(),
            choice("unit", QuantityUnit.codes().toArray(String[]::new)).required().listed(),
            of("position", ColumnKind.WHOLE).required().sorted())
        .sortedBy("position")
        .build();
  }
}
