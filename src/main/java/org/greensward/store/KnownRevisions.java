package org.greensward.store;

import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * What this node knows of the layers' revisions. Asking costs no query; what other nodes and
 * programs commit is heard of within a moment. Boxes are in EPSG:3857 metres.
 */
public interface KnownRevisions {

  /** A layer's revision as far as this node knows; 0 for a layer that the store does not have. */
  long ofLayer(String layer);

  /**
   * The revision of the latest change that touched a tile or its buffer of 16 pixels; the same on
   * every node that knows the same.
   *
   * @param z zoom from 0 to 22; x and y count from the north-west (WebMercatorQuad)
   */
  long ofTile(String layer, int z, int x, int y);

  /**
   * The first day of the span around a date in which nothing changes: two dates with the same first
   * day show the same. Before the first change it is {@link LocalDate#MIN}'s stand-in, 1800-01-01.
   */
  LocalDate spanOf(LocalDate at);

  /** Reads what was committed until now, for a caller who was told of a revision not yet known. */
  void catchUp();

  /** Calls a listener, on a thread of the node's own, after each change became known. */
  void listen(Consumer<Change> listener);

  /**
   * A change of a layer.
   *
   * @param box where it can be seen; null: everywhere
   */
  record Change(String layer, long revision, Box box) {}

  /** A box in EPSG:3857 metres. */
  record Box(double west, double south, double east, double north) {}
}
