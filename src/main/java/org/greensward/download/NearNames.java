package org.greensward.download;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The names that somebody may have meant by a name that is not there. */
final class NearNames {
  private static final double LEAST_LIKENESS = 0.25;

  private NearNames() {}

  /** At most some of the names that share most pairs of letters with what was written. */
  static List<String> find(String wanted, List<String> names, int most) {
    record Likeness(String name, double value) {}
    Set<String> pairs = pairs(wanted);
    return names.stream()
        .map(name -> new Likeness(name, likeness(pairs, pairs(name))))
        .filter(likeness -> likeness.value >= LEAST_LIKENESS)
        .sorted(Comparator.comparingDouble(Likeness::value).reversed())
        .limit(most)
        .map(Likeness::name)
        .toList();
  }

  /**
   * How much of the shorter one is in the other, so that one word finds a long name; by Szymkiewicz
   * and Simpson.
   */
  private static double likeness(Set<String> a, Set<String> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    Set<String> shared = new HashSet<>(a);
    shared.retainAll(b);
    double overlap = (double) shared.size() / Math.min(a.size(), b.size());
    double dice = 2.0 * shared.size() / (a.size() + b.size());
    return (overlap + dice) / 2;
  }

  /** Pairs of letters within words, without the words that all councils' names share. */
  private static Set<String> pairs(String text) {
    Set<String> pairs = new HashSet<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      if (!Set.of("council", "parish", "town", "community", "meeting", "forum").contains(word)) {
        for (int i = 0; i + 2 <= word.length(); i++) {
          pairs.add(word.substring(i, i + 2));
        }
      }
    }
    return pairs;
  }
}
