package org.greensward.revision;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/**
 * What this node knows of the layers' revisions. Asking costs no query; what other nodes and
 * programs commit is heard of within a moment. Boxes are in EPSG:3857 metres.
 */
public interface LayerRevisions {

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

  /**
   * The changes of a layer after a revision, oldest first; a single one without box when that is
   * too long ago to tell.
   */
  default List<Change> since(String layer, long revision) {
    return revision < ofLayer(layer)
        ? List.of(Change.everywhere(layer, ofLayer(layer)))
        : List.of();
  }

  /** Calls a listener, on a thread of the node's own, after each change became known. */
  void listen(Consumer<Change> listener);

  /**
   * A change of a layer, or one of the places of such a change.
   *
   * @param box where it can be seen; null: everywhere
   * @param fromZoom at which zooms it can be seen there
   * @param toZoom inclusive
   */
  record Change(String layer, long revision, Box box, int fromZoom, int toZoom) {
    static final int LAST_ZOOM = 22;

    /** A change that may be seen in every tile. */
    public static Change everywhere(String layer, long revision) {
      return new Change(layer, revision, null, 0, LAST_ZOOM);
    }
  }

  /** A box in EPSG:3857 metres. */
  record Box(double west, double south, double east, double north) {}
}
