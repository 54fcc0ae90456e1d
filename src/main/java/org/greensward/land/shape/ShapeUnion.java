package org.greensward.land.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Makes one shape of several that touch or overlap. */
public final class ShapeUnion {
  /** Holes below this, in m2, are where outlines did not quite meet. */
  private static final double HAIRLINE_M2 = 0.01;

  private ShapeUnion() {}

  /**
   * The union. Areas have to share an edge or overlap, lines an end or more.
   *
   * @param shapes two or more of one dimension
   * @throws InvalidShapeException when one lies apart from the others, with how far, or touches
   *     them at a point only, or when they are not of one kind
   */
  public static Geometry join(List<Geometry> shapes) {
    if (shapes.size() < 2) {
      throw new InvalidShapeException(ShapeFault.of("shape.join.one"));
    }
    boolean areas = shapes.stream().allMatch(Polygonal.class::isInstance);
    if (!areas && !shapes.stream().allMatch(Lineal.class::isInstance)) {
      throw new InvalidShapeException(ShapeFault.of("shape.join.kinds"));
    }
    Geometry joined = shapes.get(0);
    List<Geometry> waiting = new ArrayList<>(shapes.subList(1, shapes.size()));
    while (!waiting.isEmpty()) {
      Geometry whole = joined;
      Geometry next =
          waiting.stream()
              .filter(it -> meet(whole, it, areas))
              .findFirst()
              .orElseThrow(() -> new InvalidShapeException(apart(whole, waiting.get(0))));
      waiting.remove(next);
      joined = OverlayNGRobust.overlay(joined, next, OverlayNG.UNION);
    }
    return areas ? withoutHairlines(joined, shapes) : merged(joined);
  }

  private static boolean meet(Geometry one, Geometry other, boolean areas) {
    if (!areas) {
      return one.intersects(other);
    }
    return one.intersects(other) && one.intersection(other).getDimension() >= 1;
  }

  private static ShapeFault apart(Geometry one, Geometry other) {
    double metres = one.distance(other);
    return metres > 0
        ? ShapeFault.of(
            "shape.join.apart", String.format(Locale.UK, metres < 1 ? "%.3f" : "%,.1f", metres))
        : ShapeFault.at(one.intersection(other).getCoordinate(), "shape.join.point");
  }

  private static Geometry merged(Geometry lines) {
    LineMerger merger = new LineMerger();
    merger.add(lines);
    return lines.getFactory().buildGeometry(merger.getMergedLineStrings());
  }

  /** Without tiny holes that none of the shapes had. */
  private static Geometry withoutHairlines(Geometry joined, List<Geometry> shapes) {
    List<Geometry> parts = new ArrayList<>();
    for (int i = 0; i < joined.getNumGeometries(); i++) {
      Polygon part = (Polygon) joined.getGeometryN(i);
      List<LinearRing> holes = new ArrayList<>();
      for (int h = 0; h < part.getNumInteriorRing(); h++) {
        LinearRing hole = part.getInteriorRingN(h);
        if (part.getFactory().createPolygon(hole).getArea() >= HAIRLINE_M2
            || hadBefore(hole, shapes)) {
          holes.add(hole);
        }
      }
      parts.add(
          part.getFactory()
              .createPolygon(part.getExteriorRing(), holes.toArray(LinearRing[]::new)));
    }
    return joined.getFactory().buildGeometry(parts);
  }

  private static boolean hadBefore(LineString hole, List<Geometry> shapes) {
    return shapes.stream().anyMatch(shape -> shape.getBoundary().covers(hole));
  }
}
