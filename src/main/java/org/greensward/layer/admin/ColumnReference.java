package org.greensward.layer.admin;

/**
 * The table that a column refers to.
 *
 * @param key its column that is referred to
 * @param numeric whether the key is a number
 * @param label SQL of what people read, over the alias {@code r}
 */
public record ColumnReference(String table, String key, boolean numeric, String label) {
  /** A table that is referred to by its number. */
  public static ColumnReference byId(String table, String label) {
    return new ColumnReference(table, "id", true, label);
  }

  /** A table that is referred to by its code. */
  public static ColumnReference byCode(String table, String label) {
    return new ColumnReference(table, "code", false, label);
  }

  /** SQL of the label of the row that {@code sql} refers to. */
  public String labelOf(String sql) {
    return "(SELECT %s FROM %s r WHERE r.%s = %s)".formatted(label, table, key, sql);
  }

  String type() {
    return numeric ? "bigint" : "text";
  }
}
