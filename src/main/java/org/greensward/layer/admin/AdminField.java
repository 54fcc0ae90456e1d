package org.greensward.layer.admin;

/**
 * One input of a form. A column has one, but for ranges and points, which have two.
 *
 * @param name in the form, and in the bundle
 * @param read SQL of its text as people type it, empty where there is nothing
 */
public record AdminField(AdminColumn column, String name, String read) {
  ColumnKind kind() {
    return column.kind();
  }

  /** Whether it is the second of two. */
  public boolean isSecond() {
    return !name.equals(column.fields().get(0).name());
  }
}
