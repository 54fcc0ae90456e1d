package org.greensward.land.shape;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/** Cuts areas and lines along a line. The outline keeps its points; new ones lie on the cut. */
public final class ShapeSplitter {
  /** Less than this, in m2 or m, is rounding and no part. */
  private static final double LEAST = 1e-3;

  private ShapeSplitter() {}

  /**
   * The parts of a shape, the largest first; parts of a shape in several places that the line does
   * not cut stay with the first.
   *
   * @param line may be of several parts, and may be a ring
   * @throws InvalidShapeException when the line does not cut the shape, with the place where it
   *     ends inside
   */
  public static List<Geometry> split(Geometry shape, Geometry line) {
    if (!(line instanceof Lineal)) {
      throw new InvalidShapeException(ShapeFault.of("shape.split.no-line"));
    }
    if (!(shape instanceof Polygonal) && !(shape instanceof Lineal)) {
      throw new InvalidShapeException(ShapeFault.of("shape.split.item"));
    }
    List<Geometry> whole = new ArrayList<>();
    List<Geometry> parts = new ArrayList<>();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      Geometry part = shape.getGeometryN(i);
      List<Geometry> cut =
          part instanceof Polygon polygon ? area(polygon, line) : line((LineString) part, line);
      (cut.size() > 1 ? parts : whole).addAll(cut.size() > 1 ? cut : List.of(part));
    }
    if (parts.isEmpty()) {
      throw new InvalidShapeException(missed(shape, line));
    }
    parts.sort(Comparator.comparingDouble(ShapeSplitter::size).reversed());
    if (!whole.isEmpty()) {
      whole.add(0, parts.get(0));
      parts.set(0, shape.getFactory().buildGeometry(whole));
    }
    return parts;
  }

  private static List<Geometry> area(Polygon polygon, Geometry line) {
    Geometry edges = OverlayNGRobust.overlay(polygon.getBoundary(), line, OverlayNG.UNION);
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(edges);
    IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(polygon);
    List<Geometry> parts = new ArrayList<>();
    @SuppressWarnings("unchecked")
    Collection<Polygon> faces = polygonizer.getPolygons();
    for (Polygon face : faces) {
      Coordinate within = face.getInteriorPoint().getCoordinate();
      if (face.getArea() > LEAST && inside.locate(within) == Location.INTERIOR) {
        parts.add(face);
      }
    }
    return parts;
  }

  private static List<Geometry> line(LineString cut, Geometry line) {
    LengthIndexedLine along = new LengthIndexedLine(cut);
    TreeSet<Double> places = new TreeSet<>();
    for (Coordinate crossing : cut.intersection(line).getCoordinates()) {
      places.add(along.indexOf(crossing));
    }
    List<Geometry> parts = new ArrayList<>();
    double from = 0;
    places.add(cut.getLength());
    for (double to : places) {
      if (to - from > LEAST) {
        parts.add(along.extractLine(from, to));
        from = to;
      }
    }
    return parts;
  }

  private static ShapeFault missed(Geometry shape, Geometry line) {
    for (int i = 0; i < line.getNumGeometries(); i++) {
      LineString part = (LineString) line.getGeometryN(i);
      for (LineString end : List.of(part, part.reverse())) {
        if (shape.getDimension() == 2 && !end.isClosed() && shape.contains(end.getStartPoint())) {
          return ShapeFault.at(end.getCoordinateN(0), "shape.split.ends-inside");
        }
      }
    }
    return ShapeFault.of("shape.split.misses");
  }

  private static double size(Geometry part) {
    return part.getDimension() == 2 ? part.getArea() : part.getLength();
  }

  /**
   * A quantity shared out by what is drawn; the last takes what is left, so that they sum to it.
   */
  public static List<Double> shares(double quantity, List<Double> drawn) {
    double total = drawn.stream().mapToDouble(Double::doubleValue).sum();
    List<Double> shares = new ArrayList<>();
    double given = 0;
    for (int i = 0; i < drawn.size(); i++) {
      double share = i == drawn.size() - 1 ? quantity - given : quantity * drawn.get(i) / total;
      shares.add(share);
      given += share;
    }
    return shares;
  }
}
