package org.greensward.ogc.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.greensward.ogc.filter.tree.FilterCrs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GeoServer's language, to the same conditions. */
class EcqlTest {
  private static final FilterCrs GRID = new FilterCrs(27700, false);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "none",
      value = {
        "count = 1                                       | 1",
        "count <> 1                                      | 2 3",
        "2 <= count                                      | 2 3",
        "area > -6 AND area < 4                          | 1 3",
        "price = 1.1                                     | 1",
        "name = 'It''s ıI'                               | 3",
        "\"name\" LIKE 'B\\_r'                           | 4",
        "name LIKE 'a\\'                                 | none",
        "other LIKE 'a\\\\b'                             | 2",
        "name ILIKE 'kØBEN%'                             | 1",
        "name NOT LIKE 'K%'                              | 2 3 4",
        "count IN (1,3)                                  | 1 3",
        "count NOT IN (1,3)                              | 2",
        "area BETWEEN 3 AND 100                          | 1 2",
        "count IS NULL                                   | 4",
        "geom IS NOT NULL                                | 1 2 3",
        "boolean = true                                  | 1 3",
        "name = other                                    | 3",
        "INCLUDE                                         | 1 2 3 4",
        "EXCLUDE                                         | none",
        "NOT count = 1 AND count < 3 OR name = 'B_r'     | 2 4",
        "[count = 1] OR (count = 2 AND (boolean = true)) | 1",
        "date = '2022-04-16'                             | 1",
        "date > 2022-04-16                               | 2",
        "date BEFORE 2022-04-16T00:00:00Z                | 3",
        "date AFTER 2022-04-16T00:00:00Z                 | 2",
        "date TEQUALS 2022-04-16T00:00:00Z               | 1",
        "date DURING 2022-01-01T00:00:00Z/2022-12-31T00:00:00Z | 1",
        "start DURING 2022-04-16T10:13:19Z/P1D           | 2",
        "start BEFORE OR DURING 2022-04-16T10:13:19Z/P1D | 2 3",
        "INTERSECTS(geom, POINT(485050 235050))          | 1",
        "INTERSECTS(POINT(485050 235050), geom)          | 1",
        "DISJOINT(geom, POINT(485050 235050))            | 2 3",
        "WITHIN(geom, ENVELOPE(485400, 485600, 235400, 235600)) | 3",
        "CONTAINS(geom, spot)                            | 1 2 3",
        "TOUCHES(geom, POINT(485100 235050))             | 1 2",
        "CROSSES(geom, LINESTRING(485200 235000,485200 235100)) | 2",
        "OVERLAPS(geom, POLYGON((485050 235050,485150 235050,485150 235150,485050 235050))) | 1",
        "EQUALS(geom, POINT(485500 235500))              | 3",
        "BBOX(geom, 485050, 235040, 485400, 235060)      | 1 2",
        "INTERSECTS(geom, GEOMETRYCOLLECTION(POINT(485500 235500),LINESTRING(485200 235000,485200"
            + " 235100))) | 2 3",
        "DWITHIN(geom, POINT(485500 235400), 100, meters) | 3",
        "DWITHIN(geom, POINT(485500 235400), 1, kilometers) | 1 2 3",
        "BEYOND(geom, POINT(485500 235400), 100.0, meters) | 1 2",
      })
  void answers(String filter, String expected) {
    assertThat(FilterSampleTable.matching(FilterLanguage.ECQL, filter, GRID))
        .isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void axesAreThoseOfTheFilter() {
    assertThat(
            FilterSampleTable.matching(
                FilterLanguage.ECQL,
                "BBOX(geom, 52.0072, -0.7625, 52.0075, -0.7615)",
                new FilterCrs(4326, true)))
        .isEqualTo("1 2");
    assertThat(
            FilterSampleTable.matching(
                FilterLanguage.ECQL,
                "DWITHIN(geom, POINT(-0.76234 52.00738), 300, meters)",
                FilterCrs.CRS84))
        .isEqualTo("1 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nothing = 1                          | there is no property \"nothing\" to filter by;"
            + " there are name, other",
        "strConcat(name,'x') = 'y'            | the function strConcat() is not offered",
        "foo(name) = 'y'                      | the function foo() is not offered",
        "name EXISTS                          | the function PropertyExists() is not offered",
        "RELATE(geom, POINT(1 2), T********)  | is not offered",
        "INTERSECTS(geom, queryCollection('a','b','c')) | is not offered",
        "count + 1 = 2                        | there is no arithmetic",
        "IN ('thing.1')                       | a predicate that is not offered",
        "count = 'x'                          | \"count\" (which is a whole number) and text can't"
            + " be compared",
        "count = 1e400                        | too large",
        "count = 12345678901234567890123      | not understood as ECQL",
        "INTERSECTS(geom, SRID=4326;POINT(1 2)) | \";\" has no meaning",
        "BBOX(geom,1,2,3,4,'EPSG:4326')       | filter-crs names the coordinate system",
        "INTERSECTS(geom, POINT(200 2))       | there is no place 200.0 2.0",
        "INTERSECTS(geom, POLYGON((0 0,2 2,2 0,0 2,0 0))) | the geometry is not valid"
            + " (Self-intersection near 1.0 1.0)",
        "INTERSECTS(geom, CIRCULARSTRING(0 0,1 1,2 0)) | not understood as ECQL from line 1",
        "INTERSECTS(geom, POLYGON EMPTY)      | not understood as ECQL.",
        "INTERSECTS(geom, POLYGON((0 0,1 1,1 0))) | a ring of a polygon",
        "DWITHIN(geom, POINT(1 2), 10, feet)  | meters or kilometers",
        "DWITHIN(geom, POINT(1 2), 51, kilometers) | from 0 to 50 kilometers",
        "DWITHIN(POINT(1 2), POINT(1 2), 1, meters) | a property and a geometry",
        "name = 'x                            | a quotation has no end",
        "a b c                                | not understood as ECQL from line 1, column",
        "boolean BETWEEN true AND false       | BETWEEN takes numbers",
      })
  void saysWhatIsWrong(String filter, String sentence) {
    assertThat(FilterSentences.of(FilterLanguage.ECQL, filter)).contains(sentence).endsWith(".");
  }

  @Test
  void neitherDepthNorLengthExhaustsTheStack() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          assertThat(refused("(".repeat(60) + "count = 1" + ")".repeat(60))).contains("nested");
          assertThat(refused("(".repeat(50) + "count = 1" + ")".repeat(50))).isEqualTo("taken");
          assertThat(refused("(".repeat(50) + "count" + ")".repeat(50) + " = 1"))
              .isEqualTo("taken");
          assertThat(refused("abs(".repeat(50) + "count" + ")".repeat(50) + " = 1"))
              .contains("not offered");
          assertThat(refused("count = 1" + " AND count = 1".repeat(1_500))).contains("too many");
          assertThat(refused("count = 1" + " + 1".repeat(10_000))).startsWith("The filter");
          assertThat(refused("count = " + "1".repeat(70_000))).contains("65536");
        });
  }

  private static String refused(String filter) {
    return FilterSentences.of(FilterLanguage.ECQL, filter);
  }
}
