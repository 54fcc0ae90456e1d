package org.greensward.ogc.filter.tree;

import java.math.BigDecimal;
import java.util.List;
import org.greensward.ogc.filter.tree.Queryable.Type;

/** What may be compared with what: the same for both languages. */
public final class TypeChecker {
  private static final BigDecimal LARGEST = new BigDecimal("1E300");
  private static final BigDecimal SMALLEST = new BigDecimal("1E-300");
  private static final int DIGITS = 100;

  private TypeChecker() {}

  /**
   * The operands made comparable with each other: beside a date or a time, a text is read as one.
   *
   * @param at where the first stands, 0 if it is not known
   */
  public static List<Operand> alike(int at, List<Operand> operands) {
    boolean moments = operands.stream().anyMatch(operand -> operand.type().isMoment());
    List<Operand> result =
        operands.stream().map(operand -> moments ? asMoment(at, operand) : operand).toList();
    Operand first = result.get(0);
    for (Operand operand : result) {
      if (operand instanceof Operand.Interval) {
        throw FilterErrors.at(at, "intervals are compared with T_INTERSECTS, T_DURING and such");
      }
      if (operand.type() == Type.GEOMETRY) {
        throw FilterErrors.at(at, "geometries are compared with S_INTERSECTS, S_WITHIN and such");
      }
      if (!first.type().comparableWith(operand.type())) {
        throw FilterErrors.types(at, List.of(first, operand));
      }
    }
    return result;
  }

  private static Operand asMoment(int at, Operand operand) {
    return operand instanceof Operand.Text text ? Rfc3339.either(at, text.value()) : operand;
  }

  /** The operand, if it is of that type. */
  public static Operand.Value of(int at, Operand operand, Type type, String where) {
    if (operand instanceof Operand.Value value
        && !(operand instanceof Operand.Interval)
        && (operand.type() == type || type.isMoment() && operand.type().isMoment())) {
      return value;
    }
    throw FilterErrors.at(
        at, where + " takes " + type.words() + ", not " + FilterErrors.described(operand));
  }

  public static Operand.Value text(int at, Operand operand, String where) {
    return of(at, operand, Type.TEXT, where);
  }

  public static Operand.Value geometry(int at, Operand operand, String where) {
    return of(at, operand, Type.GEOMETRY, where);
  }

  /** A moment, or an interval; the latter alone where the relation asks for it. */
  public static Operand.Value moment(int at, Operand operand, TemporalRelation relation) {
    if (operand instanceof Operand.Interval interval) {
      return interval;
    }
    if (relation.ofIntervals()) {
      throw FilterErrors.at(
          at,
          relation.word()
              + " takes intervals, not "
              + FilterErrors.described(operand)
              + "; write INTERVAL(from, to)");
    }
    return of(at, operand, Type.DATE, relation.word());
  }

  /** From low to high; not of true and false. */
  public static Predicate.Between between(int at, Operand value, Operand low, Operand high) {
    List<Operand> all = alike(at, List.of(value, low, high));
    if (all.get(0).type() == Type.BOOLEAN) {
      throw FilterErrors.at(at, "BETWEEN takes numbers, dates or texts, not true and false");
    }
    return new Predicate.Between(
        (Operand.Value) all.get(0), (Operand.Value) all.get(1), (Operand.Value) all.get(2));
  }

  /** A number, if the database can make any of its number types of it. */
  public static Operand.Number number(int at, String digits) {
    try {
      BigDecimal value =
          digits.length() > 2 * DIGITS ? LARGEST.scaleByPowerOfTen(1) : new BigDecimal(digits);
      BigDecimal size = value.abs();
      if (value.signum() == 0) {
        return new Operand.Number(BigDecimal.ZERO);
      }
      if (value.precision() <= DIGITS
          && size.compareTo(LARGEST) <= 0
          && size.compareTo(SMALLEST) >= 0) {
        return new Operand.Number(value);
      }
    } catch (NumberFormatException e) {
      // Nothing that is a number: an exponent beyond all bounds.
    }
    throw FilterErrors.at(
        at, "the number " + FilterErrors.shown(digits) + " is too large, too small or too long");
  }
}
