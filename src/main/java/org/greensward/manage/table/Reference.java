package org.greensward.manage.table;

/**
 * The table that a column refers to.
 *
 * @param key its column that is referred to
 * @param numeric whether the key is a number
 * @param label SQL of what people read, over the alias {@code r}
 */
record Reference(String table, String key, boolean numeric, String label) {
  static final Reference PARTY = byId("party", "r.name");
  static final Reference COUNCIL = byId("council", "r.name");
  static final Reference WARD = byId("ward", "r.name");
  static final Reference CONTRACT = byId("contract", "r.code || ', ' || r.title");
  static final Reference LOT = byId("lot", "r.code || ', ' || r.name");
  static final Reference REGIME =
      byId(
          "regime",
          "(SELECT k.code FROM contract k WHERE k.id = r.contract_id) || ' ' || r.code || ', '"
              + " || r.asset_type");
  static final Reference SERVICE = byId("service", "r.name");
  static final Reference STATUS =
      byId(
          "status",
          "(SELECT c.name FROM council c WHERE c.id = r.council_id) || ', ' || r.status"
              + " || coalesce(' from ' || to_char(lower(r.valid), 'FMDD FMMonth YYYY'), '')");
  static final Reference AGREEMENT =
      byId(
          "agreement",
          "(SELECT c.name || coalesce(', ' || r.document, '')"
              + " || coalesce(', from ' || to_char(lower(r.term), 'FMDD FMMonth YYYY'), '')"
              + " FROM status s JOIN council c ON c.id = s.council_id WHERE s.id = r.status_id)");
  static final Reference ASSET_TYPE = new Reference("asset_type", "code", false, "r.label");

  private static Reference byId(String table, String label) {
    return new Reference(table, "id", true, label);
  }

  /** SQL of the label of the row that {@code sql} refers to. */
  String labelOf(String sql) {
    return "(SELECT %s FROM %s r WHERE r.%s = %s)".formatted(label, table, key, sql);
  }

  String type() {
    return numeric ? "bigint" : "text";
  }
}
