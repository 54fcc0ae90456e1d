package org.greensward.ogc.filter;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.greensward.error.UserException;

/** A language that filters are written in: a value of the parameter {@code filter-lang}. */
public enum FilterLanguage {
  CQL2_TEXT("cql2-text"),
  ECQL("ecql");

  private final String word;

  FilterLanguage(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /**
   * The language of that name.
   *
   * @throws UserException if there is none, with the names that there are
   */
  public static FilterLanguage find(String word) {
    for (FilterLanguage language : values()) {
      if (language.word.equalsIgnoreCase(word)) {
        return language;
      }
    }
    throw new UserException(
        "Filters are not understood in the language that filter-lang names; it may be "
            + Arrays.stream(values()).map(FilterLanguage::word).collect(Collectors.joining(" or "))
            + ".");
  }
}
