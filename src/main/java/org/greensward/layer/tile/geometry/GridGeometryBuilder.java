package org.greensward.layer.tile.geometry;

import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/**
 * Puts geometry on a grid. Polygons come out valid, with outer rings of positive area; a polygon or
 * line too small for the grid becomes the smallest one, so that no feature is lost. Of parts of
 * different dimension those of the highest are taken.
 */
public final class GridGeometryBuilder {
  private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(1));

  private final PackedGeometries.Builder out;

  /**
   * @param out takes one shape for each geometry that is added
   */
  public GridGeometryBuilder(PackedGeometries.Builder out) {
    this.out = out;
  }

  /** Adds a geometry in EPSG:3857 as one shape, on a grid. */
  public void add(Geometry mercator, TileGrid grid) {
    addOnGrid(onGrid(mercator, grid));
  }

  /** Adds a geometry whose coordinates are near whole numbers of the grid; all may be rounded. */
  void addOnGrid(Geometry geometry) {
    int kind = geometry.getDimension();
    out.begin(Math.max(kind, PackedGeometries.POINT));
    if (geometry.isEmpty()) {
      return;
    }
    if (kind == PackedGeometries.POLYGON) {
      polygons(geometry);
    } else {
      parts(geometry, kind);
    }
  }

  private void polygons(Geometry rounded) {
    Geometry sound = rounded;
    if (!rounded.isValid()) {
      sound =
          GeometryPrecisionReducer.reduce(GeometryFixer.fix(rounded), FACTORY.getPrecisionModel());
    }
    int before = 0;
    for (int i = 0; i < sound.getNumGeometries(); i++) {
      if (sound.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        polygon(polygon);
        before++;
      }
    }
    if (before == 0) {
      smallest(rounded.getCoordinate());
    }
  }

  private void smallest(Coordinate at) {
    int x = (int) Math.rint(at.x);
    int y = (int) Math.rint(at.y);
    out.part(false).point(x, y).point(x + 1, y).point(x, y + 1);
  }

  private void polygon(Polygon polygon) {
    ring(polygon.getExteriorRing(), false);
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      ring(polygon.getInteriorRingN(i), true);
    }
  }

  private void ring(LinearRing ring, boolean hole) {
    CoordinateSequence points = ring.getCoordinateSequence();
    boolean backwards = Orientation.isCCW(points) == hole;
    int last = points.size() - 2;
    out.part(hole);
    for (int i = 0; i <= last; i++) {
      int at = backwards ? last - i : i;
      out.point((int) points.getX(at), (int) points.getY(at));
    }
  }

  private void parts(Geometry geometry, int kind) {
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      if (part.getNumGeometries() > 1) {
        parts(part, kind);
      } else if (kind == PackedGeometries.LINE && part instanceof LineString line) {
        line(line.getCoordinateSequence());
      } else if (kind == PackedGeometries.POINT
          && part instanceof Point point
          && !point.isEmpty()) {
        out.part(false).point((int) point.getX(), (int) point.getY());
      }
    }
  }

  private void line(CoordinateSequence points) {
    if (points.size() == 0) {
      return;
    }
    out.part(false).point((int) points.getX(0), (int) points.getY(0));
    int written = 1;
    for (int i = 1; i < points.size(); i++) {
      if (points.getX(i) != points.getX(i - 1) || points.getY(i) != points.getY(i - 1)) {
        out.point((int) points.getX(i), (int) points.getY(i));
        written++;
      }
    }
    if (written == 1) {
      out.point((int) points.getX(0) + 1, (int) points.getY(0));
    }
  }

  private static Geometry onGrid(Geometry mercator, TileGrid grid) {
    Geometry copy = FACTORY.createGeometry(mercator);
    copy.apply(
        new OrdinateFilter(
            (sequence, i) -> {
              sequence.setOrdinate(i, 0, grid.column(sequence.getX(i)));
              sequence.setOrdinate(i, 1, grid.row(sequence.getY(i)));
            }));
    return copy;
  }

  /** Brings every coordinate to a whole number. */
  static Geometry rounded(Geometry geometry) {
    Geometry copy = FACTORY.createGeometry(geometry);
    copy.apply(
        new OrdinateFilter(
            (sequence, i) -> {
              sequence.setOrdinate(i, 0, Math.rint(sequence.getX(i)));
              sequence.setOrdinate(i, 1, Math.rint(sequence.getY(i)));
            }));
    return copy;
  }
}
