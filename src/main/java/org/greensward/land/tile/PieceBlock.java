package org.greensward.land.tile;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.greensward.layer.tile.FeatureTable;
import org.greensward.layer.tile.TileSource;

/**
 * The pieces of land of a cell, and what holds for each on the dates that were asked for.
 *
 * @param lands the parcels' ids, in order, one for each piece
 * @param parishes the parishes' ids, 0 outside all of them
 * @param terms by date: for each piece what holds on it, null where the parcel does not exist then
 */
record PieceBlock(
    long revision,
    FeatureTable pieces,
    long[] lands,
    long[] parishes,
    Map<LocalDate, PieceAttributes[]> terms)
    implements TileSource {

  PieceBlock(long revision, FeatureTable pieces, long[] lands, long[] parishes) {
    this(revision, pieces, lands, parishes, new ConcurrentHashMap<>());
  }

  @Override
  public int weight() {
    return pieces.weight() + lands.length * (16 + terms.size() * 8) + terms.size() * 40_000 + 200;
  }
}
