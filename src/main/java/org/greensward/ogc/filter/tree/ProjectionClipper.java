package org.greensward.ogc.filter.tree;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * Makes geometries of other coordinate systems fit to be projected to EPSG:27700.
 *
 * <p>The projection is made for Great Britain; elsewhere it fails, or folds the earth over. So what
 * lies outside a frame around the British grid is cut off first. The frame is at least 70 km away
 * from every place of the grid, where all our geometries are, so no relation to them changes; to
 * keep it so, a part that lies wholly outside is not dropped but moved into a corner of the frame,
 * as small as can be. Long edges get points in between, since a straight line of the one system is
 * none of the other: at 52 degrees north the edge of a box 8 degrees wide would be 7 km off. With a
 * point each 0.02 degrees it is 5 cm.
 */
public final class ProjectionClipper {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final Envelope DEGREES = new Envelope(-11, 5, 49, 62.5);
  private static final double DEGREE_STEP = 0.02;
  private static final double METRE_STEP = 2_000;
  private static final double SPECK = 1e-4;
  private static final int MOST_POINTS = 20_000;
  private static final double EARTH = 6378137;

  private ProjectionClipper() {}

  /**
   * The geometry, to be projected by PostGIS.
   *
   * @param geometry valid, x before y
   * @param srid its coordinate system
   */
  public static Geometry of(Geometry geometry, int srid) {
    if (srid == 27700) {
      return geometry;
    }
    Envelope frame = srid == 4326 ? DEGREES : mercator(DEGREES);
    double step = srid == 4326 ? DEGREE_STEP : METRE_STEP;
    return densified(clipped(geometry, frame), step);
  }

  private static Envelope mercator(Envelope degrees) {
    double unit = EARTH * Math.PI / 180;
    return new Envelope(
        degrees.getMinX() * unit,
        degrees.getMaxX() * unit,
        northing(degrees.getMinY()),
        northing(degrees.getMaxY()));
  }

  private static double northing(double latitude) {
    return EARTH * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(latitude) / 2));
  }

  private static Geometry clipped(Geometry geometry, Envelope frame) {
    if (frame.contains(geometry.getEnvelopeInternal())) {
      return geometry;
    }
    List<Geometry> parts = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      clip(geometry.getGeometryN(i), frame, parts);
    }
    // Parts in the corner may lie over each other.
    return parts.size() == 1 ? parts.get(0) : UnaryUnionOp.union(parts);
  }

  private static void clip(Geometry part, Envelope frame, List<Geometry> parts) {
    if (frame.contains(part.getEnvelopeInternal())) {
      parts.add(part);
      return;
    }
    int before = parts.size();
    if (frame.intersects(part.getEnvelopeInternal())) {
      Geometry inside =
          OverlayNGRobust.overlay(part, FACTORY.toGeometry(frame), OverlayNG.INTERSECTION);
      for (int i = 0; i < inside.getNumGeometries(); i++) {
        Geometry piece = inside.getGeometryN(i);
        if (piece.getDimension() == part.getDimension() && !piece.isEmpty()) {
          parts.add(piece);
        }
      }
    }
    if (parts.size() == before) {
      parts.add(speck(part.getDimension(), frame));
    }
  }

  /** Something very small in the corner of the frame. */
  private static Geometry speck(int dimension, Envelope frame) {
    double size = frame.getWidth() * SPECK;
    Coordinate corner = new Coordinate(frame.getMinX(), frame.getMinY());
    Coordinate right = new Coordinate(corner.x + size, corner.y);
    return switch (dimension) {
      case 0 -> FACTORY.createPoint(corner);
      case 1 -> FACTORY.createLineString(new Coordinate[] {corner, right});
      default ->
          FACTORY.toGeometry(new Envelope(corner.x, corner.x + size, corner.y, corner.y + size));
    };
  }

  private static Geometry densified(Geometry geometry, double step) {
    Envelope envelope = geometry.getEnvelopeInternal();
    if (geometry.getDimension() == 0
        || Math.max(envelope.getWidth(), envelope.getHeight()) <= step) {
      return geometry;
    }
    Densifier densifier = new Densifier(geometry);
    densifier.setDistanceTolerance(Math.max(step, geometry.getLength() / MOST_POINTS));
    densifier.setValidate(false);
    return densifier.getResultGeometry();
  }
}
