package org.greensward.layer.tile;

import org.greensward.layer.tile.geometry.PackedGeometries;

/** Takes the features of a tile, one after the other. */
public interface TileWriter {

  /**
   * Adds a feature.
   *
   * @param id stable: the same thing has it in every tile, zoom and revision; JSON text
   * @param own the properties of this feature
   * @param shared properties that others have too; null for none
   * @param shapes on the grid that the tile is written with
   * @param shape which of the shapes
   */
  void add(
      byte[] id,
      EncodedProperties own,
      EncodedProperties shared,
      PackedGeometries shapes,
      int shape);

  /** How many features were added. */
  int features();

  /** The tile. */
  byte[] toBytes();
}
