package org.greensward.land.shape;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.util.GeometryTransformer;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Brings points that lie near something onto it: the nearest corner within the tolerance, else the
 * nearest place on an edge. A corner's coordinates are taken as they are, so that both shapes have
 * the very same.
 */
public final class VertexSnapper {
  private final STRtree corners = new STRtree();
  private final STRtree edges = new STRtree();
  private final double tolerance;

  /**
   * @param targets what to snap to
   * @param near only what is near this box is looked at
   * @param tolerance in metres, above 0
   */
  public VertexSnapper(List<Target> targets, Envelope near, double tolerance) {
    this.tolerance = tolerance;
    Envelope reach = new Envelope(near);
    reach.expandBy(tolerance);
    targets.forEach(target -> take(target, reach));
  }

  /**
   * @param name as people know it: a reference, a parish
   */
  public record Target(String name, Geometry shape) {}

  /**
   * Where a point came to lie.
   *
   * @param corner whether on a corner, not an edge
   */
  public record Hit(Coordinate at, String name, boolean corner) {}

  private record Edge(LineSegment segment, String name) {}

  private void take(Target target, Envelope reach) {
    target.shape.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence points, int i) {
            Coordinate point = points.getCoordinate(i);
            if (reach.contains(point)) {
              corners.insert(new Envelope(point), new Hit(point, target.name, true));
            }
            if (i > 0) {
              LineSegment segment = new LineSegment(points.getCoordinate(i - 1), point);
              Envelope box = new Envelope(segment.p0, segment.p1);
              if (reach.intersects(box)) {
                edges.insert(box, new Edge(segment, target.name));
              }
            }
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return false;
          }
        });
  }

  /** Where a point belongs; empty when nothing is near enough. */
  public Optional<Hit> snap(Coordinate point) {
    return nearestCorner(point).or(() -> nearestEdge(point));
  }

  private Optional<Hit> nearestCorner(Coordinate point) {
    return this.<Hit>within(corners, new Envelope(point))
        .filter(hit -> hit.at.distance(point) <= tolerance)
        .min(Comparator.comparingDouble(hit -> hit.at.distance(point)));
  }

  private Optional<Hit> nearestEdge(Coordinate point) {
    return this.<Edge>within(edges, new Envelope(point))
        .filter(edge -> edge.segment.distance(point) <= tolerance)
        .min(Comparator.comparingDouble(edge -> edge.segment.distance(point)))
        .map(edge -> new Hit(edge.segment.closestPoint(point), edge.name, false));
  }

  @SuppressWarnings("unchecked")
  private <T> Stream<T> within(STRtree tree, Envelope box) {
    Envelope reach = new Envelope(box);
    reach.expandBy(tolerance);
    return ((List<T>) tree.query(reach)).stream();
  }

  /**
   * A whole shape, whose edges also take in the corners that they pass within the tolerance, so
   * that it follows a bent edge. A shape that would become unsound so stays as it is.
   */
  public Geometry snap(Geometry shape) {
    for (boolean following : List.of(true, false)) {
      try {
        Geometry snapped = new Bringing(following).transform(shape);
        if (snapped.getDimension() == shape.getDimension()
            && !snapped.isEmpty()
            && (snapped.isValid() || !shape.isValid())) {
          snapped.setSRID(shape.getSRID());
          return snapped;
        }
      } catch (IllegalArgumentException e) {
        // A ring shrank to nothing.
      }
    }
    return shape;
  }

  private Coordinate brought(Coordinate point) {
    return snap(point).map(Hit::at).orElse(point).copy();
  }

  /** The corners that an edge passes, in its order. */
  private List<Coordinate> passed(Coordinate from, Coordinate to) {
    LineSegment edge = new LineSegment(from, to);
    return this.<Hit>within(corners, new Envelope(from, to))
        .map(Hit::at)
        .filter(corner -> !corner.equals2D(from) && !corner.equals2D(to))
        .filter(corner -> edge.distance(corner) <= tolerance && isBetween(edge, corner))
        .sorted(Comparator.comparingDouble(edge::projectionFactor))
        .toList();
  }

  private static boolean isBetween(LineSegment edge, Coordinate corner) {
    double along = edge.projectionFactor(corner);
    return along > 0 && along < 1;
  }

  private final class Bringing extends GeometryTransformer {
    private final boolean following;

    Bringing(boolean following) {
      this.following = following;
    }

    @Override
    protected CoordinateSequence transformCoordinates(
        CoordinateSequence coordinates, Geometry parent) {
      if (parent instanceof Point) {
        return factory
            .getCoordinateSequenceFactory()
            .create(new Coordinate[] {brought(coordinates.getCoordinate(0))});
      }
      CoordinateList list = new CoordinateList();
      for (int i = 0; i < coordinates.size(); i++) {
        Coordinate next = brought(coordinates.getCoordinate(i));
        if (following && !list.isEmpty()) {
          passed(list.getCoordinate(list.size() - 1), next)
              .forEach(corner -> list.add(corner.copy(), false));
        }
        list.add(next, false);
      }
      if (parent instanceof LinearRing && list.size() < 4) {
        throw new IllegalArgumentException("the ring shrank to nothing");
      }
      return factory.getCoordinateSequenceFactory().create(list.toCoordinateArray());
    }
  }

  /** The points of a shape that are not in another, for telling how many moved. */
  public static int moved(Geometry before, Geometry after) {
    Set<Coordinate> known = new HashSet<>(List.of(before.getCoordinates()));
    return (int)
        Arrays.stream(after.getCoordinates())
            .distinct()
            .filter(point -> !known.contains(point))
            .count();
  }
}
