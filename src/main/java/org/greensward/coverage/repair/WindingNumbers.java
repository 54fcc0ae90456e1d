package org.greensward.coverage.repair;

import java.util.Arrays;

/**
 * How often each cell winds around a place, as pairs (cell, count) in order of cell, without
 * zeroes. A cell covers a place if its count is above zero. Arrays are never changed.
 */
final class WindingNumbers {
  static final int[] NOWHERE = {};

  private WindingNumbers() {}

  static int[] of(int cell, int count) {
    return new int[] {cell, count};
  }

  /** The sum {@code a + factor * b}. */
  static int[] plus(int[] a, int[] b, int factor) {
    int[] sum = new int[a.length + b.length];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < a.length || j < b.length) {
      int cell =
          Math.min(
              i < a.length ? a[i] : Integer.MAX_VALUE, j < b.length ? b[j] : Integer.MAX_VALUE);
      int count = 0;
      if (i < a.length && a[i] == cell) {
        count += a[i + 1];
        i += 2;
      }
      if (j < b.length && b[j] == cell) {
        count += factor * b[j + 1];
        j += 2;
      }
      if (count != 0) {
        sum[size++] = cell;
        sum[size++] = count;
      }
    }
    return size == sum.length ? sum : Arrays.copyOf(sum, size);
  }

  /** The cells with a count above zero, in order. */
  static int[] covering(int[] winding) {
    int[] cells = new int[winding.length / 2];
    int size = 0;
    for (int i = 0; i < winding.length; i += 2) {
      if (winding[i + 1] > 0) {
        cells[size++] = winding[i];
      }
    }
    return Arrays.copyOf(cells, size);
  }
}
