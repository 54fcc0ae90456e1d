package org.greensward.layer.tile.geometry;

import org.geotools.geometry.jts.GeometryClipper;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;

/**
 * What a tile shows of shapes: those that meet the tile's square and buffer. A shape that reaches
 * no further than {@link #OVERHANG_PIXELS} beyond the tile goes into it whole, since a few points
 * more are cheaper than a cut; a larger one is clipped to square and buffer.
 */
public final class ShapeClipper {
  /** How far geometry goes on beyond the tile, so that a wide line or a pattern is not cut. */
  public static final double BUFFER_PIXELS = 16;

  /** How far a shape may reach beyond the tile without being clipped. */
  public static final double OVERHANG_PIXELS = 64;

  private final GridBox box;
  private final GridBox whole;

  public ShapeClipper(TileCoord tile, TileGrid grid) {
    this.box = grid.box(tile, BUFFER_PIXELS);
    this.whole = grid.box(tile, OVERHANG_PIXELS);
  }

  /** The tile's square and buffer. */
  public GridBox box() {
    return box;
  }

  /** Whether a shape goes into the tile as it is; it meets the tile. */
  public boolean takesWhole(PackedGeometries shapes, int shape) {
    return shapes.within(shape, whole);
  }

  /** The part of a shape in the tile, as the only shape; it is empty when there is none. */
  public PackedGeometries clip(PackedGeometries shapes, int shape) {
    PackedGeometries.Builder clipped = new PackedGeometries.Builder();
    Geometry part = clip(GridGeometryReader.onGrid(shapes, shape));
    if (part == null || part.isEmpty() || part.getDimension() < shapes.kind(shape)) {
      return clipped.begin(shapes.kind(shape)).build();
    }
    new GridGeometryBuilder(clipped).addOnGrid(GridGeometryBuilder.rounded(part));
    return clipped.build();
  }

  private Geometry clip(Geometry geometry) {
    Geometry square = new GeometryFactory().toGeometry(box.envelope());
    if (geometry.getDimension() == 0) {
      return geometry.intersection(square);
    }
    Geometry clipped = new GeometryClipper(box.envelope()).clip(geometry, false);
    if (clipped == null || clipped.getDimension() < 2 || clipped.isValid()) {
      return clipped;
    }
    // The fast clipper joins parts along the edge of the square; the robust overlay does not.
    return OverlayNG.overlay(geometry, square, OverlayNG.INTERSECTION, new PrecisionModel(1));
  }
}
