package org.greensward.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as they are searched. The database has the same in {@code search_key} (migration V22). */
final class NameNormalizer {
  private static final Pattern DROPPED = Pattern.compile("['’`\\u0300-\\u036f]");
  private static final Pattern BLANK = Pattern.compile("[^a-z0-9]+");

  private NameNormalizer() {}

  /**
   * A text in lower case without accents and apostrophes, everything else that is no letter or
   * digit made one blank: {@code St. John's & Llŷn} becomes {@code st johns and llyn}.
   */
  static String key(String text) {
    String plain =
        Normalizer.normalize(text.replace("&", " and "), Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT);
    return BLANK.matcher(DROPPED.matcher(plain).replaceAll("")).replaceAll(" ").strip();
  }

  /** The words of a text, as {@link #key} has them. */
  static List<String> of(String text) {
    String key = key(text);
    return key.isEmpty() ? List.of() : List.of(key.split(" "));
  }
}
