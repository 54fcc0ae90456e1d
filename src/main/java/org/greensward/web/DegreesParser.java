package org.greensward.web;

import org.greensward.error.UserException;

/** Reads longitudes and latitudes of addresses, WGS84 degrees. */
public final class DegreesParser {
  private static final double MOST_LON = 180;
  private static final double MOST_LAT = 90;

  private DegreesParser() {}

  /**
   * @param text as it stands in the address
   * @throws UserException when it is no longitude from -180 to 180
   */
  public static double lon(String text) {
    return read("lon", text, MOST_LON, "-0.703");
  }

  /**
   * @param text as it stands in the address
   * @throws UserException when it is no latitude from -90 to 90
   */
  public static double lat(String text) {
    return read("lat", text, MOST_LAT, "52.154");
  }

  private static double read(String name, String text, double most, String example) {
    try {
      double degrees = Double.parseDouble(text.trim());
      if (Math.abs(degrees) <= most) {
        return degrees;
      }
    } catch (NumberFormatException e) {
      // Told below, as a number out of range is.
    }
    throw new UserException(
        "%s=%s is not a number of degrees from %s to %s; write it as in %s=%s."
            .formatted(name, text, (int) -most, (int) most, name, example));
  }
}
