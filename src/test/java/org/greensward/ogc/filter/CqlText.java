package org.greensward.ogc.filter;

import java.util.List;
import java.util.stream.Collectors;
import org.greensward.ogc.filter.tree.Operand;
import org.greensward.ogc.filter.tree.Predicate;

/** Writes a tree as CQL2's text; the geometries with the longitude first. */
final class CqlText {
  private CqlText() {}

  static String of(Operand operand) {
    if (operand instanceof Operand.Property property) {
      return '"' + property.queryable().name() + '"';
    } else if (operand instanceof Operand.Text text) {
      return quoted(text.value().replace("\\", "\\\\"));
    } else if (operand instanceof Operand.Folded folded) {
      return "CASEI(" + of(folded.text()) + ")";
    } else if (operand instanceof Operand.Number number) {
      return number.value().toString();
    } else if (operand instanceof Operand.Day day) {
      return "DATE('" + day.value() + "')";
    } else if (operand instanceof Operand.Time time) {
      return "TIMESTAMP('" + time.value() + "')";
    } else if (operand instanceof Operand.Interval interval) {
      return "INTERVAL(" + end(interval.from()) + ", " + end(interval.to()) + ")";
    } else if (operand instanceof Operand.Shape shape) {
      return shape.geometry().toText();
    }
    return predicate((Predicate) operand);
  }

  private static String predicate(Predicate predicate) {
    if (predicate instanceof Predicate.All all) {
      return joined(all.parts(), " AND ");
    } else if (predicate instanceof Predicate.Any any) {
      return joined(any.parts(), " OR ");
    } else if (predicate instanceof Predicate.Not not) {
      return "NOT (" + of(not.inner()) + ")";
    } else if (predicate instanceof Predicate.Truth truth) {
      return truth.value() ? "TRUE" : "FALSE";
    } else if (predicate instanceof Predicate.Comparison comparison) {
      return of(comparison.left())
          + " "
          + comparison.operator().sign()
          + " "
          + of(comparison.right());
    } else if (predicate instanceof Predicate.Like like) {
      String pattern = quoted(like.pattern());
      return of(like.text()) + " LIKE " + (like.folded() ? "CASEI(" + pattern + ")" : pattern);
    } else if (predicate instanceof Predicate.Between between) {
      return of(between.value()) + " BETWEEN " + of(between.low()) + " AND " + of(between.high());
    } else if (predicate instanceof Predicate.In in) {
      return of(in.value())
          + " IN ("
          + in.list().stream().map(CqlText::of).collect(Collectors.joining(", "))
          + ")";
    } else if (predicate instanceof Predicate.Null test) {
      String operand = of(test.operand());
      return (test.operand() instanceof Predicate ? "(" + operand + ")" : operand) + " IS NULL";
    } else if (predicate instanceof Predicate.Spatial spatial) {
      return spatial.relation().word()
          + "("
          + of(spatial.left())
          + ", "
          + of(spatial.right())
          + ")";
    } else if (predicate instanceof Predicate.Temporal temporal) {
      return temporal.relation().word()
          + "("
          + of(temporal.left())
          + ", "
          + of(temporal.right())
          + ")";
    }
    throw new IllegalArgumentException("not in CQL2: " + predicate);
  }

  private static String joined(List<Predicate> parts, String word) {
    return parts.stream().map(part -> "(" + of(part) + ")").collect(Collectors.joining(word));
  }

  private static String end(Operand.Value value) {
    if (value == null) {
      return "'..'";
    }
    return of(value).replaceAll("^(DATE|TIMESTAMP)\\((.*)\\)$", "$2");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
