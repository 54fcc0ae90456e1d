package org.greensward.revision;

import org.greensward.revision.LayerRevisions.Box;

/**
 * Which revision touched each tile last, as a quadtree over the Web Mercator world
 * (WebMercatorQuad) that never changes: {@link #with} gives another. A box that covers a node is
 * noted there and not below, so that big changes take little room; below {@link #DEEPEST} tiles
 * share their ancestor's answer. The same changes give the same answers, in whatever order they
 * come.
 */
final class TileRevisionQuadtree {
  static final TileRevisionQuadtree EMPTY = new TileRevisionQuadtree(0, 0, null);

  static final int DEEPEST = 14;

  /** Half the width of the world in EPSG:3857 metres. */
  private static final double HALF_WORLD = 20037508.342789244;

  /**
   * How far a tile shows what lies beyond its edge, as a share of its width: its buffer of 16 of
   * 256 pixels, and one for what generalising makes of an outline.
   */
  private static final double BUFFER = 17.0 / 256;

  private final long covering; // the latest that covers all of this node
  private final long touching; // the latest that touches it or its buffer
  private final TileRevisionQuadtree[]
      quarters; // north-west, north-east, south-west, south-east, or null

  private TileRevisionQuadtree(long covering, long touching, TileRevisionQuadtree[] quarters) {
    this.covering = covering;
    this.touching = touching;
    this.quarters = quarters;
  }

  /**
   * The tree with one change more.
   *
   * @param box where it can be seen; null: everywhere
   */
  TileRevisionQuadtree with(long revision, Box box) {
    if (box == null) {
      return covered(revision);
    }
    return with(
        revision,
        new Area(
            (box.west() + HALF_WORLD) / (2 * HALF_WORLD),
            (HALF_WORLD - box.north()) / (2 * HALF_WORLD),
            (box.east() + HALF_WORLD) / (2 * HALF_WORLD),
            (HALF_WORLD - box.south()) / (2 * HALF_WORLD)),
        0,
        0,
        0);
  }

  private TileRevisionQuadtree with(long revision, Area area, int z, int x, int y) {
    double size = 1.0 / (1L << z);
    if (!area.meets(x * size, y * size, size, BUFFER * size)) {
      return this;
    }
    if (area.covers(x * size, y * size, size)) {
      return covered(revision);
    }
    long touched = Math.max(touching, revision);
    if (z == DEEPEST) {
      return new TileRevisionQuadtree(covering, touched, null);
    }
    TileRevisionQuadtree[] changed = new TileRevisionQuadtree[4];
    for (int i = 0; i < 4; i++) {
      TileRevisionQuadtree quarter = quarters == null ? EMPTY : quarters[i];
      changed[i] = quarter.with(revision, area, z + 1, 2 * x + (i & 1), 2 * y + (i >> 1));
    }
    return new TileRevisionQuadtree(covering, touched, changed);
  }

  private TileRevisionQuadtree covered(long revision) {
    long latest = Math.max(touching, revision);
    // What is below says nothing any more once this node's own answer is newer than all of it.
    return new TileRevisionQuadtree(
        Math.max(covering, revision), latest, revision < touching ? quarters : null);
  }

  /** The latest revision that touched a tile or its buffer; 0 when none did. */
  long at(int z, int x, int y) {
    int depth = Math.min(z, DEEPEST);
    int column = x >> (z - depth);
    int row = y >> (z - depth);
    long latest = covering;
    TileRevisionQuadtree node = this;
    for (int level = depth - 1; level >= 0; level--) {
      if (node.quarters == null) {
        return latest;
      }
      node = node.quarters[(column >> level & 1) + 2 * (row >> level & 1)];
      latest = Math.max(latest, node.covering);
    }
    return Math.max(latest, node.touching);
  }

  /** A box in parts of the world's width, from its north-west corner. */
  private record Area(double west, double north, double east, double south) {
    boolean meets(double left, double top, double size, double buffer) {
      return west <= left + size + buffer
          && east >= left - buffer
          && north <= top + size + buffer
          && south >= top - buffer;
    }

    boolean covers(double left, double top, double size) {
      return west <= left && east >= left + size && north <= top && south >= top + size;
    }
  }
}
