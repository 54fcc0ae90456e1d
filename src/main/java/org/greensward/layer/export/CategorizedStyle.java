package org.greensward.layer.export;

import java.util.List;

/**
 * How the rows of a table are drawn, by the value of one field.
 *
 * @param field whose values decide
 * @param label the field that is written on areas; null for none
 * @param looks by value; the last is for every other value
 */
public record CategorizedStyle(String field, String label, List<Look> looks) {

  /**
   * One look.
   *
   * @param value of the field
   * @param title in the key
   * @param fill a colour such as {@code #FFDD00}; null for none
   * @param outline a colour
   * @param width of the outline in pixels
   * @param pattern what is drawn over the fill
   */
  public record Look(
      String value,
      String title,
      String fill,
      String outline,
      double width,
      boolean dashed,
      Pattern pattern) {}

  /** Drawn over a fill, so that colour is never alone. */
  public enum Pattern {
    NONE,
    HATCH,
    DOTS,
    LEVEL,
    UPRIGHT,
    GRID
  }

  public Look of(Object value) {
    return looks.stream()
        .filter(look -> look.value().equals(value))
        .findFirst()
        .orElse(looks.get(looks.size() - 1));
  }
}
