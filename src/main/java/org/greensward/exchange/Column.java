package org.greensward.exchange;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A column that a layer takes from a file.
 *
 * @param name as we call it
 * @param required whether a file without it is refused
 * @param aliases what products of others call it: whole names, without regard to case, the first
 *     that a file has
 */
record Column(String name, boolean required, List<Pattern> aliases) {

  static Column required(String name, String... aliases) {
    return new Column(name, true, patterns(aliases));
  }

  static Column optional(String name, String... aliases) {
    return new Column(name, false, patterns(aliases));
  }

  private static List<Pattern> patterns(String... aliases) {
    return java.util.Arrays.stream(aliases)
        .map(alias -> Pattern.compile(alias, Pattern.CASE_INSENSITIVE))
        .toList();
  }
}
