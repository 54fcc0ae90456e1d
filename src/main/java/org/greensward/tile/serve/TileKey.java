package org.greensward.tile.serve;

import java.time.LocalDate;
import org.greensward.tile.TileCoord;
import org.greensward.tile.layer.TileLayer;

/**
 * Which tile: all that decides what its bytes are, but for its revision.
 *
 * @param day the first of the span of days that show the same
 */
record TileKey(TileLayer layer, TileCoord coord, TileFormat format, LocalDate day) {

  @Override
  public int hashCode() {
    int place = (coord.x() * 31 + coord.y()) * 31 + coord.z();
    return (place * 31 + System.identityHashCode(layer)) * 31 + format.ordinal() + day.hashCode();
  }
}
