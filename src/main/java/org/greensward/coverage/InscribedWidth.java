package org.greensward.coverage;

import org.locationtech.jts.algorithm.MinimumDiameter;
import org.locationtech.jts.geom.Geometry;

/**
 * How wide an area is: the diameter of the largest circle that fits into it.
 *
 * <p>The circle is never sought itself. JTS can (MaximumInscribedCircle), but takes seconds for a
 * sliver a thousand times as long as wide, and a country of mismatched borders has many of those.
 * Bounds settle most cases: {@code 2A/P <= width <= sqrt(4A/pi)}, of which the first follows from
 * Bonnesen's inequality, and no circle is wider than the narrowest strip around the area. The rest
 * is tried by shrinking the area by half the width and seeing whether anything is left.
 */
public final class InscribedWidth {
  private InscribedWidth() {}

  /** The width in metres of the widest part, to 5 %; 0 for what has no area. */
  static double width(Geometry area) {
    double widest = 0;
    for (int i = 0; i < area.getNumGeometries(); i++) {
      Geometry part = area.getGeometryN(i);
      if (part.getArea() > 0 && !narrower(part, widest)) {
        widest = search(part);
      }
    }
    return widest;
  }

  /** Whether no circle with this diameter fits into a polygon. */
  public static boolean narrower(Geometry polygon, double width) {
    if (circle(polygon) < width) {
      return true;
    }
    if (mean(polygon) >= width) {
      return false;
    }
    return new MinimumDiameter(polygon).getLength() < width || polygon.buffer(-width / 2).isEmpty();
  }

  private static double search(Geometry polygon) {
    double low = mean(polygon);
    double high = Math.min(circle(polygon), new MinimumDiameter(polygon).getLength());
    while (high > low * 1.05) {
      double middle = Math.sqrt(low * high);
      if (polygon.buffer(-middle / 2).isEmpty()) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return Math.min(low, high);
  }

  /** The diameter of a circle with the same area. */
  private static double circle(Geometry polygon) {
    return 2 * Math.sqrt(polygon.getArea() / Math.PI);
  }

  private static double mean(Geometry polygon) {
    return 2 * polygon.getArea() / polygon.getLength();
  }
}
