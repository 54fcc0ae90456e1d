package org.greensward.coverage;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.PolygonExtracter;

/** Extracts areas from geometries, and brings areas to one type. */
public final class Polygons {
  private Polygons() {}

  /**
   * The polygons of a geometry such as the result of an overlay, which may have lines and points
   * beside them, as one; empty where it has none.
   */
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

  /** A Polygon or MultiPolygon as a MultiPolygon with the same rings. */
  public static MultiPolygon multi(Geometry geometry) {
    if (geometry instanceof MultiPolygon multi) {
      return multi;
    }
    Polygon[] parts = geometry.isEmpty() ? new Polygon[0] : new Polygon[] {(Polygon) geometry};
    return geometry.getFactory().createMultiPolygon(parts);
  }
}
