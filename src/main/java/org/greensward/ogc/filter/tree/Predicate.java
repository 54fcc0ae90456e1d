package org.greensward.ogc.filter.tree;

import java.util.List;

/** What is true, false or unknown (NULL) of a row: the tree of a filter, in either language. */
public sealed interface Predicate extends Operand {
  @Override
  default Queryable.Type type() {
    return Queryable.Type.BOOLEAN;
  }

  /** True if all parts are. */
  record All(List<Predicate> parts) implements Predicate {}

  /** True if one part is. */
  record Any(List<Predicate> parts) implements Predicate {}

  /** True if the other is false. */
  record Not(Predicate inner) implements Predicate {}

  /** {@code TRUE} or {@code FALSE}. */
  record Truth(boolean value) implements Predicate {}

  /** Two operands of comparable types. */
  record Comparison(Operand left, Operator operator, Operand right) implements Predicate {}

  /**
   * A text that looks like a pattern.
   *
   * @param pattern as SQL's LIKE has it, with backslash before what is no wildcard
   * @param folded whether the pattern is without letter case
   */
  record Like(Value text, String pattern, boolean folded) implements Predicate {}

  /** From low to high, both included; false if low is higher. */
  record Between(Value value, Value low, Value high) implements Predicate {}

  /** Equal to one of a list. */
  record In(Operand value, List<Operand> list) implements Predicate {}

  /** Unknown. */
  record Null(Operand operand) implements Predicate {}

  /** A relation of two geometries. */
  record Spatial(SpatialRelation relation, Value left, Value right) implements Predicate {}

  /** Two geometries not further apart than that. */
  record Near(Value left, Value right, double metres) implements Predicate {}

  /** A relation of two moments or intervals. */
  record Temporal(TemporalRelation relation, Value left, Value right) implements Predicate {}

  /** How two values are compared. */
  enum Operator {
    EQUAL("="),
    UNEQUAL("<>"),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    MORE(">"),
    MORE_OR_EQUAL(">=");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }

    public boolean isOrder() {
      return this != EQUAL && this != UNEQUAL;
    }

    /** The operator of that sign, or null. */
    public static Operator find(String sign) {
      for (Operator operator : values()) {
        if (operator.sign.equals(sign)) {
          return operator;
        }
      }
      return null;
    }
  }
}
