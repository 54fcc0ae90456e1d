package org.greensward.layer.tile.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/** Makes geometry of shapes again, for work that whole numbers are not enough for. */
public final class GridGeometryReader {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private GridGeometryReader() {}

  /** A shape in EPSG:3857. */
  public static Geometry mercator(PackedGeometries shapes, int shape, TileGrid grid) {
    return read(shapes, shape, grid::mercatorX, grid::mercatorY);
  }

  /** A shape in the numbers of its grid. */
  static Geometry onGrid(PackedGeometries shapes, int shape) {
    return read(shapes, shape, x -> x, y -> y);
  }

  private static Geometry read(
      PackedGeometries shapes, int shape, IntToDoubleFunction x, IntToDoubleFunction y) {
    PackedGeometries.Parts parts = shapes.parts(shape);
    return switch (shapes.kind(shape)) {
      case PackedGeometries.POINT -> {
        List<Point> points = new ArrayList<>();
        while (parts.next()) {
          points.add(FACTORY.createPoint(sequence(parts, false, x, y)));
        }
        yield FACTORY.createMultiPoint(points.toArray(Point[]::new));
      }
      case PackedGeometries.LINE -> {
        List<LineString> lines = new ArrayList<>();
        while (parts.next()) {
          lines.add(FACTORY.createLineString(sequence(parts, false, x, y)));
        }
        yield FACTORY.createMultiLineString(lines.toArray(LineString[]::new));
      }
      default -> polygons(parts, x, y);
    };
  }

  private static Geometry polygons(
      PackedGeometries.Parts parts, IntToDoubleFunction x, IntToDoubleFunction y) {
    List<Polygon> polygons = new ArrayList<>();
    List<LinearRing> holes = new ArrayList<>();
    LinearRing outer = null;
    while (parts.next()) {
      LinearRing ring = FACTORY.createLinearRing(sequence(parts, true, x, y));
      if (parts.hole()) {
        holes.add(ring);
        continue;
      }
      if (outer != null) {
        polygons.add(FACTORY.createPolygon(outer, holes.toArray(LinearRing[]::new)));
        holes.clear();
      }
      outer = ring;
    }
    if (outer != null) {
      polygons.add(FACTORY.createPolygon(outer, holes.toArray(LinearRing[]::new)));
    }
    return FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private static CoordinateSequence sequence(
      PackedGeometries.Parts part, boolean closed, IntToDoubleFunction x, IntToDoubleFunction y) {
    int points = part.points() + (closed ? 1 : 0);
    double[] ordinates = new double[2 * points];
    for (int i = 0; i < points; i++) {
      int at = i == part.points() ? 0 : i;
      ordinates[2 * i] = x.applyAsDouble(part.x(at));
      ordinates[2 * i + 1] = y.applyAsDouble(part.y(at));
    }
    return new PackedCoordinateSequence.Double(ordinates, 2, 0);
  }
}
