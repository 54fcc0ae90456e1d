package org.greensward.demonstration;

import org.locationtech.jts.geom.LineString;

/** A street by its centre line. The kind is motorway, primary, secondary, residential or lane. */
record Street(String name, String kind, LineString line) {

  /** Width of the carriageway in metres. */
  double width() {
    return switch (kind) {
      case "motorway" -> 30;
      case "primary" -> 11;
      case "secondary" -> 8;
      case "residential" -> 6;
      default -> 5;
    };
  }

  boolean is(String other) {
    return kind.equals(other);
  }
}
