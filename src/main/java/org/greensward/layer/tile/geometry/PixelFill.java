package org.greensward.layer.tile.geometry;

import java.util.Arrays;

/** Adds the pixels whose middle lies inside a polygon, row by row (even-odd rule). */
final class PixelFill {
  private final PixelSet pixels;
  private double[] crossings = new double[16];
  private int count;

  PixelFill(PixelSet pixels) {
    this.pixels = pixels;
  }

  /** Takes all rings of the polygons together; outer rings don't lie in one another's inside. */
  void fill(PackedGeometries.Parts parts, PixelSet.Scale x, PixelSet.Scale y) {
    double[][] rings = rings(parts, x, y);
    double top = Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (double[] ring : rings) {
      for (int i = 1; i < ring.length; i += 2) {
        top = Math.min(top, ring[i]);
        bottom = Math.max(bottom, ring[i]);
      }
    }
    int first = Math.max(0, (int) Math.ceil(top - 0.5));
    int last = Math.min(pixels.width() - 1, (int) Math.floor(bottom - 0.5));
    for (int row = first; row <= last; row++) {
      fillRow(rings, row);
    }
  }

  private static double[][] rings(
      PackedGeometries.Parts parts, PixelSet.Scale x, PixelSet.Scale y) {
    double[][] rings = new double[parts.count()][];
    for (int part = 0; parts.next(); part++) {
      double[] ring = new double[2 * parts.points()];
      for (int i = 0; i < parts.points(); i++) {
        ring[2 * i] = x.pixel(parts.x(i));
        ring[2 * i + 1] = y.pixel(parts.y(i));
      }
      rings[part] = ring;
    }
    return rings;
  }

  private void fillRow(double[][] rings, int row) {
    double middle = row + 0.5;
    count = 0;
    for (double[] ring : rings) {
      int last = ring.length - 2;
      for (int i = 0; i <= last; i += 2) {
        int next = i == last ? 0 : i + 2;
        cross(ring[i], ring[i + 1], ring[next], ring[next + 1], middle);
      }
    }
    Arrays.sort(crossings, 0, count);
    for (int i = 0; i + 1 < count; i += 2) {
      int from = Math.max(0, (int) Math.ceil(crossings[i] - 0.5));
      int to = Math.min(pixels.width() - 1, (int) Math.floor(crossings[i + 1] - 0.5));
      for (int column = from; column <= to; column++) {
        pixels.add(column, row);
      }
    }
  }

  private void cross(double x0, double y0, double x1, double y1, double middle) {
    if (y0 <= middle == y1 <= middle) {
      return;
    }
    if (count == crossings.length) {
      crossings = Arrays.copyOf(crossings, 2 * count);
    }
    crossings[count++] = x0 + (middle - y0) / (y1 - y0) * (x1 - x0);
  }
}
