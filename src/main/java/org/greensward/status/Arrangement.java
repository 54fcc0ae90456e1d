package org.greensward.status;

import java.util.List;

/**
 * How a devolved service runs. The arrangements there are stand here alone.
 *
 * @param code as the database and files have it
 */
public record Arrangement(String code) {
  private static final List<Arrangement> ALL =
      List.of(
          new Arrangement("grant-funded"),
          new Arrangement("agency"),
          new Arrangement("top-up"),
          new Arrangement("asset transfer"));

  /** All arrangements, in the order in which forms offer them. */
  public static List<Arrangement> all() {
    return ALL;
  }

  /** The codes of all. */
  public static List<String> codes() {
    return ALL.stream().map(Arrangement::code).toList();
  }
}
