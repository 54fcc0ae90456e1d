package org.greensward.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.RingClipper;

/**
 * A large area as it is near a small shape: an overlay of the two need not go through a border of
 * thousands of corners that are far away. Each neighbourhood is made once. Not safe for use by
 * several threads at once.
 */
final class ClippedAreaCache {
  /** Neighbourhoods are squares of twice this, in metres, one beginning at each multiple of it. */
  private static final double SIDE_M = 400;

  private final Geometry whole;
  private final Map<List<Long>, Geometry> neighbourhoods = new HashMap<>();

  /**
   * @param whole valid polygons in metres
   */
  ClippedAreaCache(Geometry whole) {
    this.whole = whole;
  }

  /**
   * What has the same overlay with everything in a box as the whole area has. It may run along the
   * edge of the neighbourhood twice, which is not valid, but far from the box.
   */
  Geometry near(Envelope box) {
    if (Math.max(box.getWidth(), box.getHeight()) > SIDE_M / 2) {
      return whole;
    }
    long column = (long) Math.floor((box.getMinX() - SIDE_M / 4) / SIDE_M);
    long row = (long) Math.floor((box.getMinY() - SIDE_M / 4) / SIDE_M);
    return neighbourhoods.computeIfAbsent(
        List.of(column, row),
        key ->
            clip(
                new Envelope(
                    column * SIDE_M, (column + 2) * SIDE_M, row * SIDE_M, (row + 2) * SIDE_M)));
  }

  private Geometry clip(Envelope square) {
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < whole.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) whole.getGeometryN(i);
      LinearRing shell = clip(polygon.getExteriorRing(), square);
      if (!shell.isEmpty()) {
        LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
        Arrays.setAll(holes, n -> clip(polygon.getInteriorRingN(n), square));
        polygons.add(
            whole
                .getFactory()
                .createPolygon(
                    shell,
                    Arrays.stream(holes).filter(h -> !h.isEmpty()).toArray(LinearRing[]::new)));
      }
    }
    return polygons.size() == 1
        ? polygons.get(0)
        : whole.getFactory().createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private LinearRing clip(LinearRing ring, Envelope square) {
    if (!ring.getEnvelopeInternal().intersects(square)) {
      return whole.getFactory().createLinearRing();
    }
    Coordinate[] clipped = new RingClipper(square).clip(ring.getCoordinates());
    return clipped.length < 4
        ? whole.getFactory().createLinearRing()
        : whole.getFactory().createLinearRing(clipped);
  }
}
