package org.greensward.ogc.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.greensward.ogc.filter.tree.FilterCrs;
import org.greensward.ogc.filter.tree.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the parser reads, written out again; and what it refuses, in which words. */
class CqlParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "name='a'                          | \"name\" = 'a'",
        "  \"name\"\u00a0<>\t'a\u3000b'    | \"name\" <> 'a\u3000b'",
        "name = 'a''b' and count=+1        | (\"name\" = 'a''b') AND (\"count\" = 1)",
        "name = 'C:\\Parks'                | \"name\" = 'C:\\\\Parks'",
        "name LIKE '\\%\\_\\\\\\x'         | \"name\" LIKE '\\%\\_\\\\\\\\x'",
        "name NOT LIKE casei('x')          | NOT (\"name\" LIKE CASEI('x'))",
        "count not in (1,2)                | NOT (\"count\" IN (1, 2))",
        "count Not Between -1 And 1E+2     | NOT (\"count\" BETWEEN -1 AND 1E+2)",
        "count IS NOT NULL                 | NOT (\"count\" IS NULL)",
        "NOT count IS NULL                 | NOT (\"count\" IS NULL)",
        "NOT NOT true                      | NOT (NOT (TRUE))",
        "count=1 or count=2 or count=3     | (\"count\" = 1) OR (\"count\" = 2) OR (\"count\" = 3)",
        "((count=1))                       | \"count\" = 1",
        "count=.5 AND area=1. AND price=1.e-3 | (\"count\" = 0.5) AND (\"area\" = 1) AND (\"price\""
            + " = 0.001)",
        "count<-1                          | \"count\" < -1",
        "date=DATE('2018-10-01')           | \"date\" = DATE('2018-10-01')",
        "date='2018-10-01'                 | \"date\" = DATE('2018-10-01')",
        "date IN ('2018-10-01')            | \"date\" IN (DATE('2018-10-01'))",
        "t_during(interval(date,'..'),interval('2018-10-01','2019-10-01')) |"
            + " T_DURING(INTERVAL(\"date\", '..'), INTERVAL('2018-10-01', '2019-10-01'))",
        "s_intersects(geom,bbox(0,1,2,3))  | S_INTERSECTS(\"geom\", POLYGON ((0 1, 0 3, 2 3, 2 1, 0"
            + " 1)))",
        "S_within(geom,multipoint(0 1,(2 3))) | S_WITHIN(\"geom\", MULTIPOINT ((0 1), (2 3)))",
        "S_within(geom,point z(0 1 5))     | S_WITHIN(\"geom\", POINT (0 1))",
        "true and boolean = false          | (TRUE) AND (\"boolean\" = FALSE)",
        "start is null                     | \"start\" IS NULL",
        "interval(date,date) is null       | INTERVAL(\"date\", \"date\") IS NULL",
      })
  void reads(String filter, String written) {
    assertThat(CqlText.of(tree(filter))).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "name                     | character 5: here stands the end where =, <>, <, <=, >, >=,"
            + " LIKE, BETWEEN, IN or IS NULL",
        "boolean                  | where a comparison like = TRUE may stand",
        "name LIK 'x'             | character 6: here stands \"LIK\" where =",
        "name = 'x' name = 'y'    | character 12: here stands \"name\" where AND, OR or the end may"
            + " stand",
        "(name = 'x'              | where \")\" may stand",
        "name = 'x' AND           | where a property or a value may stand",
        "AND = 'x'                | character 1: here stands \"AND\" where a property or a value"
            + " may stand",
        "name == 'x'              | character 7: here stands \"=\" where a property or a value may"
            + " stand",
        "name NOT = 'x'           | where LIKE, BETWEEN or IN may stand",
        "name != 'x'              | character 6: \"!\" has no meaning here",
        "name = 'x'; SELECT 1     | character 11: \";\" has no meaning here",
        "name = \"x\"             | character 8: there is no property \"x\" to filter by; there are"
            + " name, other, count",
        "Name = 'x'               | there is no property \"Name\"",
        "x.\"name\" = 'x'         | there is no property \"x.\"",
        "name = 'x                | character 8: a text begins that has no closing quote",
        "name = 'x\\'             | character 8: a text begins that has no closing quote",
        "\"name = 'x'             | double quotes are for the name of a property",
        "\"\" = 'x'               | double quotes are for the name of a property",
        "count = 1x               | character 9: a number runs into a word",
        "count = 1e               | like 1.5E3",
        "count = 1e999999999999   | is too large, too small or too long",
        "count = 1e400            | is too large, too small or too long",
        "count = 1e-400           | is too large, too small or too long",
        "count = 'x'              | character 1: \"count\" (which is a whole number) and text can't"
            + " be compared with each other",
        "name = 1                 | \"name\" (which is text) and a number can't be compared",
        "name = count             | \"name\" (which is text) and \"count\" (which is a whole"
            + " number) can't be compared",
        "name IN ('a', 2)         | \"name\" (which is text) and a number can't",
        "date = 5                 | \"date\" (which is a date) and a number can't",
        "date = 'today'           | \"today\" is no date; one is written 2018-10-01",
        "date = DATE('2018-02-30') | \"2018-02-30\" is no date",
        "date = DATE('2018-1-1')  | \"2018-1-1\" is no date",
        "start = TIMESTAMP('2018-10-01T24:00:00Z') | is no time; one is in UTC, written"
            + " 2018-10-01T09:30:00Z",
        "start = TIMESTAMP('2018-10-01T10:00:00')  | is no time",
        "date = DATE(name)        | where a text in single quotes may stand",
        "geom = POINT(1 2)        | geometries are compared with S_INTERSECTS",
        "date = INTERVAL('..','..') | intervals are compared with T_INTERSECTS",
        "boolean BETWEEN true AND false | BETWEEN takes numbers, dates or texts",
        "count LIKE '1%'          | character 1: LIKE takes text, not \"count\" (which is a whole"
            + " number)",
        "name LIKE other          | where a text in single quotes may stand",
        "CASEI(count) = '1'       | CASEI takes text, not \"count\"",
        "ACCENTI(name) = 'x'      | character 1: the function ACCENTI() is not offered",
        "pg_sleep(10) = 1         | character 1: the function pg_sleep() is not offered",
        "A_CONTAINS(name, 'x')    | the function A_CONTAINS() is not offered",
        "count + 1 = 2            | there is no arithmetic",
        "T_DURING(date, DATE('2018-10-01')) | T_DURING takes intervals, not \"date\" (which is a"
            + " date); write INTERVAL(from, to)",
        "T_AFTER(name, date)      | T_AFTER takes a date, not \"name\" (which is text)",
        "T_AFTER(date, '2018-10-01') | T_AFTER takes a date, not text",
        "T_AFTER(date, INTERVAL('2019-10-01','2018-10-01')) | the interval ends before it begins",
        "T_AFTER(date, INTERVAL(name,'..')) | INTERVAL takes a date, not \"name\"",
        "S_INTERSECTS(name, POINT(1 2)) | character 14: S_INTERSECTS takes a geometry, not \"name\""
            + " (which is text)",
        "S_INTERSECTS(geom)       | where \",\" may stand",
        "S_INTERSECTS(geom, POINT(1)) | where a number may stand",
        "S_INTERSECTS(geom, POINT(NaN 1)) | here stands \"NaN\" where a number may stand",
        "S_INTERSECTS(geom, POINT EMPTY) | here stands \"EMPTY\" where \"(\" may stand",
        "S_INTERSECTS(geom, POINT M(1 2 3)) | here stands \"M\" where \"(\" may stand",
        "S_INTERSECTS(geom, LINESTRING(1 2)) | a line has two points or more",
        "S_INTERSECTS(geom, LINESTRING(1 2,1 2)) | the geometry is not valid (Too few distinct"
            + " points",
        "S_INTERSECTS(geom, POLYGON((0 0,1 0,1 1,0 1))) | a ring of a polygon has four points or"
            + " more, and the last is the first again",
        "S_INTERSECTS(geom, POLYGON((0 0,2 2,2 0,0 2,0 0))) | character 20: the geometry is not"
            + " valid (Self-intersection near 1.0 1.0)",
        "S_INTERSECTS(geom, GEOMETRYCOLLECTION(GEOMETRYCOLLECTION(POINT(1 2)))) | a geometry"
            + " collection can't hold another",
        "S_INTERSECTS(geom, GEOMETRYCOLLECTION(BBOX(1,2,3,4))) | where POINT, LINESTRING, POLYGON"
            + " or MULTI... may stand",
        "S_INTERSECTS(geom, BBOX(1,2,3)) | BBOX takes four numbers, or six with heights",
        "S_INTERSECTS(geom, BBOX(1,3,2,2)) | the box has its upper corner below",
        "S_INTERSECTS(geom, Buffer(geom, 10)) | the function Buffer() is not offered",
        "DWITHIN(geom, POINT(1 2), 10, meters) | the function DWITHIN() is not offered",
        "name = '\u0001'          | a character stands there that texts can't have (code 1)",
        "name = '\ud800'          | (code 55296)",
      })
  void saysWhatIsWrong(String filter, String sentence) {
    assertThat(FilterSentences.of(FilterLanguage.CQL2_TEXT, filter))
        .startsWith("The filter, at character ")
        .contains(sentence)
        .endsWith(".");
  }

  @Test
  void escapesAreResolved() {
    assertThat(tree("name = '\\a\\b\\t\\n\\v\\f\\r\\\\\\'\\x'"))
        .isEqualTo(tree("name = '\u0007\b\t\n\u000b\f\r\\\\''\\\\x'"));
  }

  @Test
  void nothingIsNoFilter() {
    assertThat(FilterSentences.of(FilterLanguage.CQL2_TEXT, " ")).contains("The filter is empty");
    assertThat(FilterSentences.of(FilterLanguage.CQL2_TEXT, "name = '\u0000'")).contains("code 0");
  }

  @Test
  void takesSomuchAndNoMore() {
    assertThat(refused("(".repeat(49) + "TRUE" + ")".repeat(49))).isEqualTo("taken");
    assertThat(refused("(".repeat(60_000))).contains("it may have 50 levels of parentheses");
    assertThat(refused("NOT ".repeat(16_000) + "TRUE")).contains("levels");
    assertThat(refused("CASEI(".repeat(10_000))).contains("levels");
    assertThat(refused("name LIKE " + "CASEI(".repeat(10_000))).contains("levels");
    assertThat(refused("TRUE" + " AND TRUE".repeat(999))).isEqualTo("taken");
    assertThat(refused("TRUE" + " AND TRUE".repeat(1000))).contains("1000 names and values");
    assertThat(refused("count IN (1" + ",1".repeat(1000) + ")")).contains("1000 names and values");
    assertThat(refused("TRUE" + " IS NULL".repeat(7_000))).contains("1000 names and values");
    assertThat(refused("S_INTERSECTS(geom,MULTIPOINT(1 2" + ",1 2".repeat(9_999) + "))"))
        .isEqualTo("taken");
    assertThat(refused("S_INTERSECTS(geom,MULTIPOINT(1 2" + ",1 2".repeat(10_000) + "))"))
        .contains("10000 in all");
    StringBuilder zigzag = new StringBuilder("0 0");
    for (int i = 1; i < 600; i++) {
      zigzag.append(',').append(i * 7 % 11).append(' ').append(i * 31 % 89);
    }
    assertThat(refused("S_CROSSES(geom,LINESTRING(" + zigzag + "))"))
        .contains("may have 500 points");
    assertThat(refused("S_WITHIN(geom,GEOMETRYCOLLECTION(MULTIPOINT(" + zigzag + ")))"))
        .contains("may have 500 points");
    assertThat(refused("S_WITHIN(MULTIPOINT(" + zigzag + "),MULTIPOINT(" + zigzag + "))"))
        .contains("may have 1000 points");
    assertThat(refused("name = '" + "x".repeat(65_536) + "'")).contains("it may have 65536");
    assertThat(refused("count = " + "1".repeat(60_000))).contains("too long");
  }

  @Test
  void languagesHaveNames() {
    assertThat(FilterLanguage.find("cql2-text")).isEqualTo(FilterLanguage.CQL2_TEXT);
    assertThat(FilterLanguage.find("ECQL")).isEqualTo(FilterLanguage.ECQL);
    assertThat(
            org.junit.jupiter.api.Assertions.assertThrows(
                    org.greensward.error.UserException.class,
                    () -> FilterLanguage.find("cql2-json"))
                .getMessage())
        .contains("cql2-text or ecql");
  }

  private static String refused(String filter) {
    return FilterSentences.of(FilterLanguage.CQL2_TEXT, filter);
  }

  static Predicate tree(String filter) {
    return FilterParser.tree(
        FilterLanguage.CQL2_TEXT, filter, FilterSampleTable.QUERYABLES, FilterCrs.CRS84);
  }
}
