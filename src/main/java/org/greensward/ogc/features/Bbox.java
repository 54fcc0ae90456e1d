package org.greensward.ogc.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.greensward.error.UserException;
import org.greensward.layer.feature.OgcCrs;

/**
 * The parameter {@code bbox}: four numbers, or six with heights that are left aside, in the system
 * of {@code bbox-crs}. Nothing that is kept lies outside Great Britain, so a box is cut to it: what
 * lies far from there cannot be projected.
 *
 * @param boxes in degrees or metres with the easting first; none when it lies elsewhere, two when
 *     it crossed the 180th meridian and both halves touch
 */
record Bbox(List<double[]> boxes, OgcCrs crs) {
  /** West, south, east, north, with a good margin, in each system's own unit, easting first. */
  private static final Map<Integer, double[]> BRITAIN =
      Map.of(
          4326, new double[] {-10, 48, 4, 62},
          3857, new double[] {-1_113_000, 6_100_000, 446_000, 8_860_000},
          27700, new double[] {-200_000, -200_000, 900_000, 1_500_000});

  /** So that an edge that is straight in its system is followed where it is not in ours. */
  private static final double PARTS = 16;

  /**
   * Reads the parameter.
   *
   * @throws UserException when it is no box of that system
   */
  static Bbox parse(String text, OgcCrs crs) {
    String[] parts = text.split(",", -1);
    if (parts.length != 4 && parts.length != 6) {
      throw new UserException(
          "bbox has %d numbers; it takes four (west,south,east,north) or six with heights."
              .formatted(parts.length));
    }
    double[] n = new double[parts.length];
    for (int i = 0; i < n.length; i++) {
      n[i] = number(parts[i]);
    }
    int half = n.length / 2;
    double[] box =
        crs.latitudeFirst()
            ? new double[] {n[1], n[0], n[half + 1], n[half]}
            : new double[] {n[0], n[1], n[half], n[half + 1]};
    return new Bbox(cut(box, crs), crs);
  }

  private static double number(String text) {
    try {
      double number = Double.parseDouble(text.strip());
      // Java would take hexadecimal numbers and a letter for the type, too.
      if (Double.isFinite(number) && text.strip().matches("[-+0-9.eE]+")) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, as whatever is no number.
    }
    throw new UserException(
        "bbox has '" + shortened(text) + "' where a number must be; write west,south,east,north.");
  }

  private static String shortened(String text) {
    return text.length() > 30 ? text.substring(0, 30) + "..." : text;
  }

  private static List<double[]> cut(double[] box, OgcCrs crs) {
    boolean degrees = crs.srid() == 4326;
    if (box[1] > box[3] || box[0] > box[2] && !degrees) {
      throw new UserException("bbox ends before it begins; write the smaller numbers first.");
    }
    if (degrees
        && (Math.abs(box[1]) > 90
            || Math.abs(box[3]) > 90
            || Math.abs(box[0]) > 180
            || Math.abs(box[2]) > 180)) {
      throw new UserException(
          "bbox has a number that is no degree; for metres name their system in bbox-crs.");
    }
    double[] britain = BRITAIN.get(crs.srid());
    List<double[]> boxes = new ArrayList<>();
    if (box[0] > box[2]) {
      add(new double[] {box[0], box[1], 180, box[3]}, britain, boxes);
      add(new double[] {-180, box[1], box[2], box[3]}, britain, boxes);
    } else {
      add(box, britain, boxes);
    }
    return boxes;
  }

  private static void add(double[] box, double[] within, List<double[]> boxes) {
    double[] cut = {
      Math.max(box[0], within[0]),
      Math.max(box[1], within[1]),
      Math.min(box[2], within[2]),
      Math.min(box[3], within[3])
    };
    if (cut[0] <= cut[2] && cut[1] <= cut[3]) {
      boxes.add(cut);
    }
  }

  /** The condition that a geometry of EPSG:27700 meets it, in SQL; of numbers alone. */
  String sql(String geometry) {
    if (boxes.isEmpty()) {
      return "false";
    }
    return boxes.stream()
        .map(box -> "(%1$s && %2$s AND ST_Intersects(%1$s, %2$s))".formatted(geometry, area(box)))
        .reduce((a, b) -> "(" + a + " OR " + b + ")")
        .orElseThrow();
  }

  private String area(double[] box) {
    String drawn =
        String.format(
            Locale.ROOT,
            "ST_MakeEnvelope(%s, %s, %s, %s, %d)",
            box[0],
            box[1],
            box[2],
            box[3],
            crs.srid());
    double step = Math.max(box[2] - box[0], box[3] - box[1]) / PARTS;
    return crs.srid() == 27700 || step == 0
        ? (crs.srid() == 27700 ? drawn : "ST_Transform(" + drawn + ", 27700)")
        : "ST_Transform(ST_Segmentize(" + drawn + ", " + step + "), 27700)";
  }
}
