package org.greensward.land.shape;

import java.util.List;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Shapes of tests as text; what is compared is normalised. */
final class WktGeometries {
  private WktGeometries() {}

  static Geometry read(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }

  static List<Geometry> readAll(String wkts) {
    return List.of(wkts.split(" \\+ ")).stream()
        .map(WktGeometries::read)
        .collect(Collectors.toList());
  }

  static String normal(Geometry shape) {
    return shape.norm().toText();
  }

  static String normal(String wkt) {
    return normal(read(wkt));
  }

  static String normal(List<Geometry> shapes) {
    return shapes.stream().map(WktGeometries::normal).collect(Collectors.joining(" + "));
  }

  /** The text that a fault would be told with: key and values. */
  static String told(InvalidShapeException refused) {
    return refused.faults().stream()
        .map(fault -> (fault.key() + " " + String.join(" ", fault.arguments())).strip())
        .collect(Collectors.joining("; "));
  }
}
