package org.greensward.status;

import static org.greensward.layer.admin.AdminColumn.basis;
import static org.greensward.layer.admin.AdminColumn.choice;
import static org.greensward.layer.admin.AdminColumn.note;
import static org.greensward.layer.admin.AdminColumn.of;
import static org.greensward.layer.admin.AdminColumn.reference;
import static org.greensward.layer.admin.AdminColumn.source;
import static org.greensward.layer.admin.AdminColumn.text;

import org.greensward.authority.AuthorityAdminTables;
import org.greensward.council.CouncilAdminTables;
import org.greensward.layer.Contribution;
import org.greensward.layer.admin.AdminTable;
import org.greensward.layer.admin.AdminTable.Allowed;
import org.greensward.layer.admin.ColumnKind;
import org.greensward.layer.admin.ColumnReference;
import org.greensward.layer.admin.RowKey;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** The table of officers for statuses. */
@Contribution
public class StatusAdminTables {
  public static final ColumnReference STATUS =
      ColumnReference.byId(
          "status",
          "(SELECT c.name FROM council c WHERE c.id = r.council_id) || ', ' || r.status"
              + " || coalesce(' from ' || to_char(lower(r.valid), 'FMDD FMMonth YYYY'), '')");

  @Bean
  @Order(40)
  AdminTable statusAdminTable() {
    return AdminTable.of(
            "status",
            RowKey.id(),
            reference("council_id", CouncilAdminTables.COUNCIL)
                .fixed()
                .sorted()
                .searched()
                .filtered(),
            reference("service_id", AuthorityAdminTables.SERVICE).fixed(),
            choice("status", DevolutionStatus.codes().toArray(String[]::new))
                .fixed()
                .sorted()
                .filtered(),
            of("valid", ColumnKind.RANGE).fixed().sorted(),
            choice("shown", "public", "confidential", "replaced")
                .reads(
                    "CASE WHEN t.published_from > now() THEN 'confidential'"
                        + " WHEN t.published_until <= now() THEN 'replaced' ELSE 'public' END")
                .listed(),
            of("published_from", ColumnKind.RELEASE).fixed().listed(),
            choice("arrangement", Arrangement.codes().toArray(String[]::new)).fixed().filtered(),
            basis().fixed().filtered(),
            source().fixed().searched(),
            note().fixed().searched(),
            text("recorded_by").fixed())
        .sortedBy("council_id")
        .allowing(Allowed.NOT_TO_CHANGE)
        .endingWith("valid")
        .state("confidential", "t.published_from > now()")
        .state("public", "tstzrange(t.published_from, t.published_until) @> now()")
        .state("replaced", "t.published_until <= now()")
        .link("manage.way.claim", "/manage/council/{council_id}/status")
        .link("manage.way.statuses", "/manage/status?is_council_id={council_id}")
        .constraint("status_one_at_a_time", "valid_from", "one-status")
        .build();
  }
}
