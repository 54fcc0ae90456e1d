package org.greensward.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * All ring segments of a set of polygons, each with the cell that has the same segment on its other
 * side, if exactly one has. Made for millions of segments: flat arrays and one hash table of ints.
 *
 * <p>Every ring is walked with the interior of its polygon on the right.
 */
public final class SegmentTable {
  static final int NONE = -1;
  private static final int CROWDED = -2;

  private Coordinate[] points = new Coordinate[1024];
  private int[] cells = new int[1024];
  private int size;
  private final List<int[]> rings = new ArrayList<>();
  private final int[] mates;

  /**
   * @param geometries valid polygons and multipolygons; a cell is its index in here
   */
  public SegmentTable(Geometry[] geometries) {
    for (int cell = 0; cell < geometries.length; cell++) {
      for (int i = 0; i < geometries[cell].getNumGeometries(); i++) {
        add(cell, (Polygon) geometries[cell].getGeometryN(i));
      }
    }
    mates = new int[size];
    match();
  }

  /**
   * The rings cut where the cell on the other side changes. A stretch that two cells share is given
   * once, in the direction of the lower cell.
   */
  public List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    for (int[] ring : rings) {
      cut(ring[0], ring[1], runs);
    }
    return runs;
  }

  private void add(int cell, Polygon polygon) {
    if (polygon.isEmpty()) {
      return;
    }
    add(cell, polygon.getExteriorRing(), false);
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      add(cell, polygon.getInteriorRingN(i), true);
    }
  }

  private void add(int cell, LinearRing ring, boolean ccw) {
    Coordinate[] line = ring.getCoordinates();
    boolean backwards = Orientation.isCCW(line) != ccw;
    int start = size;
    for (int i = 0; i < line.length; i++) {
      Coordinate point = line[backwards ? line.length - 1 - i : i];
      if (size == start || !points[size - 1].equals2D(point)) {
        push(cell, point);
      }
    }
    rings.add(new int[] {start, size - 1 - start});
  }

  private void push(int cell, Coordinate point) {
    if (size == points.length) {
      points = Arrays.copyOf(points, size * 2);
      cells = Arrays.copyOf(cells, size * 2);
    }
    points[size] = point;
    cells[size++] = cell;
  }

  private void match() {
    int capacity = Integer.highestOneBit(Math.max(16, size)) * 4;
    int[] table = new int[capacity];
    for (int[] ring : rings) {
      for (int segment = ring[0]; segment < ring[0] + ring[1]; segment++) {
        mates[segment] = NONE;
        int slot = hash(segment) & (capacity - 1);
        while (table[slot] != 0 && !same(table[slot] - 1, segment)) {
          slot = (slot + 1) & (capacity - 1);
        }
        if (table[slot] == 0) {
          table[slot] = segment + 1;
        } else {
          pair(table[slot] - 1, segment);
        }
      }
    }
  }

  private void pair(int first, int second) {
    boolean opposite = points[first].equals2D(points[second + 1]);
    if (mates[first] == NONE && opposite && cells[first] != cells[second]) {
      mates[first] = second;
      mates[second] = first;
      return;
    }
    if (mates[first] >= 0) {
      mates[mates[first]] = CROWDED;
    }
    mates[first] = CROWDED;
    mates[second] = CROWDED;
  }

  private boolean same(int a, int b) {
    return points[a].equals2D(points[b]) && points[a + 1].equals2D(points[b + 1])
        || points[a].equals2D(points[b + 1]) && points[a + 1].equals2D(points[b]);
  }

  private int hash(int segment) {
    int mixed = (points[segment].hashCode() + points[segment + 1].hashCode()) * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }

  private int partner(int segment) {
    return mates[segment] >= 0 ? cells[mates[segment]] : NONE;
  }

  private void cut(int start, int count, List<Run> runs) {
    int first = 0;
    while (first < count
        && partner(start + first) == partner(start + (first + count - 1) % count)) {
      first++;
    }
    first %= count;
    for (int done = 0; done < count; ) {
      int partner = partner(start + (first + done) % count);
      int length = 1;
      while (done + length < count && partner(start + (first + done + length) % count) == partner) {
        length++;
      }
      int cell = cells[start];
      if (partner == NONE || cell < partner) {
        Coordinate[] line = new Coordinate[length + 1];
        for (int i = 0; i <= length; i++) {
          line[i] = points[start + (first + done + i) % count];
        }
        runs.add(new Run(cell, partner, line));
      }
      done += length;
    }
  }

  /**
   * A stretch of border.
   *
   * @param cell the cell on the right
   * @param partner the cell on the left, or {@link #NONE} where no cell, or more than one, shares
   *     this stretch
   * @param line its points, at least two; closed where it is a whole ring
   */
  public record Run(int cell, int partner, Coordinate[] line) {
    public boolean shared() {
      return partner != NONE;
    }
  }
}
