package org.greensward.status.agreement;

import static org.greensward.layer.admin.AdminColumn.of;
import static org.greensward.layer.admin.AdminColumn.reference;
import static org.greensward.layer.admin.AdminColumn.text;

import org.greensward.layer.Contribution;
import org.greensward.layer.admin.AdminTable;
import org.greensward.layer.admin.ColumnKind;
import org.greensward.layer.admin.ColumnReference;
import org.greensward.layer.admin.RowKey;
import org.greensward.status.StatusAdminTables;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** The tables of officers for agreements and what they cover. */
@Contribution
class AgreementAdminTables {
  private static final ColumnReference AGREEMENT =
      ColumnReference.byId(
          "agreement",
          "(SELECT c.name || coalesce(', ' || r.document, '')"
              + " || coalesce(', from ' || to_char(lower(r.term), 'FMDD FMMonth YYYY'), '')"
              + " FROM status s JOIN council c ON c.id = s.council_id WHERE s.id = r.status_id)");

  private static final ColumnReference ASSET_TYPE = ColumnReference.byCode("asset_type", "r.label");

  @Bean
  @Order(50)
  AdminTable agreementAdminTable() {
    return AdminTable.of(
            "agreement",
            RowKey.id(),
            reference("status_id", StatusAdminTables.STATUS)
                .required()
                .whenAdded()
                .sorted()
                .searched(),
            text("document").listed().searched(),
            of("term", ColumnKind.RANGE).required().sorted(),
            of("review_on", ColumnKind.DATE).sorted())
        .endingWith("term")
        .link("manage.way.cover", "/manage/agreement_cover?is_agreement_id={key}")
        .build();
  }

  @Bean
  @Order(60)
  AdminTable agreementCoverAdminTable() {
    return AdminTable.of(
            "agreement_cover",
            RowKey.of(
                "t.agreement_id", "bigint",
                "coalesce(t.asset_type, '')", "text",
                "coalesce(t.reference, '')", "text"),
            reference("agreement_id", AGREEMENT)
                .required()
                .whenAdded()
                .sorted()
                .searched()
                .filtered(),
            reference("asset_type", ASSET_TYPE).whenAdded().sorted().filtered(),
            text("reference").whenAdded().sorted().searched(),
            of("covers", ColumnKind.FLAG).listed())
        .constraint("agreement_cover_check", "reference", "one-of-two")
        .constraint(
            "agreement_cover_agreement_id_asset_type_reference_key", "agreement_id", "taken")
        .build();
  }
}
