package org.greensward.layer.admin;

/**
 * The table that a column refers to.
 *
 * @param key its column that is referred to
 * @param numeric whether the key is a number
 * @param label SQL of what people read, over the alias {@code r}
 */
public record ColumnReference(String table, String key, boolean numeric, String label) {
  public static final ColumnReference PARTY = byId("party", "r.name");
  public static final ColumnReference COUNCIL = byId("council", "r.name");
  public static final ColumnReference WARD = byId("ward", "r.name");
  public static final ColumnReference CONTRACT = byId("contract", "r.code || ', ' || r.title");
  public static final ColumnReference LOT = byId("lot", "r.code || ', ' || r.name");
  public static final ColumnReference REGIME =
      byId(
          "regime",
          "(SELECT k.code FROM contract k WHERE k.id = r.contract_id) || ' ' || r.code || ', '"
              + " || r.asset_type");
  public static final ColumnReference SERVICE = byId("service", "r.name");
  public static final ColumnReference STATUS =
      byId(
          "status",
          "(SELECT c.name FROM council c WHERE c.id = r.council_id) || ', ' || r.status"
              + " || coalesce(' from ' || to_char(lower(r.valid), 'FMDD FMMonth YYYY'), '')");
  public static final ColumnReference AGREEMENT =
      byId(
          "agreement",
          "(SELECT c.name || coalesce(', ' || r.document, '')"
              + " || coalesce(', from ' || to_char(lower(r.term), 'FMDD FMMonth YYYY'), '')"
              + " FROM status s JOIN council c ON c.id = s.council_id WHERE s.id = r.status_id)");
  public static final ColumnReference ASSET_TYPE =
      new ColumnReference("asset_type", "code", false, "r.label");

  private static ColumnReference byId(String table, String label) {
    return new ColumnReference(table, "id", true, label);
  }

  /** SQL of the label of the row that {@code sql} refers to. */
  public String labelOf(String sql) {
    return "(SELECT %s FROM %s r WHERE r.%s = %s)".formatted(label, table, key, sql);
  }

  String type() {
    return numeric ? "bigint" : "text";
  }
}
