package org.greensward.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads typed words against the words that names are made of. */
final class Vocabulary {
  private static final int MOST_READINGS = 8;
  private static final int LONG_WORD = 7;
  private static final int SHORT_WORD = 2;

  private final SearchRepository repository;

  Vocabulary(SearchRepository repository) {
    this.repository = repository;
  }

  /**
   * Typed words and what the vocabulary has of them.
   *
   * @param known those that are words of some name, themselves or what they are short for
   * @param completions longer words that begin like the last
   */
  record Reading(List<String> words, Set<String> known, List<String> completions) {

    /** What each word stands for as it was typed; empty where one stands for nothing. */
    Optional<NameQuery> asTyped() {
      List<List<String>> groups = new ArrayList<>();
      for (int i = 0; i < words.size(); i++) {
        List<String> group = new ArrayList<>(readings(words.get(i)));
        if (i == words.size() - 1) {
          group.addAll(completions);
        }
        if (group.isEmpty()) {
          return Optional.empty();
        }
        groups.add(group);
      }
      return groups.isEmpty()
          ? Optional.empty()
          : Optional.of(new NameQuery(groups, words.get(words.size() - 1)));
    }

    private List<String> readings(String word) {
      return NameQuery.readings(word).stream().filter(known::contains).toList();
    }
  }

  Reading read(List<String> words) {
    if (words.isEmpty()) {
      return new Reading(words, Set.of(), List.of());
    }
    List<String> readings = words.stream().flatMap(w -> NameQuery.readings(w).stream()).toList();
    return new Reading(
        words,
        new HashSet<>(repository.listKnown(readings)),
        repository.listCompletions(words.get(words.size() - 1)));
  }

  /**
   * The words with a slip of the hand put right: in those that are unknown; where all are known, in
   * any of them. Empty where an unknown one is like no other.
   */
  Optional<NameQuery> mend(Reading reading) {
    boolean allKnown = reading.asTyped().isPresent();
    List<List<String>> groups = new ArrayList<>();
    for (String word : reading.words()) {
      List<String> group = new ArrayList<>(reading.readings(word));
      if (group.isEmpty() || allKnown) {
        group.addAll(similar(word));
      }
      if (group.isEmpty()) {
        return Optional.empty();
      }
      groups.add(group);
    }
    return groups.isEmpty() ? Optional.empty() : Optional.of(new NameQuery(groups, null));
  }

  /**
   * Only those words that names have, or that one could have meant; empty where that is all or
   * none.
   */
  Optional<NameQuery> withoutUnknown(Reading reading) {
    List<List<String>> groups = new ArrayList<>();
    for (String word : reading.words()) {
      List<String> group = new ArrayList<>(reading.readings(word));
      if (!group.isEmpty() && word.length() > SHORT_WORD) {
        groups.add(group);
      }
    }
    return groups.isEmpty() || groups.size() == reading.words().size()
        ? Optional.empty()
        : Optional.of(new NameQuery(groups, null));
  }

  /** Those that one slip makes of it; where there are none, in a long word those that two make. */
  private List<String> similar(String word) {
    List<String> oneSlip = likeliest(word, repository.listSlips(word), 1);
    return oneSlip.isEmpty() && word.length() >= LONG_WORD
        ? likeliest(word, repository.listSimilar(word), 2)
        : oneSlip;
  }

  /** Fewer slips first, then the same first letter, then as they come. */
  private static List<String> likeliest(String word, List<String> others, int most) {
    record Likely(String word, int slips, boolean otherStart) {}
    return others.stream()
        .map(
            other ->
                new Likely(other, EditDistance.of(word, other), other.charAt(0) != word.charAt(0)))
        .filter(likely -> likely.slips() > 0 && likely.slips() <= most)
        .sorted(Comparator.comparingInt(Likely::slips).thenComparing(Likely::otherStart))
        .map(Likely::word)
        .limit(MOST_READINGS)
        .toList();
  }
}
