package org.greensward.ogc.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.greensward.error.UserException;
import org.greensward.ogc.filter.tree.FilterCrs;
import org.greensward.ogc.filter.tree.Operand;
import org.greensward.ogc.filter.tree.Predicate;
import org.greensward.ogc.filter.tree.SpatialRelation;
import org.greensward.ogc.filter.tree.SqlCondition;
import org.greensward.ogc.filter.tree.TemporalRelation;
import org.greensward.ogc.filter.tree.TypeChecker;
import org.junit.jupiter.api.Test;

/** Filters that nobody thought of, from fixed seeds. */
class RandomFiltersTest {
  private static final List<String> PIECES =
      List.of(
          "name",
          "count",
          "date",
          "geom",
          "boolean",
          "start",
          "\"end\"",
          "AND",
          "OR",
          "NOT",
          "IN",
          "IS",
          "NULL",
          "LIKE",
          "BETWEEN",
          "CASEI",
          "(",
          ")",
          ",",
          "=",
          "<>",
          "<",
          ">=",
          "'x'",
          "'%\\'",
          "'",
          "\"",
          "1",
          "-2.5e3",
          ".",
          "DATE('2018-10-01')",
          "DATE(",
          "INTERVAL(",
          "'..'",
          "S_WITHIN(",
          "T_AFTER(",
          "POINT(0 52)",
          "POLYGON((",
          "BBOX(",
          "0 0",
          "1 1",
          "GEOMETRYCOLLECTION(",
          "TRUE",
          ";",
          "--",
          "/*",
          "\\",
          "$1",
          ":f1",
          "?",
          "é",
          "\ud83c\udf33",
          "\ud800",
          "\u0000",
          "[",
          "*",
          "+",
          "INCLUDE",
          "DURING",
          "2018-10-01T00:00:00Z",
          "/P1D",
          "BBOX(geom,0,0,1,1)",
          "DWITHIN(");

  private final Random random = new Random(20181001);

