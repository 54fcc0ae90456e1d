package org.greensward.admin.row;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greensward.layer.admin.AdminRow;
import org.greensward.layer.admin.AdminTable;
import org.springframework.web.util.UriUtils;

/** Where a row leads: to what its table declares, and to the row's history. */
final class RowLinks {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");
  private static final String KEY = "key";

  private RowLinks() {}

  static List<AdminTable.Link> of(AdminTable table, AdminRow row) {
    List<AdminTable.Link> links = new ArrayList<>();
    table
        .links()
        .forEach(link -> links.add(new AdminTable.Link(link.text(), filled(link.address(), row))));
    links.add(
        new AdminTable.Link(
            "manage.way.history",
            "/manage/audit?table="
                + table.name()
                + "&row="
                + UriUtils.encodeQueryParam(
                    row.auditKey() == null ? "" : row.auditKey(), "UTF-8")));
    return links;
  }

  private static String filled(String address, AdminRow row) {
    return PLACEHOLDER
        .matcher(address)
        .replaceAll(
            found -> {
              String name = found.group(1);
              String value = name.equals(KEY) ? row.key() : row.value(name);
              return Matcher.quoteReplacement(UriUtils.encodePathSegment(value, "UTF-8"));
            });
  }
}
