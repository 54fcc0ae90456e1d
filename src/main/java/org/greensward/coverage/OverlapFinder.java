package org.greensward.coverage;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Finds which of many polygons overlap each other, and by how much. */
public final class OverlapFinder {
  private final List<Shape> shapes = new ArrayList<>();

  private record Shape(long id, LazyGeometry its) {
    Envelope box() {
      return its.box();
    }

    Geometry geometry() {
      return its.source().get();
    }
  }

  /**
   * Two polygons that overlap.
   *
   * @param one the number of the one that was added first
   * @param other the number of the other
   * @param areaM2 what they share, in square metres, more than {@link AreaAssigner#LEAST_PART_M2};
   *     NaN: it cannot be told
   */
  public record Pair(long one, long other, double areaM2) {}

  /** Adds a shape in metres by a number of the caller's; what is no polygon overlaps nothing. */
  public void add(long id, Geometry geometry) {
    if (geometry instanceof Polygonal) {
      add(id, LazyGeometry.of(geometry));
    }
  }

  /** Adds polygons in metres that are fetched only where another's box meets theirs. */
  public void add(long id, LazyGeometry polygons) {
    shapes.add(new Shape(id, polygons));
  }

  /** Each pair that overlaps, once. */
  public List<Pair> find() {
    HPRtree index = new HPRtree();
    for (int i = 0; i < shapes.size(); i++) {
      index.insert(shapes.get(i).box(), i);
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      Shape one = shapes.get(i);
      int its = i;
      index.query(
          one.box(),
          other -> {
            if ((Integer) other > its) {
              addPair(one, shapes.get((Integer) other), pairs);
            }
          });
    }
    return pairs;
  }

  private static void addPair(Shape one, Shape other, List<Pair> pairs) {
    double areaM2;
    try {
      areaM2 =
          Polygons.only(
                  OverlayNGRobust.overlay(one.geometry(), other.geometry(), OverlayNG.INTERSECTION))
              .getArea();
    } catch (TopologyException | IllegalArgumentException e) {
      areaM2 = Double.NaN;
    }
    if (!(areaM2 <= AreaAssigner.LEAST_PART_M2)) {
      pairs.add(new Pair(one.id, other.id, areaM2));
    }
  }
}