  @Test
  void anyTextIsTakenOrRefusedInASentence() {
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(12); n >= 0; n--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())))
            .append(random.nextInt(3) > 0 ? " " : "");
      }
      tried(i % 3 == 0 ? FilterLanguage.ECQL : FilterLanguage.CQL2_TEXT, text.toString());
    }
  }

  @Test
  void aFilterWithAFaultIsTakenOrRefusedInASentence() {
    for (int i = 0; i < 1_000; i++) {
      StringBuilder text = new StringBuilder(CqlText.of(predicate(3)));
      for (int n = random.nextInt(4); n >= 0; n--) {
        int at = random.nextInt(text.length());
        if (random.nextBoolean()) {
          text.deleteCharAt(at);
        } else {
          text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        }
        if (text.isEmpty()) {
          text.append("x");
        }
      }
      tried(FilterLanguage.CQL2_TEXT, text.toString());
    }
  }

  @Test
  void aTreeWrittenOutIsReadAgain() {
    for (int i = 0; i < 1_000; i++) {
      Predicate tree = predicate(4);
      assertThat(CqlParserTest.tree(CqlText.of(tree))).isEqualTo(tree);
    }
  }

  /** What is taken, the database takes too: no filter is an error of the server. */
  @Test
  void theDatabaseTakesEveryTree() {
    for (int i = 0; i < 120; i++) {
      FilterSampleTable.matching(CqlText.of(predicate(3)));
    }
  }

  private static void tried(FilterLanguage language, String text) {
    try {
      SqlCondition condition =
          FilterParser.parse(language, text, FilterSampleTable.QUERYABLES, FilterCrs.CRS84);
      assertThat(condition.sql()).doesNotContain(";", "--", "/*", "$1", "?");
    } catch (UserException refusal) {
      assertThat(refusal.getMessage()).endsWith(".").doesNotContain("Exception", "\n");
    }
  }

  private Predicate predicate(int depth) {
    if (depth == 0) {
      return simple();
    }
    return switch (random.nextInt(5)) {
      case 0 -> new Predicate.All(List.of(predicate(depth - 1), predicate(depth - 1)));
      case 1 -> new Predicate.Any(List.of(predicate(depth - 1), predicate(depth - 1), simple()));
      case 2 -> new Predicate.Not(predicate(depth - 1));
      case 3 -> new Predicate.Null(predicate(depth - 1));
      default -> simple();
    };
  }

  private Predicate simple() {
    return switch (random.nextInt(10)) {
      case 0 -> comparison(this::text);
      case 1 -> comparison(this::number);
      case 2 -> comparison(this::moment);
      case 3 -> new Predicate.Like(text(), pattern(), random.nextBoolean());
      case 4 -> new Predicate.Between(number(), number(), number());
      case 5 -> new Predicate.In(moment(), List.of(moment(), moment()));
      case 6 -> new Predicate.Null(random.nextBoolean() ? text() : shape());
      case 7 -> new Predicate.Spatial(one(SpatialRelation.values()), property("geom"), shape());
      case 8 -> new Predicate.Temporal(one(TemporalRelation.values()), interval(), interval());
      default -> new Predicate.Truth(random.nextBoolean());
    };
  }

  private Predicate comparison(Supplier<Operand.Value> side) {
    return new Predicate.Comparison(side.get(), one(Predicate.Operator.values()), side.get());
  }

  private Operand.Value text() {
    return switch (random.nextInt(3)) {
      case 0 -> property(random.nextBoolean() ? "name" : "other");
      case 1 -> new Operand.Folded(text());
      default -> new Operand.Text(characters());
    };
  }

  private String characters() {
    return random
        .ints(random.nextInt(6), 0, 9)
        .collect(
            StringBuilder::new,
            (text, i) ->
                text.append(
                    List.of("a", "'", "\\", "%", "_", "\n", "ß", "\ud83c\udf33", "\"").get(i)),
            StringBuilder::append)
        .toString();
  }

  private String pattern() {
    return characters().replace("\\", "\\\\").replace("_", random.nextBoolean() ? "\\_" : "_");
  }

  private Operand.Value number() {
    return switch (random.nextInt(3)) {
      case 0 -> property(one(new String[] {"count", "area", "price"}));
      case 1 -> TypeChecker.number(0, String.valueOf(random.nextLong()));
      default ->
          TypeChecker.number(
              0, String.valueOf(random.nextGaussian() * Math.pow(10, random.nextInt(200))));
    };
  }

  private Operand.Value moment() {
    return switch (random.nextInt(4)) {
      case 0 -> property("date");
      case 1 -> property(random.nextBoolean() ? "start" : "end");
      case 2 -> new Operand.Day(java.time.LocalDate.of(random.nextInt(10_000), 2, 28));
      default ->
          new Operand.Time(
              java.time.Instant.parse("2022-04-16T10:13:19Z").plusMillis(random.nextInt()));
    };
  }

  private Operand.Value interval() {
    Operand.Value from =
        random.nextInt(4) == 0 ? null : property(random.nextBoolean() ? "date" : "start");
    return new Operand.Interval(from, random.nextInt(3) == 0 ? null : moment());
  }

  private Operand.Value shape() {
    double x = random.nextInt(350) - 175;
    double y = random.nextInt(170) - 85;
    double size = random.nextInt(4) + 0.5;
    String text =
        one(
            new String[] {
              "POINT (%1$s %2$s)",
              "LINESTRING (%1$s %2$s, 0 52)",
              "POLYGON ((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %2$s))",
              "MULTIPOINT ((%1$s %2$s), (-1 52))",
            });
    String wkt = text.formatted(x, y, x + size, y + size);
    return (Operand.Value) ((Predicate.Null) CqlParserTest.tree(wkt + " IS NULL")).operand();
  }

  private Operand.Property property(String name) {
    return new Operand.Property(
        FilterSampleTable.QUERYABLES.stream()
            .filter(q -> q.name().equals(name))
            .findFirst()
            .orElseThrow());
  }

  private <T> T one(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
