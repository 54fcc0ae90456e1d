package org.greensward.tile.serve;

import java.time.LocalDate;
import org.greensward.layer.tile.TileLayer;
import org.greensward.layer.tile.geometry.TileCoord;

/**
 * Which tile: all that decides what its bytes are, but for its revision.
 *
 * @param day the first of the span of days that show the same
 */
record TileKey(TileLayer layer, TileCoord coord, TileFormat format, LocalDate day) {

  /**
   * The ETag at a revision of what lies in the tile. It is weak, since the same tile may be
   * compressed in several ways.
   */
  String etag(long revision) {
    return "W/\"" + revision + '.' + day.toEpochDay() + '.' + format.extension() + '"';
  }

  @Override
  public int hashCode() {
    int place = (coord.x() * 31 + coord.y()) * 31 + coord.z();
    return (place * 31 + System.identityHashCode(layer)) * 31 + format.ordinal() + day.hashCode();
  }
}
