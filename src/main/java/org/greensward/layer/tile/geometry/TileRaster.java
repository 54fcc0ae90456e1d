package org.greensward.layer.tile.geometry;

/** A tile cut into squares, and where shapes on the finest grid lie among them. */
public final class TileRaster {
  private final double west;
  private final double north;
  private final double side;
  private final GridBox box;

  /**
   * @param across how many squares the tile is wide
   */
  public TileRaster(TileCoord tile, int across) {
    this.west = tile.envelope(0).getMinX();
    this.north = tile.envelope(0).getMaxY();
    this.side = TileCoord.pixel(tile.z()) * TileCoord.PIXELS / across;
    this.box = TileGrid.Degrees.FINEST.box(tile, 0);
  }

  /** Adds to a tile's squares those that a shape on the finest grid covers. */
  public void cover(PixelSet pixels, PackedGeometries shapes, int shape) {
    if (shapes.meets(shape, box)) {
      pixels.cover(
          shapes,
          shape,
          x -> (TileGrid.Degrees.FINEST.mercatorX(x) - west) / side,
          y -> (north - TileGrid.Degrees.FINEST.mercatorY(y)) / side);
    }
  }
}
