package org.greensward.bench.data;

import java.util.Locale;
import java.util.Random;

/** Generates the shapes of parcels: ragged, of 12 to 20 corners, about as real green space has. */
public final class ParcelShapeGenerator {
  private ParcelShapeGenerator() {}

  /**
   * A closed ring around a centre, its corners in order and so without crossings.
   *
   * @param corner how a corner is written, from its two coordinates, in metres: {@code "%.3f %.3f"}
   * @return the corners with commas between
   */
  public static String ring(double x, double y, Random random, String corner) {
    int corners = 12 + random.nextInt(9);
    double radius = 5 + 20 * random.nextDouble();
    StringBuilder ring = new StringBuilder();
    String first = "";
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double length = radius * (0.7 + 0.6 * random.nextDouble());
      String written =
          String.format(
              Locale.ROOT, corner, x + length * Math.cos(angle), y + length * Math.sin(angle));
      first = i == 0 ? written : first;
      ring.append(written).append(',');
    }
    return ring.append(first).toString();
  }
}
