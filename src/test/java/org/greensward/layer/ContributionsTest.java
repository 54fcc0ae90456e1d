package org.greensward.layer;

import static org.assertj.core.api.Assertions.assertThat;

import org.greensward.layer.admin.AdminTable;
import org.greensward.layer.export.ExportLayer;
import org.junit.jupiter.api.Test;

/** What the domains contribute stands in one order, whichever package it is from. */
class ContributionsTest {

  @Test
  void exportLayersAreListedInTheirOrder() {
    assertThat(Contributions.list(ExportLayer.class))
        .extracting(ExportLayer::name)
        .containsExactly(
            "councils", "parishes", "statuses", "land", "pieces", "schedule", "forums", "wards");
  }

  @Test
  void adminTablesAreListedInTheirOrder() {
    assertThat(Contributions.list(AdminTable.class))
        .extracting(AdminTable::name)
        .containsExactly(
            "council",
            "council_parish",
            "council_succession",
            "status",
            "agreement",
            "agreement_cover",
            "forum",
            "ward",
            "parish",
            "party",
            "authority",
            "land",
            "asset_type",
            "contract",
            "lot",
            "regime",
            "rate",
            "place",
            "postcode",
            "context",
            "layer_licence");
  }
}
