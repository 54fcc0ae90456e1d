package org.greensward.ogc.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.greensward.ogc.filter.tree.Queryable;
import org.greensward.ogc.filter.tree.Queryable.Type;
import org.greensward.ogc.filter.tree.SpatialRelation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The abstract tests of CQL2 1.0 (annex A), of every class that is declared. */
class Cql2ConformanceTest {

  /** basic-cql2 and property-property: comparisons of every type, on both sides. */
  @TestFactory
  List<DynamicTest> comparisons() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Queryable queryable : FilterSampleTable.QUERYABLES) {
      if (queryable.type() != Type.GEOMETRY) {
        String name = '"' + queryable.name() + '"';
        tests.add(DynamicTest.dynamicTest(name, () -> compares(name, value(queryable.type()))));
      }
    }
    return tests;
  }

  private static void compares(String name, String value) {
    for (String[] sides :
        new String[][] {{name, value}, {value, name}, {name, name}, {value, value}}) {
      List<Set<String>> answers = new ArrayList<>();
      for (String operator : new String[] {"=", "<>", ">", "<=", "<", ">="}) {
        answers.add(rows(sides[0] + operator + sides[1]));
      }
      apart(answers.get(0), answers.get(1));
      apart(answers.get(2), answers.get(3));
      apart(answers.get(4), answers.get(5));
      if (sides[0].equals(sides[1])) {
        assertThat(answers.get(1)).isEmpty();
        assertThat(answers.get(2)).isEmpty();
        assertThat(answers.get(4)).isEmpty();
        assertThat(answers.get(0)).isEqualTo(answers.get(3)).isEqualTo(answers.get(5));
      }
    }
    apart(rows(name + " IS NULL"), rows(name + " is not null"));
  }

  private static String value(Type type) {
    return switch (type) {
      case TEXT -> "'foo'";
      case WHOLE -> "1";
      case NUMBER -> "3.14";
      case BOOLEAN -> "true";
      case DATE -> "DATE('2022-04-14')";
      case TIMESTAMP -> "TIMESTAMP('2022-04-14T14:48:46Z')";
      case GEOMETRY -> throw new IllegalArgumentException();
    };
  }

  /** advanced-comparison-operators and case-insensitive-comparison. */
  @Test
  void patternsAndLists() {
    for (String text : List.of("name", "other")) {
      assertThat(rows(text + " LIKE '%'")).isEqualTo(rows(text + " like '%%'"));
      apart(rows(text + " like '_%'"), rows(text + " like ''"));
      rows(text + " like '\\\\%\\\\_'");
      rows(text + " like '\\%\\_'");
      rows(text + " in ('foo', 'bar')");
      apart(
          rows("CASEI(" + text + ") = casei('foo')"), rows("CASEI(" + text + ") <> casei('FOO')"));
      assertThat(rows("CASEI(" + text + ") LIKE casei('foo%')"))
          .isEqualTo(rows("CASEI(" + text + ") LIKE casei('FOO%')"));
    }
    for (String number : List.of("count", "area", "price")) {
      rows(number + " BETWEEN 0 AND 100");
      rows(number + " between 100.0 and 1.0");
      rows(number + " IN (1, 2, 3)");
    }
    rows("boolean in (true)");
    rows("start in ('2022-04-14T14:52:56Z', '2022-04-14T15:52:56Z')");
    rows("date in ('2022-04-14', '2022-04-15')");
  }

  /** basic-spatial-functions and spatial-functions; POINT(90 180) is refused by another test. */
  @Test
  void relations() {
    String world = "POLYGON((-180 -90,180 -90,180 90,-180 90,-180 -90))";
    String box = "BBOX(-180,-90,180,90)";
    String line = "LINESTRING(7 50,10 51)";
    String point = "POINT(7.02 49.92)";
    for (SpatialRelation relation : SpatialRelation.values()) {
      assertThat(related(relation, box)).isEqualTo(related(relation, world));
      for (String geometry : List.of(line, point, "MULTIPOINT(7 50,10 51)")) {
        related(relation, geometry);
        rows(relation.word() + "(" + geometry + ",geom)");
      }
    }
    assertThat(related(SpatialRelation.DISJOINT, box)).isEmpty();
    for (String geometry : List.of(line, point)) {
      apart(
          related(SpatialRelation.DISJOINT, geometry),
          related(SpatialRelation.INTERSECTS, geometry));
    }
    for (String geometry : List.of(box, world, line, "MULTIPOINT(7 50,10 51)")) {
      apart(related(SpatialRelation.WITHIN, geometry), related(SpatialRelation.CONTAINS, geometry));
    }
    rows("S_INTERSECTS(geom,BBOX(-180,-90,-90,90)) AND S_INTERSECTS(geom,BBOX(90,-90,180,90))");
  }

  private static Set<String> related(SpatialRelation relation, String geometry) {
    return rows(relation.word() + "(geom," + geometry + ")");
  }

  /** temporal-functions: the predicates and counts of the sample data, where they agree. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "t_after(\"date\",date('2022-04-16')) | 1",
        "t_before(\"date\",date('2022-04-16')) | 1",
        "t_disjoint(\"date\",date('2022-04-16')) | 2",
        "t_equals(\"date\",date('2022-04-16')) | 1",
        "t_intersects(\"date\",date('2022-04-16')) | 1",
        "t_after(\"date\",interval('2022-01-01','2022-12-31')) | 1",
        "t_before(\"date\",interval('2022-01-01','2022-12-31')) | 1",
        "t_disjoint(\"date\",interval('2022-01-01','2022-12-31')) | 2",
        "t_equals(\"date\",interval('2022-01-01','2022-12-31')) | 0",
        "t_equals(\"date\",interval('2022-04-16','2022-04-16')) | 1",
        "t_intersects(\"date\",interval('2022-01-01','2022-12-31')) | 1",
        "t_after(start,timestamp('2022-04-16T10:13:19Z')) | 1",
        "t_disjoint(start,timestamp('2022-04-16T10:13:19Z')) | 2",
        "t_after(start,interval('2022-01-01T00:00:00Z','2022-12-31T23:59:59Z')) | 0",
        "t_before(start,interval('2022-01-01T00:00:00Z','2022-12-31T23:59:59Z')) | 1",
        "t_disjoint(start,interval('2022-01-01T00:00:00Z','2022-12-31T23:59:59Z')) | 1",
        "t_equals(start,interval('2022-01-01T00:00:00Z','2022-12-31T23:59:59Z')) | 0",
        "t_intersects(start,interval('2022-01-01T00:00:00Z','2022-12-31T23:59:59Z')) | 2",
        "t_after(interval(start,end),interval('..','2022-04-16T10:13:19Z')) | 1",
        "t_before(interval(start,end),interval('2023-01-01T00:00:00Z','..')) | 2",
        "t_disjoint(interval(start,end),interval('2022-04-16T10:13:19Z','2022-04-16T10:15:09Z')) |"
            + " 1",
        "t_equals(interval(start,end),interval('2021-04-16T10:15:59Z','2022-04-16T10:16:06Z')) | 1",
        "t_intersects(interval(start,end),interval('2022-04-16T10:13:19Z','2022-04-16T10:15:09Z'))"
            + " | 2",
        "T_CONTAINS(interval(start,end),interval('2022-04-16T10:13:19Z','2022-04-16T10:15:10Z')) |"
            + " 1",
        "T_DURING(interval(start,end),interval('2022-01-01T00:00:00Z','2022-12-31T23:59:59Z')) | 1",
        "T_FINISHES(interval(start,end),interval('2022-04-16T10:13:19Z','2022-04-16T10:16:06Z')) |"
            + " 1",
        "T_FINISHEDBY(interval(start,end),interval('2022-04-16T10:13:19Z','2022-04-16T10:16:06Z'))"
            + " | 1",
        "T_MEETS(interval(start,end),interval('2022-04-16T10:13:19Z','2022-04-16T10:15:10Z')) | 0",
        "T_METBY(interval(start,end),interval('2022-04-16T10:13:19Z','2022-04-16T10:15:10Z')) | 1",
        "T_OVERLAPPEDBY(interval(start,end),interval('2020-04-16T10:13:19Z','2022-04-16T10:15:10Z'))"
            + " | 2",
        "T_OVERLAPS(interval(start,end),interval('2022-04-16T10:13:19Z','2023-04-16T10:15:10Z')) |"
            + " 1",
        "T_STARTEDBY(interval(start,end),interval('2022-04-16T10:13:19Z','2022-04-16T10:15:10Z')) |"
            + " 1",
        "T_STARTS(interval(start,end),interval('2022-04-16T10:13:19Z','2022-04-16T10:15:10Z')) | 0",
        "t_after(interval('2023-01-01T00:00:00Z','..'),interval(start,end)) | 2",
        "T_CONTAINS(interval('2021-04-16T10:13:19Z','2023-04-16T10:15:10Z'),interval(start,end)) |"
            + " 2",
        "T_DURING(interval('2022-07-01T00:00:00Z','2022-12-31T23:59:59Z'),interval(start,end)) | 1",
        "T_FINISHES(interval('2022-04-16T10:13:19Z','2022-04-16T10:16:06Z'),interval(start,end)) |"
            + " 1",
        "T_MEETS(interval('2022-04-16T10:13:19Z','2022-04-16T10:15:10Z'),interval(start,end)) | 1",
        "T_METBY(interval('2022-04-16T10:13:19Z','2022-04-16T10:15:10Z'),interval(start,end)) | 0",
        "T_OVERLAPPEDBY(interval('2020-04-16T10:13:19Z','2022-04-16T10:15:10Z'),interval(start,end))"
            + " | 0",
        "T_OVERLAPS(interval('2022-04-16T10:13:19Z','2023-04-16T10:15:10Z'),interval(start,end)) |"
            + " 0",
        "T_STARTEDBY(interval('2022-04-16T10:13:19Z','2022-04-16T10:15:10Z'),interval(start,end)) |"
            + " 0",
        "T_STARTS(interval('2022-04-16T10:13:19Z','2022-04-16T10:15:10Z'),interval(start,end)) | 1",
      })
  void times(String filter, int expected) {
    assertThat(rows(filter)).hasSize(expected);
  }

  /** The combinations of four predicates, as each class has them tried. */
  @Test
  void combinations() {
    List<String> predicates =
        List.of(
            "count <> 1",
            "name IS NULL",
            "start<=TIMESTAMP('2022-04-16T10:13:19Z')",
            "boolean = true",
            "name NOT LIKE 'B_r%'",
            "CASEI(other) IN (casei('a'), casei('b'))",
            "S_INTERSECTS(geom,BBOX(0,40,10,50))",
            "S_TOUCHES(geom, spot)",
            "T_AFTER(INTERVAL(start, end), INTERVAL('..','2021-12-31T23:59:59Z'))",
            "area between 3 and price");
    Random random = new Random(27700);
    for (int i = 0; i < 20; i++) {
      String[] p =
          random.ints(4, 0, predicates.size()).mapToObj(predicates::get).toArray(String[]::new);
      rows("((NOT %s AND %s) OR (%s and NOT %s) or not (%1$s AND %4$s))".formatted((Object[]) p));
      rows(
          "(NOT (%2$s) AND %1$s) OR (%3$s and %4$s) or not (%1$s OR %4$s)".formatted((Object[]) p));
    }
  }

  private static void apart(Set<String> one, Set<String> other) {
    assertThat(one).doesNotContainAnyElementsOf(other.isEmpty() ? Set.of("none") : other);
  }

  private static Set<String> rows(String filter) {
    String matching = FilterSampleTable.matching(filter);
    return matching.isEmpty() ? Set.of() : Set.of(matching.split(" "));
  }
}
