package org.greensward.ogc.filter.tree;

import org.greensward.error.UserException;

/**
 * What a filter may be at most, so that none exhausts the stack, the memory or the database. One
 * object counts for one filter.
 */
public final class FilterLimits {
  static final int CHARACTERS = 65_536;
  static final int NESTING = 50;
  static final int TERMS = 1_000;
  static final int POINTS = 10_000;

  private int depth;
  private int terms;
  private int points;

  public static void length(String text) {
    if (text.length() > CHARACTERS) {
      throw new UserException(
          "The filter has " + text.length() + " characters; it may have " + CHARACTERS + ".");
    }
  }

  public void enter() {
    if (++depth > NESTING) {
      throw new UserException(
          "The filter is nested too deeply; it may have " + NESTING + " levels of parentheses.");
    }
  }

  public void leave() {
    depth--;
  }

  /** One more property or value. */
  public void term() {
    if (++terms > TERMS) {
      throw new UserException(
          "The filter has too many parts; it may have " + TERMS + " names and values in all.");
    }
  }

  /** One more point of a geometry. */
  public void point() {
    points(1);
  }

  public void points(int more) {
    points += more;
    if (points > POINTS) {
      throw new UserException(
          "The geometries of the filter have too many points; they may have "
              + POINTS
              + " in all.");
    }
  }
}
