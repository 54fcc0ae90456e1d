package org.greensward.tile;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** Web Mercator (EPSG:3857) to WGS84 degrees, by the closed formula of the sphere. */
final class Mercator {
  private static final double RADIUS = 6378137;

  private Mercator() {}

  static double longitude(double x) {
    return Math.toDegrees(x / RADIUS);
  }

  static double latitude(double y) {
    return Math.toDegrees(Math.atan(Math.sinh(y / RADIUS)));
  }

  /** A copy of a geometry in degrees, longitude first, rounded to a number of decimals. */
  static Geometry toDegrees(Geometry mercator, int decimals) {
    double steps = Math.pow(10, decimals);
    Geometry degrees = mercator.copy();
    degrees.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence sequence, int i) {
            sequence.setOrdinate(i, 0, Math.rint(longitude(sequence.getX(i)) * steps) / steps);
            sequence.setOrdinate(i, 1, Math.rint(latitude(sequence.getY(i)) * steps) / steps);
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    return degrees;
  }
}
