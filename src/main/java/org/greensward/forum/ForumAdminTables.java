package org.greensward.forum;

import static org.greensward.layer.admin.AdminColumn.basis;
import static org.greensward.layer.admin.AdminColumn.choice;
import static org.greensward.layer.admin.AdminColumn.links;
import static org.greensward.layer.admin.AdminColumn.note;
import static org.greensward.layer.admin.AdminColumn.of;
import static org.greensward.layer.admin.AdminColumn.source;
import static org.greensward.layer.admin.AdminColumn.text;

import org.greensward.council.CouncilAdminTables;
import org.greensward.layer.Contribution;
import org.greensward.layer.admin.AdminTable;
import org.greensward.layer.admin.ColumnKind;
import org.greensward.layer.admin.RowKey;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** The table of officers for forums. */
@Contribution
class ForumAdminTables {
  @Bean
  @Order(70)
  AdminTable forumAdminTable() {
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
            links(
                "councils", CouncilAdminTables.COUNCIL, "forum_council", "forum_id", "council_id"),
            basis().filtered(),
            source(),
            note())
        .sortedBy("name")
        .adding("slug", "slug(:name)")
        .constraint("forum_slug_key", "name", "taken")
        .build();
  }
}
