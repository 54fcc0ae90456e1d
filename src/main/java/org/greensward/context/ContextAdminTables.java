package org.greensward.context;

import static org.greensward.layer.admin.AdminColumn.choice;
import static org.greensward.layer.admin.AdminColumn.of;
import static org.greensward.layer.admin.AdminColumn.text;

import org.greensward.layer.Contribution;
import org.greensward.layer.admin.AdminTable;
import org.greensward.layer.admin.AdminTable.Allowed;
import org.greensward.layer.admin.ColumnKind;
import org.greensward.layer.admin.RowKey;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** The table of officers for the background of the map. */
@Contribution
class ContextAdminTables {
  @Bean
  @Order(200)
  AdminTable contextAdminTable() {
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
        .allowing(Allowed.ALL_BUT_ADD)
        .build();
  }
}
