package org.greensward.tile;

import java.time.LocalDate;
import java.util.List;

/** One map layer: which features lie in a tile at a date. */
interface TileLayer {
  /** Its name in addresses. */
  String name();

  /** What it shows, in a sentence for people. */
  String description();

  /** From which zoom on there is something to see. */
  int minZoom();

  /** The properties that its features may have, with their types, as TileJSON lists them. */
  List<String> fields();

  /** All features that touch the tile or its buffer, none left out; called in a transaction. */
  List<TileFeature> listFeatures(TileCoord tile, LocalDate at);
}
