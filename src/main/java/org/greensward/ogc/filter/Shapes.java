package org.greensward.ogc.filter;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Checks the geometries of filters. */
final class Shapes {
  private Shapes() {}

  /**
   * The geometry, if it is valid by OGC 06-103r4. A collection comes back as the union of its
   * members, which means the same: a geometry of one kind if it can be one.
   *
   * @throws org.greensward.refusal.Refusal with the fault and its place
   */
  static Geometry checked(int at, Geometry geometry) {
    if (geometry.isEmpty()) {
      throw Faults.at(at, "the geometry is empty");
    }
    TopologyValidationError error = new IsValidOp(geometry).getValidationError();
    if (error != null) {
      throw Faults.at(
          at,
          "the geometry is not valid (" + error.getMessage() + place(error.getCoordinate()) + ")");
    }
    return isCollection(geometry) ? UnaryUnionOp.union(geometry) : geometry;
  }

  private static String place(Coordinate place) {
    return place == null ? "" : " near " + place.x + " " + place.y;
  }

  /** Whether it holds geometries of several kinds. */
  static boolean isCollection(Geometry geometry) {
    return geometry.getClass() == GeometryCollection.class;
  }
}
