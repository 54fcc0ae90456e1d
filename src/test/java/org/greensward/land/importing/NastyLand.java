package org.greensward.land.importing;

import static org.greensward.importing.ImportFixture.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Parishes with ragged borders, and parcels of every kind that lie in, across, along and beyond
 * them. The same each time. Metres in EPSG:27700, rounded to millimetres.
 */
final class NastyLand {
  private static final int CELLS = 4;
  private static final double SIDE = 300;
  private static final double EAST = 480000;
  private static final double NORTH = 240000;
  private static final int KINDS = 14;

  private final Random random = new Random(1894);
  private final double[][][] corners = new double[2 * CELLS + 1][2 * CELLS + 1][];
  private double[] centre;

  NastyLand() {
    for (int i = 0; i <= 2 * CELLS; i++) {
      for (int j = 0; j <= 2 * CELLS; j++) {
        corners[i][j] = point(EAST + SIDE / 2 * i, NORTH + SIDE / 2 * j, SIDE / 6);
      }
    }
  }

  /** A coverage of sixteen parishes whose order of codes is not that of their places. */
  String[] parishes() {
    List<String> features = new ArrayList<>();
    for (int i = 0; i < 2 * CELLS; i += 2) {
      for (int j = 0; j < 2 * CELLS; j += 2) {
        double[][] ring = {
          corners[i][j], corners[i + 1][j], corners[i + 2][j], corners[i + 2][j + 1],
          corners[i + 2][j + 2], corners[i + 1][j + 2], corners[i][j + 2], corners[i][j + 1]
        };
        int number = (i * 7 + j * 3) * 5 % 97 + 100;
        features.add(
            feature(
                "\"code\":\"E04000%03d\",\"name\":\"P%d%d\"".formatted(number, i, j),
                "{\"type\":\"Polygon\",\"coordinates\":%s}".formatted(rings(ring))));
      }
    }
    return features.toArray(String[]::new);
  }

  /** Parcels of lots {@code split} and {@code majority}, and of none. */
  String[] parcels(int count) {
    String[] features = new String[count];
    for (int i = 0; i < count; i++) {
      features[i] = parcel(i);
    }
    return features;
  }

  private String parcel(int i) {
    int kind = i % KINDS;
    double[] corner = corners[1 + random.nextInt(2 * CELLS)][random.nextInt(2 * CELLS + 1)];
    double[] next = nextTo(corner);
    if (kind != 12) { // which overlaps the one before it
      centre =
          kind == 4 || kind == 13 ? corner : point(EAST + 600, NORTH + 600, kind == 11 ? 900 : 650);
    }
    String shape =
        switch (kind) {
          case 5 -> polygon(rings(corner, next, point(corner[0], corner[1], 60)));
          case 6 -> line(centre, point(centre[0], centre[1], 150));
          case 7 -> line(corner, next);
          case 8 -> shape("Point", text(random.nextBoolean() ? corner : centre));
          case 9 ->
              shape(
                  "MultiPolygon",
                  "[%s,%s]".formatted(rings(ragged(20)), rings(shifted(ragged(15), 80))));
          case 10 -> polygon("[%s,%s]".formatted(ring(ragged(40)), ring(square(3))));
          case 13 -> polygon(rings(bowTie(12)));
          default -> polygon(rings(ragged(5 + random.nextInt(35))));
        };
    String type =
        switch (kind) {
          case 6, 7 -> "hedge";
          case 8 -> "tree";
          case 3 -> i % 5 == 0 ? "tree" : "pitch";
          default -> "amenity grass";
        };
    String lot = List.of("null", "\"split\"", "\"majority\"").get(random.nextInt(3));
    String quantity = i % 3 == 0 ? "\"" + random.nextInt(900) + ".25\"" : "null";
    return feature(
        ("\"reference\":\"L%04d\",\"asset_type\":\"%s\",\"lot\":%s,\"quantity\":%s,"
                + "\"from\":\"2015-04-01\",\"maintainer_from\":\"2018-04-01\"")
            .formatted(i, type, lot, quantity),
        shape);
  }

  /** The corner that follows another on a border. */
  private double[] nextTo(double[] corner) {
    for (int i = 0; i < 2 * CELLS; i++) {
      for (int j = 0; j <= 2 * CELLS; j += 2) {
        if (corners[i][j] == corner) {
          return corners[i + 1][j];
        }
      }
    }
    return corners[0][0];
  }

  private double[][] ragged(double radius) {
    int count = 5 + random.nextInt(12);
    double[][] ring = new double[count][];
    for (int i = 0; i < count; i++) {
      double angle = 2 * Math.PI * i / count;
      double length = radius * (0.7 + 0.6 * random.nextDouble());
      ring[i] =
          new double[] {centre[0] + length * Math.cos(angle), centre[1] + length * Math.sin(angle)};
    }
    return ring;
  }

  private double[][] square(double half) {
    return new double[][] {
      {centre[0] - half, centre[1] - half},
      {centre[0] + half, centre[1] - half},
      {centre[0] + half, centre[1] + half},
      {centre[0] - half, centre[1] + half}
    };
  }

  private double[][] bowTie(double half) {
    double[][] square = square(half);
    return new double[][] {square[0], square[2], square[1], square[3]};
  }

  private static double[][] shifted(double[][] ring, double east) {
    for (double[] corner : ring) {
      corner[0] += east;
    }
    return ring;
  }

  private double[] point(double x, double y, double around) {
    return new double[] {
      Math.rint((x + around * (2 * random.nextDouble() - 1)) * 1000) / 1000,
      Math.rint((y + around * (2 * random.nextDouble() - 1)) * 1000) / 1000
    };
  }

  private static String polygon(String rings) {
    return shape("Polygon", rings);
  }

  private static String line(double[]... corners) {
    return shape(
        "LineString",
        java.util.Arrays.stream(corners)
            .map(NastyLand::text)
            .collect(Collectors.joining(",", "[", "]")));
  }

  private static String shape(String type, String coordinates) {
    return "{\"type\":\"%s\",\"coordinates\":%s}".formatted(type, coordinates);
  }

  private static String rings(double[]... ring) {
    return "[" + ring(ring) + "]";
  }

  private static String ring(double[]... ring) {
    StringBuilder text = new StringBuilder("[");
    for (double[] corner : ring) {
      text.append(text(corner)).append(',');
    }
    return text.append(text(ring[0])).append(']').toString();
  }

  private static String text(double[] corner) {
    return String.format(Locale.ROOT, "[%.3f,%.3f]", corner[0], corner[1]);
  }
}
