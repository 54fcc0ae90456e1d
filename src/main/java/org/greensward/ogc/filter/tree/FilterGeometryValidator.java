package org.greensward.ogc.filter.tree;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Checks the geometries of filters. */
public final class FilterGeometryValidator {
  /**
   * Above it nothing may cross: each crossing is work, and there can be as many as points squared.
   */
  private static final int CROSSING_POINTS = 500;

  private FilterGeometryValidator() {}

  /**
   * The geometry, if it is valid by OGC 06-103r4. A collection comes back as the union of its
   * members, which means the same: a geometry of one kind if it can be one.
   *
   * @throws org.greensward.error.UserException with the fault and its place
   */
  public static Geometry checked(int at, Geometry geometry) {
    if (geometry.isEmpty()) {
      throw FilterErrors.at(at, "the geometry is empty");
    }
    TopologyValidationError error = new IsValidOp(geometry).getValidationError();
    if (error != null) {
      throw FilterErrors.at(
          at,
          "the geometry is not valid (" + error.getMessage() + place(error.getCoordinate()) + ")");
    }
    if (geometry.getNumPoints() > CROSSING_POINTS && mayCross(geometry)) {
      throw FilterErrors.at(
          at,
          "a geometry collection, or lines that cross themselves, may have "
              + CROSSING_POINTS
              + " points");
    }
    return isCollection(geometry) ? UnaryUnionOp.union(geometry) : geometry;
  }

  private static boolean mayCross(Geometry geometry) {
    return isCollection(geometry) || geometry.getDimension() == 1 && !geometry.isSimple();
  }

  /** The relation, if two geometries of the filter are not too much work for us. */
  public static Predicate.Spatial related(
      int at, SpatialRelation relation, Operand.Value left, Operand.Value right) {
    if (left instanceof Operand.Shape one
        && right instanceof Operand.Shape other
        && one.geometry().getNumPoints() + other.geometry().getNumPoints() > 2 * CROSSING_POINTS) {
      throw FilterErrors.at(
          at,
          "two geometries of the filter that are compared with each other may have "
              + 2 * CROSSING_POINTS
              + " points");
    }
    return new Predicate.Spatial(relation, left, right);
  }

  private static String place(Coordinate place) {
    return place == null ? "" : " near " + place.x + " " + place.y;
  }

  /** Whether it holds geometries of several kinds. */
  public static boolean isCollection(Geometry geometry) {
    return geometry.getClass() == GeometryCollection.class;
  }
}
