package org.greensward.ogc.filter.tree;

import java.util.List;
import java.util.stream.Collectors;
import org.greensward.error.UserException;

/** The sentences of refusals that several classes say. */
public final class FilterErrors {
  private static final int SHOWN = 40;

  private FilterErrors() {}

  /**
   * @param at the number of the character, counted from 1; 0 where it is not known
   * @param sentence without a full stop
   */
  public static UserException at(int at, String sentence) {
    return new UserException(
        (at > 0 ? "The filter, at character " + at + ": " : "The filter: ") + sentence + ".");
  }

  public static UserException unknownProperty(int at, String name, Iterable<Queryable> known) {
    StringBuilder names = new StringBuilder();
    for (Queryable queryable : known) {
      names.append(names.isEmpty() ? "" : ", ").append(queryable.name());
    }
    return at(
        at,
        "there is no property "
            + shown(name)
            + " to filter by; there "
            + (names.isEmpty() ? "is none" : "are " + names));
  }

  public static UserException function(int at, String name) {
    return at(
        at,
        "the function "
            + clipped(name)
            + "() is not offered; properties are compared with values and with each other");
  }

  static UserException types(int at, List<Operand> operands) {
    return at(
        at,
        operands.stream().map(FilterErrors::described).collect(Collectors.joining(" and "))
            + " can't be compared with each other");
  }

  static String described(Operand operand) {
    String type = operand instanceof Operand.Interval ? "an interval" : operand.type().words();
    return operand instanceof Operand.Property property
        ? shown(property.queryable().name()) + " (which is " + type + ")"
        : type;
  }

  /** What was typed, short enough for a sentence. */
  public static String shown(String typed) {
    return "\"" + clipped(typed) + "\"";
  }

  private static String clipped(String typed) {
    String clean = typed.replaceAll("[\\p{Cntrl}\\p{Cs}]", " ");
    return clean.length() > SHOWN ? clean.substring(0, SHOWN) + "..." : clean;
  }
}
