package org.greensward.demonstration;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/** Rounds coordinates to whole centimetres and keeps polygons valid. */
final class Rounding {

  private static final PrecisionModel CENTIMETRES = new PrecisionModel(100);

  private Rounding() {}

  static Geometry toCentimetres(Geometry geometry) {
    return GeometryPrecisionReducer.reduce(geometry, CENTIMETRES);
  }
}
