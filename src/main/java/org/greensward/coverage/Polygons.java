package org.greensward.coverage;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.PolygonExtracter;

/** What is an area in the result of an overlay, which may have lines and points beside it. */
final class Polygons {
  private Polygons() {}

  /** The polygons of a geometry, as one; empty where it has none. */
  static Geometry only(Geometry geometry) {
    if (geometry instanceof Polygonal) {
      return geometry;
    }
    @SuppressWarnings("unchecked")
    List<Polygon> polygons = PolygonExtracter.getPolygons(geometry);
    return polygons.size() == 1
        ? polygons.get(0)
        : geometry.getFactory().createMultiPolygon(polygons.toArray(Polygon[]::new));
  }
}
