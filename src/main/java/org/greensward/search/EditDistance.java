package org.greensward.search;

import java.util.Arrays;

/** How many slips of the hand are between two words. */
final class EditDistance {
  private EditDistance() {}

  /**
   * The least number of letters to put in, leave out, replace or swap with their neighbour that
   * makes one word of the other (optimal string alignment).
   */
  static int of(String a, String b) {
    int[] twoBack = new int[b.length() + 1];
    int[] back = new int[b.length() + 1];
    int[] now = new int[b.length() + 1];
    Arrays.setAll(back, j -> j);
    for (int i = 1; i <= a.length(); i++) {
      now[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        now[j] = Math.min(Math.min(back[j], now[j - 1]) + 1, back[j - 1] + same);
        if (isSwap(a, i, b, j)) {
          now[j] = Math.min(now[j], twoBack[j - 2] + 1);
        }
      }
      int[] free = twoBack;
      twoBack = back;
      back = now;
      now = free;
    }
    return back[b.length()];
  }

  private static boolean isSwap(String a, int i, String b, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
