package org.greensward.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines that fit. */
final class LineBreaker {
  private LineBreaker() {}

  /** Whether a text fits on a line. */
  interface Fits {
    boolean test(String text) throws IOException;
  }

  /** At blanks where it can be; a word longer than a line is broken inside. Empty lines stay. */
  static List<String> of(String text, Fits fits) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String given : text.split("\n", -1)) {
      StringBuilder line = new StringBuilder();
      for (String word : given.split(" ")) {
        String longer = line.isEmpty() ? word : line + " " + word;
        if (fits.test(longer)) {
          line.setLength(0);
          line.append(longer);
          continue;
        }
        if (!line.isEmpty()) {
          lines.add(line.toString());
        }
        line.setLength(0);
        line.append(rest(word, fits, lines));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static String rest(String word, Fits fits, List<String> lines) throws IOException {
    String rest = word;
    while (!fits.test(rest) && rest.length() > 1) {
      int end = rest.length() - 1;
      while (end > 1 && !fits.test(rest.substring(0, end))) {
        end--;
      }
      lines.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    return rest;
  }
}
