package org.greensward.coverage;

import java.util.Objects;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;

/**
 * One polygon of a coverage under the code that it is known by.
 *
 * @param code what tells this cell from the others, such as an ONS code; codes are ordered as
 *     strings
 * @param geometry a Polygon or MultiPolygon in metres (EPSG:27700); may be empty, and may be
 *     invalid where a method says that it repairs. Z and M play no part
 */
public record CoverageCell(String code, Geometry geometry) {

  /**
   * @throws IllegalArgumentException if the geometry is neither polygonal nor empty
   */
  public CoverageCell {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(geometry, "geometry");
    if (!(geometry instanceof Polygonal) && !geometry.isEmpty()) {
      throw new IllegalArgumentException(
          "%s is a %s; a coverage is made of polygons".formatted(code, geometry.getGeometryType()));
    }
  }

  public static Geometry[] geometries(java.util.List<CoverageCell> cells) {
    return cells.stream().map(CoverageCell::geometry).toArray(Geometry[]::new);
  }
}
