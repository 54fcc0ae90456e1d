package org.greensward.layer.tile.geometry;

import java.util.Arrays;

/**
 * Shapes on a grid, in one array. A shape is its kind, the number of its parts, its box, then each
 * part: the number of its points, doubled, plus one where it is a hole, and the points, x before y.
 * A point of a multipoint is a part; rings are not closed, outer ones have a positive area in the
 * grid's numbers, holes a negative one, and follow their outer ring.
 */
public final class PackedGeometries {
  public static final int POINT = 0;
  public static final int LINE = 1;
  public static final int POLYGON = 2;

  private static final int PARTS = 1;
  private static final int BOX = 2;
  private static final int HEADER = 6;

  private final int[] starts;
  private final int[] data;

  private PackedGeometries(int[] starts, int[] data) {
    this.starts = starts;
    this.data = data;
  }

  public int size() {
    return starts.length;
  }

  /** Whether nothing of a geometry is left. */
  public boolean isEmpty(int shape) {
    return data[starts[shape] + PARTS] == 0;
  }

  /** {@link #POINT}, {@link #LINE} or {@link #POLYGON}. */
  public int kind(int shape) {
    return data[starts[shape]];
  }

  public boolean meets(int shape, GridBox box) {
    int at = starts[shape] + BOX;
    return box.meets(data[at], data[at + 1], data[at + 2], data[at + 3]);
  }

  public boolean within(int shape, GridBox box) {
    int at = starts[shape] + BOX;
    return box.contains(data[at], data[at + 1], data[at + 2], data[at + 3]);
  }

  /**
   * Whether the lower left corner of what a shape's box shares with another box lies in a third;
   * the two boxes meet.
   */
  public boolean cornerIn(int shape, GridBox other, GridBox third) {
    int at = starts[shape] + BOX;
    int x = Math.max(data[at], other.minX());
    int y = Math.max(data[at + 1], other.minY());
    return third.contains(x, y, x, y);
  }

  /** How many bytes it takes in memory. */
  public int weight() {
    return 64 + 4 * (starts.length + data.length);
  }

  /** Goes through the parts of a shape. */
  public Parts parts(int shape) {
    return new Parts(data, starts[shape] + HEADER, data[starts[shape] + PARTS]);
  }

  /** The parts of one shape, from first to last. */
  public static final class Parts {
    private final int[] data;
    private final int count;
    private int next;
    private int done;
    private int start;
    private int points;
    private boolean hole;

    private Parts(int[] data, int start, int count) {
      this.data = data;
      this.next = start;
      this.count = count;
    }

    /** How many parts there are in all. */
    public int count() {
      return count;
    }

    /** Steps to the next part, false when there is none. */
    public boolean next() {
      if (done == count) {
        return false;
      }
      done++;
      points = data[next] >> 1;
      hole = (data[next] & 1) == 1;
      start = next + 1;
      next = start + 2 * points;
      return true;
    }

    public int points() {
      return points;
    }

    /** Whether the part is a hole in the outer ring before it. */
    public boolean hole() {
      return hole;
    }

    public int x(int point) {
      return data[start + 2 * point];
    }

    public int y(int point) {
      return data[start + 2 * point + 1];
    }

    /** Whether there is a second outer ring, line or point from here on. */
    public boolean multiple() {
      int outer = 0;
      int at = next;
      for (int i = done; i < count && outer < 2; i++) {
        outer += 1 - (data[at] & 1);
        at += 1 + 2 * (data[at] >> 1);
      }
      return outer > 1;
    }
  }

  /** Takes shapes one after the other. */
  public static final class Builder {
    private int[] starts = new int[16];
    private int size;
    private int[] data = new int[256];
    private int end;
    private int partStart;

    /** Begins a shape; its parts follow. */
    public Builder begin(int kind) {
      if (size == starts.length) {
        starts = Arrays.copyOf(starts, size * 2);
      }
      starts[size++] = end;
      room(HEADER);
      data[end] = kind;
      data[end + PARTS] = 0;
      data[end + BOX] = Integer.MAX_VALUE;
      data[end + BOX + 1] = Integer.MAX_VALUE;
      data[end + BOX + 2] = Integer.MIN_VALUE;
      data[end + BOX + 3] = Integer.MIN_VALUE;
      end += HEADER;
      return this;
    }

    /** Begins a part of the shape; its points follow. */
    public Builder part(boolean hole) {
      room(1);
      data[starts[size - 1] + PARTS]++;
      partStart = end;
      data[end++] = hole ? 1 : 0;
      return this;
    }

    /** Adds a point to the part. */
    public Builder point(int x, int y) {
      room(2);
      data[end++] = x;
      data[end++] = y;
      data[partStart] += 2;
      int box = starts[size - 1] + BOX;
      data[box] = Math.min(data[box], x);
      data[box + 1] = Math.min(data[box + 1], y);
      data[box + 2] = Math.max(data[box + 2], x);
      data[box + 3] = Math.max(data[box + 3], y);
      return this;
    }

    public PackedGeometries build() {
      return new PackedGeometries(Arrays.copyOf(starts, size), Arrays.copyOf(data, end));
    }

    private void room(int more) {
      if (end + more > data.length) {
        data = Arrays.copyOf(data, Math.max(data.length * 2, end + more));
      }
    }
  }
}
