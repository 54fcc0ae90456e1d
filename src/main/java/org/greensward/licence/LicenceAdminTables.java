package org.greensward.licence;

import static org.greensward.layer.admin.AdminColumn.choice;
import static org.greensward.layer.admin.AdminColumn.of;
import static org.greensward.layer.admin.AdminColumn.source;
import static org.greensward.layer.admin.AdminColumn.text;

import org.greensward.layer.Contribution;
import org.greensward.layer.admin.AdminTable;
import org.greensward.layer.admin.ColumnKind;
import org.greensward.layer.admin.RowKey;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** The table of officers for the licences of the layers. */
@Contribution
class LicenceAdminTables {
  private static final String ACCOUNT = "'account ' || audience_account()";

  @Bean
  @Order(210)
  AdminTable licenceAdminTable() {
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
        .saving("changed_by", ACCOUNT)
        .constraint("layer_licence_contractor_until_a_date", "contractor_until", "contractor")
        .build();
  }
}
