package org.greensward.search;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * References to squares of the National Grid: two letters for the square of 100 km, then as many
 * digits for the easting as for the northing, two to ten in all: {@code SP 850 390}.
 */
final class GridReference {
  private static final Pattern FORM = Pattern.compile("([A-HJ-Z])([A-HJ-Z])((?:[0-9]{2}){1,5})");

  /** Letters count from the north-west in rows of five, without I. */
  private static final String LETTERS = "ABCDEFGHJKLMNOPQRSTUVWXYZ";

  /** The squares that hold land of Great Britain. */
  private static final String WITH_LAND =
      " HP HT HU HW HX HY HZ NA NB NC ND NF NG NH NJ NK NL NM NN NO NR NS NT NU NW NX NY NZ OV SC SD"
          + " SE SH SJ SK SM SN SO SP SR SS ST SU SV SW SX SY SZ TA TF TG TL TM TQ TR TV ";

  private static final double LETTER_M = 100_000;
  private static final int ROW = 5;
  private static final int DIGITS_OF_A_METRE = 5;

  private GridReference() {}

  /** The middle of the square that a text names; empty when it names none of the grid. */
  static Optional<SearchPoint> parse(String text) {
    Matcher form = FORM.matcher(text.toUpperCase(Locale.ROOT).replaceAll("[\\s,]+", ""));
    if (!form.matches()) {
      return Optional.empty();
    }
    int first = LETTERS.indexOf(form.group(1));
    int second = LETTERS.indexOf(form.group(2));
    // The grid begins two squares of 500 km east of V's west edge, and one north of its south edge.
    double x = (first % ROW - 2) * ROW * LETTER_M + second % ROW * LETTER_M;
    double y = (3 - first / ROW) * ROW * LETTER_M + (ROW - 1 - second / ROW) * LETTER_M;
    String digits = form.group(3);
    int half = digits.length() / 2;
    double size = Math.pow(10, DIGITS_OF_A_METRE - half);
    SearchPoint spot =
        new SearchPoint(
            x + Integer.parseInt(digits.substring(0, half)) * size + size / 2,
            y + Integer.parseInt(digits.substring(half)) * size + size / 2,
            SearchPoint.GRID,
            size,
            "%s%s %s %s"
                .formatted(
                    form.group(1),
                    form.group(2),
                    digits.substring(0, half),
                    digits.substring(half)));
    return spot.isNearBritain() ? Optional.of(spot) : Optional.empty();
  }

  /** Whether a point of EPSG:27700 lies in a square of 100 km that has no land at all. */
  static boolean isAtSea(double x, double y) {
    int column = (int) Math.floor(x / LETTER_M);
    int row = (int) Math.floor(y / LETTER_M);
    if (column < 0 || row < 0 || column >= 2 * ROW || row >= 3 * ROW) {
      return true;
    }
    char first = LETTERS.charAt((3 - row / ROW) * ROW + 2 + column / ROW);
    char second = LETTERS.charAt((ROW - 1 - row % ROW) * ROW + column % ROW);
    return !WITH_LAND.contains(" " + first + second + " ");
  }
}
