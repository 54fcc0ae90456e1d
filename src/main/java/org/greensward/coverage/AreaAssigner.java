package org.greensward.coverage;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.Puntal;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.ArrayListVisitor;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.noding.IntersectionAdder;
import org.locationtech.jts.noding.MCIndexNoder;
import org.locationtech.jts.noding.Noder;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Areas that take their part of a shape in a fixed order, such as parishes in the order of their
 * codes. It decides what is clear and no more, so that a slower way that knows every rule can do
 * the rest: a line or a point on a border, a part that may be only rounding.
 *
 * <p>Nearly all shapes are far from any border. For those, one search for a border in their box and
 * one point in each area nearby tell where they lie. Not safe for use by several threads at once.
 */
public final class AreaAssigner {
  /** Parts up to this, in square metres, are rounding and not land; as in the database's rule. */
  public static final double LEAST_PART_M2 = 1e-6;

  /** A part so many times larger or smaller than the least may be taken otherwise by another. */
  private static final double UNCLEAR = 10;

  private final List<NearArea> areas;
  private final HPRtree borders = new HPRtree();

  /**
   * @param areas valid polygons in metres, in the order in which they take their parts
   */
  public AreaAssigner(List<Area> areas) {
    this.areas = areas.stream().map(NearArea::new).toList();
    areas.forEach(area -> area.geometry().apply((GeometryComponentFilter) this::addBorder));
  }

  /** An area that takes parts, by a number of the caller's. */
  public record Area(long id, Geometry geometry) {}

  /**
   * The part of a shape in one area.
   *
   * @param area the area's number; null: the shape lies outside all
   * @param geometry null: the whole shape
   * @param areaM2 square metres; of a whole shape 0, since nobody needs it
   */
  public record Part(Long area, Geometry geometry, double areaM2) {}

  /**
   * The parts of a shape in the order of the areas. They make up the shape: none lies twice, and
   * nothing of more than rounding is missing.
   *
   * @param shape any shape in metres; of an invalid one the answer means nothing
   * @return empty where it is not clear
   */
  public List<Part> cut(Geometry shape) {
    return cut(LazyGeometry.of(shape));
  }

  /** The same, of a shape that is fetched only where a border is near. */
  public List<Part> cut(LazyGeometry shape) {
    if (shape.box().isNull()) {
      return List.of();
    }
    try {
      return isNearBorder(shape.box()) ? nearBorder(shape) : farFromBorders(shape);
    } catch (TopologyException | IllegalArgumentException e) {
      return List.of(); // What JTS cannot answer is not clear.
    }
  }

  private List<Part> farFromBorders(LazyGeometry shape) {
    List<NearArea> around = new ArrayList<>(1);
    for (NearArea area : areas) {
      if (area.contains(shape.somewhere())) {
        around.add(area);
      }
    }
    return whole(around);
  }

  private List<Part> nearBorder(LazyGeometry distant) {
    Geometry shape = distant.source().get();
    List<NearArea> touched = new ArrayList<>(4);
    for (NearArea area : areas) {
      if (area.box.intersects(distant.box()) && area.shares(shape)) {
        touched.add(area);
      }
    }
    return nearBorder(shape, touched);
  }

  private static List<Part> whole(List<NearArea> touched) {
    return switch (touched.size()) {
      case 0 -> List.of(new Part(null, null, 0));
      case 1 -> List.of(new Part(touched.get(0).id, null, 0));
      default -> List.of();
    };
  }

  private static List<Part> nearBorder(Geometry shape, List<NearArea> touched) {
    if (!(shape instanceof Polygonal || shape instanceof Lineal || shape instanceof Puntal)) {
      return List.of();
    }
    if (touched.isEmpty() || touched.size() == 1 && touched.get(0).prepared.covers(shape)) {
      return whole(touched);
    }
    return shape instanceof Polygonal ? split(shape, touched) : List.of();
  }

  /**
   * Where the parts in the areas make up the shape, nothing else needs to be known of it. That also
   * proves the parts, so that they are made without the checks that take a third of the time.
   */
  private static List<Part> split(Geometry shape, List<NearArea> touched) {
    List<Part> parts = new ArrayList<>(touched.size());
    double totalM2 = 0;
    try {
      for (NearArea area : touched) {
        Geometry shared =
            Polygons.only(
                OverlayNG.overlay(
                    shape, area.near(shape), OverlayNG.INTERSECTION, null, uncheckedNoder()));
        totalM2 += shared.getArea();
        if (!add(parts, area.id, shared)) {
          return List.of();
        }
      }
    } catch (TopologyException e) {
      return takeInOrder(shape, touched);
    }
    return Math.abs(totalM2 - shape.getArea()) <= LEAST_PART_M2 / UNCLEAR
        ? parts
        : takeInOrder(shape, touched);
  }

  private static Noder uncheckedNoder() {
    return new MCIndexNoder(new IntersectionAdder(new RobustLineIntersector()));
  }

  /** Each area takes its part of what those before it left; the rest lies outside all. */
  private static List<Part> takeInOrder(Geometry shape, List<NearArea> touched) {
    List<Part> parts = new ArrayList<>(touched.size() + 1);
    Geometry remaining = shape;
    for (NearArea area : touched) {
      int before = parts.size();
      if (!add(parts, area.id, overlay(remaining, area, OverlayNG.INTERSECTION))) {
        return List.of();
      }
      if (parts.size() > before) {
        remaining = overlay(remaining, area, OverlayNG.DIFFERENCE);
      }
    }
    if (remaining == shape) {
      return whole(List.of()); // It touches them and no more.
    }
    return add(parts, null, remaining) ? parts : List.of();
  }

  /** Adds a part that is more than rounding; false where it is not clear whether it is. */
  private static boolean add(List<Part> parts, Long area, Geometry part) {
    double areaM2 = part.getArea();
    if (areaM2 > LEAST_PART_M2 * UNCLEAR) {
      parts.add(new Part(area, part, areaM2));
      return true;
    }
    return areaM2 < LEAST_PART_M2 / UNCLEAR;
  }

  private static Geometry overlay(Geometry shape, NearArea area, int operation) {
    return Polygons.only(OverlayNGRobust.overlay(shape, area.near(shape), operation));
  }

  private boolean isNearBorder(Envelope box) {
    ArrayListVisitor found = new ArrayListVisitor();
    borders.query(box, found);
    return !found.getItems().isEmpty();
  }

  private void addBorder(Geometry component) {
    if (component instanceof LineString ring) {
      CoordinateSequence line = ring.getCoordinateSequence();
      for (int i = 1; i < line.size(); i++) {
        borders.insert(
            new Envelope(line.getX(i - 1), line.getX(i), line.getY(i - 1), line.getY(i)), this);
      }
    }
  }

  /** An area with what makes many questions about it quick. */
  private static final class NearArea {
    final long id;
    final Envelope box;
    final PreparedGeometry prepared;
    private final ClippedAreaCache local;
    private final PointOnGeometryLocator locator;

    NearArea(Area area) {
      id = area.id();
      local = new ClippedAreaCache(area.geometry());
      box = area.geometry().getEnvelopeInternal();
      prepared = PreparedGeometryFactory.prepare(area.geometry());
      locator = new IndexedPointInAreaLocator(area.geometry());
    }

    boolean contains(Coordinate point) {
      return box.contains(point) && locator.locate(point) != Location.EXTERIOR;
    }

    Geometry near(Geometry shape) {
      return local.near(shape.getEnvelopeInternal());
    }

    boolean shares(Geometry shape) {
      return prepared.intersects(shape);
    }
  }
}
