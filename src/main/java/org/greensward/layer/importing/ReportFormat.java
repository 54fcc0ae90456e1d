package org.greensward.layer.importing;

import java.util.Locale;

/** Figures as a report writes them. */
public final class ReportFormat {
  private static final double SMALL = 10;

  private ReportFormat() {}

  /** An area in square metres, with decimals only where it is small. */
  public static String area(double areaM2) {
    String format = Math.abs(areaM2) < SMALL ? "%,.2f m2" : "%,.0f m2";
    return String.format(Locale.ROOT, format, areaM2);
  }

  /** A count with its noun, which takes an s in the plural. */
  public static String count(long count, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
  }
}
