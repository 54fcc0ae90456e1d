package org.greensward.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The words of a name, each with the words of the vocabulary that it may stand for.
 *
 * @param groups for each word those that will do, the likeliest first; never empty
 * @param beginning what the last word may be the beginning of; null: it is whole
 */
record NameQuery(List<List<String>> groups, String beginning) {
  /** Short forms on signs and envelopes; St is a saint or a street. */
  private static final Map<String, List<String>> SHORT =
      Map.ofEntries(
          Map.entry("st", List.of("saint", "street")),
          Map.entry("rd", List.of("road")),
          Map.entry("ave", List.of("avenue")),
          Map.entry("av", List.of("avenue")),
          Map.entry("cl", List.of("close")),
          Map.entry("cres", List.of("crescent")),
          Map.entry("ct", List.of("court")),
          Map.entry("dr", List.of("drive")),
          Map.entry("gdns", List.of("gardens")),
          Map.entry("gr", List.of("green", "grove")),
          Map.entry("la", List.of("lane")),
          Map.entry("ln", List.of("lane")),
          Map.entry("pl", List.of("place")),
          Map.entry("sq", List.of("square")),
          Map.entry("tce", List.of("terrace")),
          Map.entry("terr", List.of("terrace")),
          Map.entry("gt", List.of("great")),
          Map.entry("lt", List.of("little")));

  private static final int MOST_KEYS = 16;

  /** The word itself, and what it is short for. */
  static List<String> readings(String word) {
    List<String> readings = new ArrayList<>(List.of(word));
    readings.addAll(SHORT.getOrDefault(word, List.of()));
    return readings;
  }

  /** The likeliest reading as one text. */
  String key() {
    return groups.stream().map(group -> group.get(0)).collect(Collectors.joining(" "));
  }

  /** The readings as whole names, the likeliest first, of very many the first few. */
  List<String> keys() {
    List<String> keys = List.of("");
    for (List<String> group : groups) {
      keys =
          keys.stream()
              .flatMap(key -> group.stream().map(word -> key.isEmpty() ? word : key + " " + word))
              .limit(MOST_KEYS)
              .toList();
    }
    return keys;
  }

  /**
   * As a {@code tsquery} over the lexemes of places: every word must be there, in the name or in
   * where it lies, and one of them in the name.
   *
   * @param byBeginning whether the last word is looked up by its beginning as well, which costs
   *     much where many words begin so
   */
  String forPlaces(boolean byBeginning) {
    List<List<String>> names = lexemes(byBeginning);
    if (names.size() == 1) {
      return or(names.get(0));
    }
    List<String> all = new ArrayList<>();
    List<String> any = new ArrayList<>();
    for (List<String> lexemes : names) {
      List<String> anywhere = new ArrayList<>(lexemes);
      lexemes.forEach(lexeme -> anywhere.add(lexeme.replaceFirst("'", "'~")));
      all.add(or(anywhere));
      any.addAll(lexemes);
    }
    return String.join(" & ", all) + " & " + or(any);
  }

  /** As a {@code tsquery} over names that lie nowhere, those of councils and the like. */
  String forRegister() {
    return lexemes(true).stream().map(NameQuery::or).collect(Collectors.joining(" & "));
  }

  /** Quoted for a tsquery; words are letters and digits only, see {@link NameNormalizer}. */
  private List<List<String>> lexemes(boolean byBeginning) {
    List<List<String>> lexemes = new ArrayList<>();
    for (List<String> group : groups) {
      lexemes.add(new ArrayList<>(group.stream().map(word -> "'" + word + "'").toList()));
    }
    if (byBeginning && beginning != null) {
      lexemes.get(lexemes.size() - 1).add("'" + beginning + "':*");
    }
    return lexemes;
  }

  private static String or(List<String> lexemes) {
    return lexemes.stream().distinct().collect(Collectors.joining(" | ", "(", ")"));
  }
}
