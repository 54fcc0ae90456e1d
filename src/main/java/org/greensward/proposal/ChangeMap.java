package org.greensward.proposal;

import java.util.List;
import java.util.Locale;

/**
 * A small still map as shapes of an SVG picture, drawn by the server for those who may see it: it
 * stands in the page and is in no tile and no cache.
 *
 * @param width in metres; one unit of the picture is one metre, y counts downwards from the north
 */
public record ChangeMap(double width, double height, List<Shape> shapes, List<Label> labels) {
  private static final double PATTERN_UNITS = 300;
  private static final double TEXT_UNITS = 28;

  /**
   * @param look class of its style
   * @param path as SVG has it
   * @param title what it is; null for ground
   */
  public record Shape(String look, String path, String title) {}

  /** A name at a place of the picture. */
  public record Label(double x, double y, String text) {}

  /** Letters as large as the picture is small. */
  public double textSize() {
    return Math.max(width, height) / TEXT_UNITS;
  }

  /** So that a pattern looks the same whatever the picture shows. */
  public String patternScale() {
    return String.format(Locale.ROOT, "scale(%.4f)", Math.max(width, height) / PATTERN_UNITS);
  }

  public String viewBox() {
    return String.format(Locale.ROOT, "0 0 %.1f %.1f", width, height);
  }
}
