package org.greensward.tile;

import org.geotools.geometry.jts.GeometryClipper;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The shape that a feature has in one tile: clipped to its square and buffer, in rounded degrees.
 */
final class TileShape {
  /** How far geometry goes on beyond the tile, so that a wide line or a pattern is not cut. */
  static final double BUFFER_PIXELS = 16;

  private final GeometryClipper clipper;
  private final Geometry square;
  private final int decimals;

  TileShape(TileCoord tile, org.locationtech.jts.geom.GeometryFactory factory) {
    this.clipper = new GeometryClipper(tile.envelope(BUFFER_PIXELS));
    this.square = factory.toGeometry(clipper.getBounds());
    this.decimals = Generalisation.decimals(tile.z());
  }

  int decimals() {
    return decimals;
  }

  /** The shape in degrees; null when nothing of it is in the tile. */
  Geometry of(Geometry mercator) {
    Geometry clipped = clip(mercator);
    if (clipped == null || clipped.isEmpty()) {
      return null;
    }
    Geometry degrees = Mercator.toDegrees(clipped, decimals);
    if (degrees.getDimension() == 2 && !degrees.isValid()) {
      degrees = GeometryFixer.fix(degrees);
    }
    return degrees.isEmpty() ? null : degrees;
  }

  private Geometry clip(Geometry mercator) {
    if (clipper.getBounds().contains(mercator.getEnvelopeInternal())) {
      return mercator;
    }
    if (mercator.getDimension() == 0) {
      return mercator.intersection(square);
    }
    Geometry clipped = clipper.clip(mercator, false);
    if (clipped == null || clipped.getDimension() < 2 || clipped.isValid()) {
      return clipped;
    }
    // The fast clipper joins parts along the edge of the square; the robust overlay does not.
    return OverlayNGRobust.overlay(mercator, square, OverlayNG.INTERSECTION);
  }
}
