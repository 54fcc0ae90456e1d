package org.greensward.demonstration;

import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Writes points, lines and polygons as well-known text with two decimals. */
final class WktWriter {

  private WktWriter() {}

  static String of(Geometry geometry) {
    StringBuilder text = new StringBuilder();
    if (geometry instanceof Point) {
      ring(text.append("POINT "), geometry.getCoordinates());
    } else if (geometry instanceof LineString) {
      ring(text.append("LINESTRING "), geometry.getCoordinates());
    } else {
      Polygon polygon = (Polygon) geometry;
      ring(text.append("POLYGON ("), polygon.getExteriorRing().getCoordinates());
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        ring(text.append(", "), polygon.getInteriorRingN(i).getCoordinates());
      }
      text.append(')');
    }
    return text.toString();
  }

  private static void ring(StringBuilder text, Coordinate[] points) {
    for (int i = 0; i < points.length; i++) {
      text.append(i == 0 ? '(' : ',').append(number(points[i].x)).append(' ');
      text.append(number(points[i].y));
    }
    text.append(')');
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
