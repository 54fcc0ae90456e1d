package org.greensward.authority;

import static org.greensward.layer.admin.AdminColumn.choice;
import static org.greensward.layer.admin.AdminColumn.of;
import static org.greensward.layer.admin.AdminColumn.text;

import org.greensward.layer.Contribution;
import org.greensward.layer.admin.AdminTable;
import org.greensward.layer.admin.AdminTable.Allowed;
import org.greensward.layer.admin.ColumnKind;
import org.greensward.layer.admin.ColumnReference;
import org.greensward.layer.admin.RowKey;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** The tables of officers for the authority and the parties known to it. */
@Contribution
public class AuthorityAdminTables {
  public static final ColumnReference PARTY = ColumnReference.byId("party", "r.name");

  public static final ColumnReference SERVICE = ColumnReference.byId("service", "r.name");

  @Bean
  @Order(100)
  AdminTable partyAdminTable() {
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
        .sortedBy("name")
        .constraint("party_name", "name", "taken")
        .build();
  }

  @Bean
  @Order(110)
  AdminTable authorityAdminTable() {
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
        .allowing(Allowed.CHANGE)
        .constraint("authority_accent_check", "accent", "accent")
        .build();
  }
}
