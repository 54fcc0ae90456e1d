package org.greensward.layer.tile.geometry;

import java.util.Arrays;

/**
 * Pixels of a square raster. A geometry covers each pixel that its inside or its line passes
 * through, so what is narrower than a pixel stays in sight.
 */
public final class PixelSet {
  private final int width;
  private final long[] bits;

  /**
   * @param width pixels across and down
   */
  public PixelSet(int width) {
    this.width = width;
    this.bits = new long[(width * width + 63) >> 6];
  }

  public int width() {
    return width;
  }

  public boolean has(int column, int row) {
    if (column < 0 || row < 0 || column >= width || row >= width) {
      return false;
    }
    int at = row * width + column;
    return (bits[at >> 6] >>> at & 1) == 1;
  }

  /** Adds a pixel; nothing when it lies outside. */
  public void add(int column, int row) {
    if (column >= 0 && row >= 0 && column < width && row < width) {
      int at = row * width + column;
      bits[at >> 6] |= 1L << at;
    }
  }

  public void clear() {
    Arrays.fill(bits, 0);
  }

  /** The pixels, each as row * width + column, in order. */
  public int[] toArray() {
    int count = 0;
    for (long word : bits) {
      count += Long.bitCount(word);
    }
    int[] pixels = new int[count];
    int next = 0;
    for (int i = 0; i < bits.length; i++) {
      for (long word = bits[i]; word != 0; word &= word - 1) {
        pixels[next++] = (i << 6) + Long.numberOfTrailingZeros(word);
      }
    }
    return pixels;
  }

  /**
   * Adds what a shape covers.
   *
   * @param x the shape's columns as pixels of this raster, and
   * @param y its rows as pixels, downwards or upwards
   */
  void cover(PackedGeometries shapes, int shape, Scale x, Scale y) {
    int kind = shapes.kind(shape);
    PackedGeometries.Parts parts = shapes.parts(shape);
    while (parts.next()) {
      if (kind == PackedGeometries.POINT) {
        add(floor(x.pixel(parts.x(0))), floor(y.pixel(parts.y(0))));
        continue;
      }
      int last = parts.points() - 1;
      for (int i = 0; i < last; i++) {
        segment(parts, i, i + 1, x, y);
      }
      if (kind == PackedGeometries.POLYGON) {
        segment(parts, last, 0, x, y);
      }
    }
    if (kind == PackedGeometries.POLYGON) {
      new PixelFill(this).fill(shapes.parts(shape), x, y);
    }
  }

  /** From a grid's numbers to pixels. */
  interface Scale {
    double pixel(int number);
  }

  private void segment(PackedGeometries.Parts part, int from, int to, Scale x, Scale y) {
    line(x.pixel(part.x(from)), y.pixel(part.y(from)), x.pixel(part.x(to)), y.pixel(part.y(to)));
  }

  /** Adds every pixel that a line passes through (Amanatides and Woo's traversal). */
  private void line(double x0, double y0, double x1, double y1) {
    int column = floor(x0);
    int row = floor(y0);
    int steps = Math.abs(floor(x1) - column) + Math.abs(floor(y1) - row);
    double dx = x1 - x0;
    double dy = y1 - y0;
    double acrossX = dx == 0 ? Double.MAX_VALUE : Math.abs(1 / dx);
    double acrossY = dy == 0 ? Double.MAX_VALUE : Math.abs(1 / dy);
    double nextX = dx == 0 ? Double.MAX_VALUE : acrossX * (dx > 0 ? column + 1 - x0 : x0 - column);
    double nextY = dy == 0 ? Double.MAX_VALUE : acrossY * (dy > 0 ? row + 1 - y0 : y0 - row);
    add(column, row);
    for (int i = 0; i < steps; i++) {
      if (nextX < nextY) {
        nextX += acrossX;
        column += dx > 0 ? 1 : -1;
      } else {
        nextY += acrossY;
        row += dy > 0 ? 1 : -1;
      }
      add(column, row);
    }
  }

  private static int floor(double number) {
    return (int) Math.floor(number);
  }
}
