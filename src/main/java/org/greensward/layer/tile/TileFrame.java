package org.greensward.layer.tile;

import org.greensward.layer.tile.geometry.GridBox;
import org.greensward.layer.tile.geometry.PackedGeometries;
import org.greensward.layer.tile.geometry.ShapeClipper;
import org.greensward.layer.tile.geometry.TileCoord;
import org.greensward.layer.tile.geometry.TileDetail;
import org.greensward.layer.tile.geometry.TileGrid;

/**
 * A tile that is being made.
 *
 * @param finest its square and buffer on the finest grid, by which features are chosen
 * @param clip its square and buffer on the grid that it is written with
 */
public record TileFrame(GridBox finest, ShapeClipper clip) {

  public static TileFrame of(TileCoord tile, TileDetail detail) {
    return new TileFrame(
        TileGrid.Degrees.FINEST.box(tile, ShapeClipper.BUFFER_PIXELS),
        new ShapeClipper(tile, detail.grid()));
  }

  /**
   * Writes a feature that meets the tile, clipped where it must be; nothing if none of it is left.
   */
  public void write(
      byte[] id,
      EncodedProperties own,
      EncodedProperties shared,
      PackedGeometries shapes,
      int shape,
      TileWriter out) {
    if (clip.takesWhole(shapes, shape)) {
      out.add(id, own, shared, shapes, shape);
      return;
    }
    PackedGeometries clipped = clip.clip(shapes, shape);
    if (!clipped.isEmpty(0)) {
      out.add(id, own, shared, clipped, 0);
    }
  }
}
