package org.greensward.admin.row;

import java.util.ArrayList;
import java.util.List;
import org.greensward.layer.admin.AdminRow;
import org.greensward.layer.admin.AdminTable;
import org.springframework.web.util.UriUtils;

/** Where a row leads: to rows of other tables that belong to it, and to its pages. */
final class RowLinks {
  private RowLinks() {}

  /**
   * @param text a text of the bundle
   */
  record Way(String text, String address) {}

  static List<Way> of(AdminTable table, AdminRow row) {
    List<Way> ways = new ArrayList<>();
    String key = UriUtils.encodePathSegment(row.key(), "UTF-8");
    switch (table.name()) {
      case "council" -> {
        ways.add(new Way("manage.way.page", "/councils/" + row.value("slug")));
        ways.add(new Way("manage.way.parishes", "/manage/council_parish?is_council_id=" + key));
        ways.add(new Way("manage.way.statuses", "/manage/status?is_council_id=" + key));
        ways.add(new Way("manage.way.notes", "/councils/" + row.value("slug") + "/office/notes"));
      }
      case "status" -> {
        String council = row.value("council_id");
        ways.add(new Way("manage.way.claim", "/manage/council/" + council + "/status"));
        ways.add(new Way("manage.way.statuses", "/manage/status?is_council_id=" + council));
      }
      case "agreement" ->
          ways.add(new Way("manage.way.cover", "/manage/agreement_cover?is_agreement_id=" + key));
      case "contract" -> {
        ways.add(new Way("manage.way.lots", "/manage/lot?is_contract_id=" + key));
        ways.add(new Way("manage.way.regimes", "/manage/regime?is_contract_id=" + key));
      }
      case "lot" -> ways.add(new Way("manage.way.rates", "/manage/rate?is_lot_id=" + key));
      case "land" -> {
        ways.add(new Way("manage.way.shape", "/manage/land/" + key + "/shape"));
        ways.add(new Way("manage.way.split", "/manage/land/" + key + "/split"));
        ways.add(new Way("manage.way.merge", "/manage/land/" + key + "/merge"));
        ways.add(new Way("manage.way.page", "/land/" + key));
      }
      default -> {}
    }
    ways.add(
        new Way(
            "manage.way.history",
            "/manage/audit?table="
                + table.name()
                + "&row="
                + UriUtils.encodeQueryParam(
                    row.auditKey() == null ? "" : row.auditKey(), "UTF-8")));
    return ways;
  }
}
