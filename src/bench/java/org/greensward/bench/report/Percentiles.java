package org.greensward.bench.report;

import java.util.Arrays;

/** Percentiles and medians of a sample. */
public final class Percentiles {
  private Percentiles() {}

  /** The smallest value that at least so many in a hundred do not exceed (nearest rank). */
  public static long of(long[] values, int percent) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
    return sorted[Math.max(0, rank - 1)];
  }

  /** The value in the middle; of an even number, the lower of the two. */
  public static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(sorted.length - 1) / 2];
  }
}
