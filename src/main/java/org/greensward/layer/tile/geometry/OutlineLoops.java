package org.greensward.layer.tile.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts one closed walk over the corners of a raster into rings that come to no corner twice. */
final class OutlineLoops {
  private final int corners;
  private final int[] placeOf;
  private int[] walk = new int[64];
  private int size;
  private final List<int[]> cut = new ArrayList<>();

  /**
   * @param corners of a row of the raster
   */
  OutlineLoops(int corners) {
    this.corners = corners;
    this.placeOf = new int[corners * corners];
  }

  /**
   * A ring of corners, each as row * corners + column.
   *
   * @param area a number that the rings of one area have in common
   * @param doubledArea in pixels, positive for outer rings, rows counting downwards
   */
  record Ring(int area, int[] corners, long doubledArea) {}

  void turnAt(int x, int y) {
    int corner = y * corners + x;
    int earlier = placeOf[corner] - 1;
    if (earlier >= 0) {
      cut(earlier);
    }
    if (size == walk.length) {
      walk = Arrays.copyOf(walk, 2 * size);
    }
    walk[size++] = corner;
    placeOf[corner] = size;
  }

  private void cut(int from) {
    cut.add(Arrays.copyOfRange(walk, from, size));
    for (int i = from; i < size; i++) {
      placeOf[walk[i]] = 0;
    }
    size = from;
  }

  /** Ends the walk and gives its rings. */
  void close(int area, List<Ring> rings) {
    cut(0);
    for (int[] ring : cut) {
      rings.add(new Ring(area, ring, doubledArea(ring)));
    }
    cut.clear();
  }

  private long doubledArea(int[] ring) {
    long sum = 0;
    for (int i = 0; i < ring.length; i++) {
      int from = ring[i];
      int to = ring[i + 1 == ring.length ? 0 : i + 1];
      sum += (long) (from % corners) * (to / corners) - (long) (to % corners) * (from / corners);
    }
    return sum;
  }
}
