package org.greensward.tile.layer;

import org.greensward.tile.TileCoord;
import org.greensward.tile.encode.Attributes;
import org.greensward.tile.encode.TileWriter;
import org.greensward.tile.shape.Detail;
import org.greensward.tile.shape.Grid;
import org.greensward.tile.shape.GridBox;
import org.greensward.tile.shape.ShapeClip;
import org.greensward.tile.shape.Shapes;

/**
 * A tile that is being made.
 *
 * @param finest its square and buffer on the finest grid, by which features are chosen
 * @param clip its square and buffer on the grid that it is written with
 */
record TileFrame(GridBox finest, ShapeClip clip) {

  static TileFrame of(TileCoord tile, Detail detail) {
    return new TileFrame(
        Grid.Degrees.FINEST.box(tile, ShapeClip.BUFFER_PIXELS), new ShapeClip(tile, detail.grid()));
  }

  /**
   * Writes a feature that meets the tile, clipped where it must be; nothing if none of it is left.
   */
  void write(
      byte[] id, Attributes own, Attributes shared, Shapes shapes, int shape, TileWriter out) {
    if (clip.takesWhole(shapes, shape)) {
      out.add(id, own, shared, shapes, shape);
      return;
    }
    Shapes clipped = clip.clip(shapes, shape);
    if (!clipped.isEmpty(0)) {
      out.add(id, own, shared, clipped, 0);
    }
  }
}
