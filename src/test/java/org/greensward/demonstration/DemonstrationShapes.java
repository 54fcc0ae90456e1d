package org.greensward.demonstration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** Draws the shapes that streets, parks and plots are made of. All lengths are metres. */
final class DemonstrationShapes {

  static final GeometryFactory FACTORY = new GeometryFactory();

  private DemonstrationShapes() {}

  static Point point(Coordinate at) {
    return FACTORY.createPoint(at);
  }

  static LineString line(List<Coordinate> points) {
    return FACTORY.createLineString(points.toArray(Coordinate[]::new));
  }

  /** The point {@code distance} from {@code from} in a direction in radians. */
  static Coordinate step(Coordinate from, double heading, double distance) {
    return new Coordinate(
        from.x + distance * Math.cos(heading), from.y + distance * Math.sin(heading));
  }

  /** A smooth line through control points (Catmull-Rom), given as x, y, x, y and so on. */
  static LineString curve(double... xy) {
    int n = xy.length / 2;
    List<Coordinate> points = new ArrayList<>();
    for (int i = 0; i + 1 < n; i++) {
      int before = Math.max(0, i - 1);
      int after = Math.min(n - 1, i + 2);
      double length = Math.hypot(xy[2 * i + 2] - xy[2 * i], xy[2 * i + 3] - xy[2 * i + 1]);
      int steps = Math.max(2, (int) (length / 30));
      for (int s = 0; s < steps; s++) {
        double t = (double) s / steps;
        points.add(
            new Coordinate(
                spline(xy[2 * before], xy[2 * i], xy[2 * i + 2], xy[2 * after], t),
                spline(xy[2 * before + 1], xy[2 * i + 1], xy[2 * i + 3], xy[2 * after + 1], t)));
      }
    }
    points.add(new Coordinate(xy[2 * n - 2], xy[2 * n - 1]));
    return line(points);
  }

  private static double spline(double a, double b, double c, double d, double t) {
    return 0.5
        * (2 * b
            + (c - a) * t
            + (2 * a - 5 * b + 4 * c - d) * t * t
            + (3 * b - a - 3 * c + d) * t * t * t);
  }

  /** The same line with bends of this size added; its ends stay where they are. */
  static LineString wander(LineString line, Noise noise, double size, double wavelength) {
    LengthIndexedLine along = new LengthIndexedLine(line);
    double length = line.getLength();
    int steps = Math.max(4, (int) (length / Math.min(25, wavelength / 8)));
    List<Coordinate> points = new ArrayList<>();
    for (int i = 0; i <= steps; i++) {
      double at = length * i / steps;
      Coordinate p = along.extractPoint(at);
      double taper = Math.min(1, Math.min(at, length - at) / wavelength * 2);
      points.add(
          new Coordinate(
              p.x + taper * size * noise.at(p.x, p.y, wavelength),
              p.y + taper * size * noise.at(p.x + 70_000, p.y, wavelength)));
    }
    return line(points);
  }

  /** The direction of a line, in radians, at a distance along it. */
  static double heading(LengthIndexedLine along, double at) {
    Coordinate a = along.extractPoint(Math.max(at - 2, along.getStartIndex()));
    Coordinate b = along.extractPoint(Math.min(at + 2, along.getEndIndex()));
    return Math.atan2(b.y - a.y, b.x - a.x);
  }

  /**
   * A strip beside a line between two distances along it, from {@code near} to {@code far} metres
   * to its left (to its right if both are negative). Where the line bends sharply the strip may be
   * mended by losing a corner.
   */
  static Geometry strip(LineString line, double from, double to, double near, double far) {
    LengthIndexedLine along = new LengthIndexedLine(line);
    int steps = Math.max(1, (int) Math.ceil((to - from) / 12));
    List<Coordinate> ring = new ArrayList<>();
    for (int i = 0; i <= steps; i++) {
      ring.add(beside(along, from + (to - from) * i / steps, near));
    }
    for (int i = steps; i >= 0; i--) {
      ring.add(beside(along, from + (to - from) * i / steps, far));
    }
    ring.add(ring.get(0).copy());
    Polygon polygon = FACTORY.createPolygon(ring.toArray(Coordinate[]::new));
    return polygon.isValid() ? polygon : polygon.buffer(0);
  }

  /** The point beside a line: so far along it, and so far to its left. */
  static Coordinate beside(LengthIndexedLine along, double at, double left) {
    return step(along.extractPoint(at), heading(along, at) + Math.PI / 2, left);
  }

  /** A rounded, uneven patch such as a park or a bed, of about this radius. */
  static Polygon blob(Coordinate centre, double radius, double stretch, Random random) {
    int n = radius > 90 ? 72 : radius > 40 ? 40 : radius > 10 ? 22 : 12;
    double turn = random.nextDouble() * Math.PI;
    double[] phases = {random.nextDouble() * 7, random.nextDouble() * 7, random.nextDouble() * 7};
    Coordinate[] ring = new Coordinate[n + 1];
    for (int i = 0; i < n; i++) {
      double angle = 2 * Math.PI * i / n;
      double r = radius * (1 + 0.16 * Math.sin(2 * angle + phases[0]));
      r +=
          radius * (0.1 * Math.sin(3 * angle + phases[1]) + 0.05 * Math.sin(5 * angle + phases[2]));
      double u = r * Math.cos(angle) * stretch;
      double v = r * Math.sin(angle) / stretch;
      ring[i] =
          new Coordinate(
              centre.x + u * Math.cos(turn) - v * Math.sin(turn),
              centre.y + u * Math.sin(turn) + v * Math.cos(turn));
    }
    ring[n] = ring[0].copy();
    return FACTORY.createPolygon(ring);
  }

  static Polygon rectangle(Coordinate centre, double length, double width, double heading) {
    Coordinate[] ring = new Coordinate[5];
    for (int i = 0; i < 4; i++) {
      double u = (i == 0 || i == 3 ? -0.5 : 0.5) * length;
      double v = (i < 2 ? -0.5 : 0.5) * width;
      ring[i] = step(step(centre, heading, u), heading + Math.PI / 2, v);
    }
    ring[4] = ring[0].copy();
    return FACTORY.createPolygon(ring);
  }

  /** The polygons of a geometry, largest first. */
  static List<Polygon> polygons(Geometry geometry) {
    List<Polygon> parts = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        parts.add(polygon);
      }
    }
    parts.sort(Comparator.comparingDouble(Polygon::getArea).reversed());
    return parts;
  }

  /** The lines of a geometry that are at least this long. */
  static List<LineString> lines(Geometry geometry, double shortest) {
    List<LineString> parts = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof LineString line && line.getLength() >= shortest) {
        parts.add(line);
      }
    }
    return parts;
  }
}
