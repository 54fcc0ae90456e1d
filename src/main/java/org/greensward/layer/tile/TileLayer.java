package org.greensward.layer.tile;

import java.time.LocalDate;
import java.util.List;
import org.greensward.layer.tile.geometry.TileCoord;
import org.greensward.layer.tile.geometry.TileDetail;

/** One map layer: which features lie in a tile at a date. */
public interface TileLayer {
  /** Its name in addresses. */
  String name();

  /** What it shows, in a sentence for people. */
  String description();

  /** From which zoom on there is something to see. */
  int minZoom();

  /** The properties that its features may have, as TileJSON lists them. */
  List<String> fields();

  /**
   * Writes all features that touch the tile or its buffer, none left out.
   *
   * @param detail how finely, for the tile's zoom
   * @param at the date whose state is shown
   * @return the layer's revision that everything written is of, or of a later one
   */
  long write(TileCoord tile, TileDetail detail, LocalDate at, TileWriter out);
}
