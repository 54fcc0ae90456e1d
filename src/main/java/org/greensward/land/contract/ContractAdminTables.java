package org.greensward.land.contract;

import static org.greensward.layer.admin.AdminColumn.basis;
import static org.greensward.layer.admin.AdminColumn.choice;
import static org.greensward.layer.admin.AdminColumn.note;
import static org.greensward.layer.admin.AdminColumn.of;
import static org.greensward.layer.admin.AdminColumn.reference;
import static org.greensward.layer.admin.AdminColumn.source;
import static org.greensward.layer.admin.AdminColumn.text;

import org.greensward.authority.AuthorityAdminTables;
import org.greensward.land.LandAdminTables;
import org.greensward.layer.Contribution;
import org.greensward.layer.admin.AdminTable;
import org.greensward.layer.admin.ColumnKind;
import org.greensward.layer.admin.ColumnReference;
import org.greensward.layer.admin.RowKey;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** The tables of officers for contracts with their lots, regimes and rates. */
@Contribution
class ContractAdminTables {
  private static final ColumnReference CONTRACT =
      ColumnReference.byId("contract", "r.code || ', ' || r.title");

  @Bean
  @Order(140)
  AdminTable contractAdminTable() {
    return AdminTable.of(
            "contract",
            RowKey.id(),
            text("code").required().sorted().searched(),
            text("title").required().sorted().searched(),
            reference("contractor_id", AuthorityAdminTables.PARTY).required().listed(),
            of("term", ColumnKind.RANGE).required().sorted(),
            of("extension_until", ColumnKind.DATE),
            choice("straddle", "split", "majority").required(),
            basis(),
            source(),
            note())
        .sortedBy("code")
        .endingWith("term")
        .link("manage.way.lots", "/manage/lot?is_contract_id={key}")
        .link("manage.way.regimes", "/manage/regime?is_contract_id={key}")
        .constraint("contract_check", "extension_until", "extension")
        .build();
  }

  @Bean
  @Order(150)
  AdminTable lotAdminTable() {
    return AdminTable.of(
            "lot",
            RowKey.id(),
            text("code").required().sorted().searched(),
            text("name").required().sorted().searched(),
            reference("contract_id", CONTRACT).required().listed().filtered())
        .sortedBy("code")
        .link("manage.way.rates", "/manage/rate?is_lot_id={key}")
        .build();
  }

  @Bean
  @Order(160)
  AdminTable regimeAdminTable() {
    return AdminTable.of(
            "regime",
            RowKey.id(),
            text("code").required().sorted().searched(),
            reference("contract_id", CONTRACT).required().listed().filtered(),
            reference("asset_type", LandAdminTables.ASSET_TYPE).required().sorted().filtered(),
            of("visits", ColumnKind.NUMBER).required().sorted(),
            text("season_from").listed(),
            text("season_to").listed())
        .sortedBy("code")
        .constraint("regime_contract_id_code_key", "code", "taken")
        .constraint("regime_season_from_check", "season_from", "season")
        .constraint("regime_season_to_check", "season_to", "season")
        .build();
  }

  @Bean
  @Order(170)
  AdminTable rateAdminTable() {
    return AdminTable.of(
            "rate",
            RowKey.id(),
            reference("lot_id", LandAdminTables.LOT).required().sorted().searched().filtered(),
            reference("regime_id", LandAdminTables.REGIME)
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
        .state("confidential", "coalesce(t.published_from > now(), true)")
        .constraint("rate_one_at_a_time", "valid_from", "one-rate")
        .build();
  }
}
