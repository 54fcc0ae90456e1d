package org.greensward.layer.importing;

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
public record ImportColumn(String name, boolean required, List<Pattern> aliases) {

  public static ImportColumn required(String name, String... aliases) {
    return new ImportColumn(name, true, patterns(aliases));
  }

  public static ImportColumn optional(String name, String... aliases) {
    return new ImportColumn(name, false, patterns(aliases));
  }

  private static List<Pattern> patterns(String... aliases) {
    return java.util.Arrays.stream(aliases)
        .map(alias -> Pattern.compile(alias, Pattern.CASE_INSENSITIVE))
        .toList();
  }
}
