package org.greensward.tile.shape;

import org.greensward.tile.TileCoord;

/** The pixels of a tile, and where shapes on the finest grid lie among them. */
public final class Raster {
  private final double west;
  private final double north;
  private final double pixel;
  private final GridBox box;

  public Raster(TileCoord tile) {
    this.west = tile.envelope(0).getMinX();
    this.north = tile.envelope(0).getMaxY();
    this.pixel = TileCoord.pixel(tile.z());
    this.box = Grid.Degrees.FINEST.box(tile, 0);
  }

  /** Adds to a tile's pixels those that a shape on the finest grid covers. */
  public void cover(PixelSet pixels, Shapes shapes, int shape) {
    if (shapes.meets(shape, box)) {
      pixels.cover(
          shapes,
          shape,
          x -> (Grid.Degrees.FINEST.mercatorX(x) - west) / pixel,
          y -> (north - Grid.Degrees.FINEST.mercatorY(y)) / pixel);
    }
  }
}
