package org.greensward.layer.feature;

import java.util.List;

/**
 * What names a feature.
 *
 * @param columns one or two, as SQL on the rows' columns; features are in their order, and two that
 *     a colon joins are the id
 * @param numeric whether the one column is a number
 */
public record FeatureKey(List<String> columns, boolean numeric) {
  /** What joins the two parts of an id. */
  private static final char JOINT = ':';

  public static FeatureKey text(String column) {
    return new FeatureKey(List.of(column), false);
  }

  public static FeatureKey pair(String first, String second) {
    return new FeatureKey(List.of(first, second), false);
  }

  public static FeatureKey number(String column) {
    return new FeatureKey(List.of(column), true);
  }

  /** The id as a text, in SQL. */
  public String idSql() {
    return columns.size() == 1
        ? "CAST(" + columns.get(0) + " AS text)"
        : String.join(" || '" + JOINT + "' || ", columns);
  }

  /** The values of the columns in an id; null when it can be none. */
  public List<Object> values(String id) {
    if (numeric) {
      return id.matches("\\d{1,18}") ? List.of(Long.valueOf(id)) : null;
    }
    if (id.isEmpty() || id.indexOf('\0') >= 0) {
      return null;
    }
    if (columns.size() == 1) {
      return List.of(id);
    }
    int joint = id.lastIndexOf(JOINT);
    return joint < 0 ? null : List.of(id.substring(0, joint), id.substring(joint + 1));
  }
}
