package org.greensward.land.tile;

import java.time.LocalDate;
import java.util.Map;
import org.greensward.layer.tile.TileCell;
import org.greensward.layer.tile.TileSource;
import org.greensward.layer.tile.geometry.TileCoord;

/**
 * Which squares of a tile each group of land covers.
 *
 * @param squares of {@link #ACROSS} by as many, each as row * ACROSS + column, rows from the north
 */
record LandRaster(long revision, Map<LandGroup, int[]> squares) implements TileSource {
  /** How many squares a tile is wide; each is two pixels of it. */
  static final int ACROSS = TileCoord.PIXELS / 2;

  /** The key under which a tile's cover is kept. */
  record Key(TileCell tile, LocalDate at) {}

  @Override
  public int weight() {
    int weight = 200;
    for (int[] covered : squares.values()) {
      weight += 120 + 4 * covered.length;
    }
    return weight;
  }
}
