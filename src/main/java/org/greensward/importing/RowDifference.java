package org.greensward.importing;

import java.util.List;

/**
 * What an import would do to one row.
 *
 * @param table the table
 * @param key what names the row for people: a reference, a code, a name
 * @param action {@code insert}, {@code update} or {@code delete}
 * @param fields what would differ, or for a new row what it would say
 * @param edited whether somebody changed the row by hand since it was last imported
 */
public record RowDifference(
    String table, String key, String action, List<FieldChange> fields, boolean edited) {

  /** A column before and after; null where there is no value. A shape is told as its size. */
  public record FieldChange(String column, String before, String after) {}
}
