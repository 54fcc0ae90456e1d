package org.greensward.search;

/**
 * A point that somebody typed.
 *
 * @param x easting in metres (EPSG:27700), or longitude in degrees (EPSG:4326)
 * @param y northing, or latitude
 * @param srid 27700 or 4326
 * @param sizeM the side of the square whose middle it is, in metres; 0 for a point
 * @param label as the results name it
 */
record SearchPoint(double x, double y, int srid, double sizeM, String label) {
  static final int GRID = 27700;
  static final int DEGREES = 4326;

  /** Whether it lies in the rectangle of the National Grid, or the degrees around it. */
  boolean isNearBritain() {
    return srid == GRID
        ? x >= 0 && x < 700_000 && y >= 0 && y < 1_300_000
        : x > -9.5 && x < 2.5 && y > 49 && y < 61.5;
  }

  boolean isGridSquare() {
    return sizeM > 0;
  }
}
