package org.greensward.ogc.filter.tree;

import java.util.Locale;

/**
 * The relations of the W3C's Time Ontology, of the first operand to the second. The condition has
 * the ends of the first as {@code a1} and {@code a2}, of the second as {@code b1} and {@code b2};
 * both ends belong to an interval, and those of a moment are equal.
 */
public enum TemporalRelation {
  AFTER(false, "a1 > b2"),
  BEFORE(false, "a2 < b1"),
  DISJOINT(false, "(a1 > b2 OR a2 < b1)"),
  EQUALS(false, "a1 = b1 AND a2 = b2"),
  INTERSECTS(false, "a1 <= b2 AND a2 >= b1"),
  CONTAINS(true, "a1 < b1 AND a2 > b2"),
  DURING(true, "a1 > b1 AND a2 < b2"),
  FINISHEDBY(true, "a1 < b1 AND a2 = b2"),
  FINISHES(true, "a1 > b1 AND a2 = b2"),
  MEETS(true, "a2 = b1"),
  METBY(true, "a1 = b2"),
  OVERLAPPEDBY(true, "a1 > b1 AND a1 < b2 AND a2 > b2"),
  OVERLAPS(true, "a1 < b1 AND a2 > b1 AND a2 < b2"),
  STARTEDBY(true, "a1 = b1 AND a2 > b2"),
  STARTS(true, "a1 = b1 AND a2 < b2");

  private final boolean ofIntervals;
  private final String condition;

  TemporalRelation(boolean ofIntervals, String condition) {
    this.ofIntervals = ofIntervals;
    this.condition = condition;
  }

  /** Whether both operands have to be intervals. */
  boolean ofIntervals() {
    return ofIntervals;
  }

  public String condition() {
    return condition;
  }

  public String word() {
    return "T_" + name();
  }

  /** The relation of that name in CQL2, or null. */
  public static TemporalRelation find(String word) {
    String capitals = word.toUpperCase(Locale.ROOT);
    for (TemporalRelation relation : values()) {
      if (relation.word().equals(capitals)) {
        return relation;
      }
    }
    return null;
  }
}
