package org.greensward.layer.tile.geometry;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/**
 * Leaves points out of single geometries. What borders on others is thinned out together with them.
 */
public final class GeometrySimplifier {
  private GeometrySimplifier() {}

  /**
   * A geometry with as few points as its line may move (Douglas and Peucker); a polygon stays valid
   * and keeps an area.
   *
   * @param tolerance in the geometry's units; 0 gives the geometry back
   */
  public static Geometry thin(Geometry geometry, double tolerance) {
    if (tolerance == 0 || geometry.getDimension() == 0) {
      return geometry;
    }
    DouglasPeuckerSimplifier simplifier = new DouglasPeuckerSimplifier(geometry);
    simplifier.setDistanceTolerance(tolerance);
    simplifier.setEnsureValid(false);
    Geometry thin = simplifier.getResultGeometry();
    boolean sound =
        !thin.isEmpty()
            && thin.getNumGeometries() == geometry.getNumGeometries()
            && (geometry.getDimension() < 2 || thin.isValid());
    return sound ? thin : TopologyPreservingSimplifier.simplify(geometry, tolerance);
  }
}
