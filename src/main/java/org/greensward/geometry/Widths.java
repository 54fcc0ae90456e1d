package org.greensward.geometry;

import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Geometry;

/** How wide an area is: the diameter of the largest circle that fits into it. */
final class Widths {
  private Widths() {}

  /** The width in metres, to 5 %; 0 for what has no area. */
  static double width(Geometry area) {
    double widest = 0;
    for (int i = 0; i < area.getNumGeometries(); i++) {
      Geometry part = area.getGeometryN(i);
      if (part.getArea() > 0 && atMost(part) > widest) {
        widest = Math.max(widest, Math.min(circle(part), atMost(part)));
      }
    }
    return widest;
  }

  /**
   * Whether no circle with this diameter fits into a polygon. The circle itself is only sought
   * where the bounds by area and perimeter ({@code 2A/P <= width <= sqrt(4A/pi)}; the first is
   * Bonnesen's inequality) leave it open.
   */
  static boolean narrower(Geometry polygon, double width) {
    if (atMost(polygon) < width) {
      return true;
    }
    if (2 * polygon.getArea() / polygon.getLength() >= width) {
      return false;
    }
    return circle(polygon) < width;
  }

  private static double atMost(Geometry polygon) {
    return 2 * Math.sqrt(polygon.getArea() / Math.PI);
  }

  private static double circle(Geometry polygon) {
    double mean = 2 * polygon.getArea() / polygon.getLength();
    var circle = new MaximumInscribedCircle(polygon, Math.max(mean / 20, 1e-6));
    return 2 * circle.getRadiusLine().getLength();
  }
}
