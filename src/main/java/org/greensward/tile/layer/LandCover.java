package org.greensward.tile.layer;

import java.time.LocalDate;
import java.util.Map;

/**
 * Which pixels of a tile each group of land covers.
 *
 * @param pixels of 256 by 256, each as row * 256 + column, rows from the north
 */
record LandCover(long revision, Map<LandGroup, int[]> pixels) implements Prepared {

  /** The key under which a tile's cover is kept. */
  record Key(Cell tile, LocalDate at) {}

  @Override
  public int weight() {
    int weight = 200;
    for (int[] covered : pixels.values()) {
      weight += 120 + 4 * covered.length;
    }
    return weight;
  }
}
