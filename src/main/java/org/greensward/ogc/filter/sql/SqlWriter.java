package org.greensward.ogc.filter.sql;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greensward.ogc.filter.tree.Operand;
import org.greensward.ogc.filter.tree.Predicate;
import org.greensward.ogc.filter.tree.Queryable.Type;
import org.greensward.ogc.filter.tree.SqlCondition;

/**
 * Writes a tree as SQL for PostgreSQL. NULL is what SQL makes of it, which is what CQL2 asks for.
 * Texts are equal if their characters are; their order is that of code points. A date beside a time
 * makes a day of the time, in UTC.
 */
public final class SqlWriter {
  private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE);

  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private final String prefix;
  private final SpatialSql spatial;

  private SqlWriter(String prefix, int srid) {
    this.prefix = prefix;
    this.spatial = new SpatialSql(this, srid);
  }

  /**
   * @param prefix that the names of parameters begin with
   * @param srid of the geometries in the filter
   */
  public static SqlCondition write(Predicate predicate, String prefix, int srid) {
    SqlWriter writer = new SqlWriter(prefix, srid);
    String sql = writer.predicate(predicate);
    return new SqlCondition("(" + sql + ")", writer.parameters);
  }

  /** A new parameter, as it stands in SQL. */
  String parameter(Object value) {
    String name = prefix + (parameters.size() + 1);
    parameters.put(name, value);
    return ":" + name;
  }

  private String predicate(Predicate predicate) {
    if (predicate instanceof Predicate.All all) {
      return joined(all.parts(), " AND ");
    } else if (predicate instanceof Predicate.Any any) {
      return joined(any.parts(), " OR ");
    } else if (predicate instanceof Predicate.Not not) {
      return "NOT (" + predicate(not.inner()) + ")";
    } else if (predicate instanceof Predicate.Truth truth) {
      return truth.value() ? "TRUE" : "FALSE";
    } else if (predicate instanceof Predicate.Comparison comparison) {
      return comparison(comparison);
    } else if (predicate instanceof Predicate.Like like) {
      return like(like);
    } else if (predicate instanceof Predicate.Between between) {
      return between(between);
    } else if (predicate instanceof Predicate.In in) {
      return in(in);
    } else if (predicate instanceof Predicate.Null test) {
      return isNull(test.operand());
    } else if (predicate instanceof Predicate.Temporal temporal) {
      return temporal(temporal);
    } else if (predicate instanceof Predicate.Near near) {
      return spatial.near(near);
    }
    return spatial.relation((Predicate.Spatial) predicate);
  }

  private String joined(List<Predicate> parts, String word) {
    return parts.stream()
        .map(part -> "(" + predicate(part) + ")")
        .collect(Collectors.joining(word));
  }

  private String comparison(Predicate.Comparison comparison) {
    List<Operand> both = List.of(comparison.left(), comparison.right());
    boolean ordered = comparison.operator().isOrder();
    return operand(comparison.left(), both, ordered)
        + " "
        + comparison.operator().sign()
        + " "
        + operand(comparison.right(), both, ordered);
  }

  private String like(Predicate.Like like) {
    String pattern = "CAST(" + parameter(like.pattern()) + " AS text)";
    return value(like.text(), false) + " LIKE " + (like.folded() ? folded(pattern) : pattern);
  }

  private String between(Predicate.Between between) {
    List<Operand> all = List.of(between.value(), between.low(), between.high());
    return operand(between.value(), all, true)
        + " BETWEEN "
        + operand(between.low(), all, true)
        + " AND "
        + operand(between.high(), all, true);
  }

  private String in(Predicate.In in) {
    List<Operand> all = new ArrayList<>(in.list());
    all.add(in.value());
    return operand(in.value(), all, false)
        + " IN ("
        + in.list().stream()
            .map(operand -> operand(operand, all, false))
            .collect(Collectors.joining(", "))
        + ")";
  }

  private String isNull(Operand operand) {
    if (operand instanceof Operand.Interval interval) {
      List<Operand.Value> ends =
          Stream.of(interval.from(), interval.to()).filter(Objects::nonNull).toList();
      return ends.isEmpty()
          ? "FALSE"
          : ends.stream().map(this::isNull).collect(Collectors.joining(" OR "));
    }
    if (operand instanceof Operand.Shape) {
      return "FALSE";
    }
    return operand(operand, List.of(operand), false) + " IS NULL";
  }

  private String operand(Operand operand, List<Operand> beside, boolean ordered) {
    if (operand instanceof Predicate predicate) {
      return "(" + predicate(predicate) + ")";
    }
    boolean day = beside.stream().anyMatch(other -> other.type() == Type.DATE);
    String sql = value((Operand.Value) operand, day);
    return ordered && operand.type() == Type.TEXT ? "(" + sql + " COLLATE \"C\")" : sql;
  }

  private String temporal(Predicate.Temporal temporal) {
    boolean day = temporal.left().type() == Type.DATE || temporal.right().type() == Type.DATE;
    Map<String, String> ends = new LinkedHashMap<>();
    ends(temporal.left(), "a", day, ends);
    ends(temporal.right(), "b", day, ends);
    StringBuilder sql = new StringBuilder();
    for (String word : temporal.relation().condition().split("(?<=[ (])|(?=[ )])")) {
      sql.append(ends.getOrDefault(word, word));
    }
    return sql.toString();
  }

  private void ends(Operand.Value value, String name, boolean day, Map<String, String> ends) {
    if (value instanceof Operand.Interval interval) {
      ends.put(name + "1", end(interval.from(), day, "-infinity"));
      ends.put(name + "2", end(interval.to(), day, "infinity"));
    } else {
      String sql = value(value, day);
      ends.put(name + "1", sql);
      ends.put(name + "2", sql);
    }
  }

  private String end(Operand.Value value, boolean day, String open) {
    return value == null
        ? "CAST('" + open + "' AS " + (day ? "date" : "timestamptz") + ")"
        : value(value, day);
  }

  /**
   * @param day whether times are taken as days
   */
  private String value(Operand.Value value, boolean day) {
    if (value instanceof Operand.Property property) {
      String sql = property.queryable().sql();
      return day && property.type() == Type.TIMESTAMP
          ? "CAST(" + sql + " AT TIME ZONE 'UTC' AS date)"
          : sql;
    } else if (value instanceof Operand.Text text) {
      return "CAST(" + parameter(text.value()) + " AS text)";
    } else if (value instanceof Operand.Folded folded) {
      return folded(value(folded.text(), false));
    } else if (value instanceof Operand.Number number) {
      return number(number.value());
    } else if (value instanceof Operand.Day date) {
      return date(date.value());
    } else if (value instanceof Operand.Time time) {
      return day
          ? date(time.value().atOffset(ZoneOffset.UTC).toLocalDate())
          : "CAST(" + parameter(time.value().atOffset(ZoneOffset.UTC)) + " AS timestamptz)";
    }
    throw new IllegalArgumentException("no value of a comparison: " + value);
  }

  private String date(LocalDate date) {
    return "CAST(" + parameter(date) + " AS date)";
  }

  /** A whole number as one, so that the index of a column of whole numbers is used. */
  private String number(BigDecimal number) {
    boolean whole = number.abs().compareTo(LONGEST) < 0 && number.stripTrailingZeros().scale() <= 0;
    return whole
        ? "CAST(" + parameter(number.longValueExact()) + " AS bigint)"
        : "CAST(" + parameter(number) + " AS numeric)";
  }

  /**
   * A text without its letter case: Unicode's full case folding, as an equivalence. Small letters
   * made capitals, by ICU's full mappings, differ from it in the dotless i alone (tried with all
   * characters), which therefore stands aside meanwhile.
   */
  private static String folded(String text) {
    return "upper(lower(translate("
        + text
        + ", chr(305), chr(57649)) COLLATE \"und-x-icu\")) COLLATE \"C\"";
  }
}
