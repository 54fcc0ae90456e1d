package org.greensward.ogc.filter;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.greensward.refusal.Refusal;

/** A language that filters are written in: a value of the parameter {@code filter-lang}. */
public enum Language {
  CQL2_TEXT("cql2-text"),
  ECQL("ecql");

  private final String word;

  Language(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /**
   * The language of that name.
   *
   * @throws Refusal if there is none, with the names that there are
   */
  public static Language find(String word) {
    for (Language language : values()) {
      if (language.word.equalsIgnoreCase(word)) {
        return language;
      }
    }
    throw new Refusal(
        "Filters are not understood in the language that filter-lang names; it may be "
            + Arrays.stream(values()).map(Language::word).collect(Collectors.joining(" or "))
            + ".");
  }
}
