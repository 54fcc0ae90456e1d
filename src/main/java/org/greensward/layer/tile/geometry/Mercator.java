package org.greensward.layer.tile.geometry;

/** Web Mercator (EPSG:3857) and WGS84 degrees, by the closed formulas of the sphere. */
public final class Mercator {
  private static final double RADIUS = 6378137;

  private Mercator() {}

  /** The longitude in degrees of an easting in metres. */
  public static double longitude(double x) {
    return Math.toDegrees(x / RADIUS);
  }

  /** The latitude in degrees of a northing in metres. */
  public static double latitude(double y) {
    return Math.toDegrees(Math.atan(Math.sinh(y / RADIUS)));
  }

  /** The easting in metres of a longitude in degrees. */
  public static double x(double longitude) {
    return RADIUS * Math.toRadians(longitude);
  }

  /** The northing in metres of a latitude in degrees, short of the poles. */
  public static double y(double latitude) {
    return RADIUS * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(latitude) / 2));
  }
}
