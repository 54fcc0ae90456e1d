package org.greensward.ogc.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.greensward.ogc.filter.tree.FilterCrs;
import org.greensward.ogc.filter.tree.SqlCondition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Relations of geometries, asked of PostGIS: an area of 100 m (1), a line that leaves it (2), a
 * point (3), nothing (4).
 */
class FilterSpatialTest {
  private static final FilterCrs GRID = new FilterCrs(27700, false);
  private static final FilterCrs LATITUDE_FIRST = new FilterCrs(4326, true);
  private static final FilterCrs MERCATOR = new FilterCrs(3857, false);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "S_INTERSECTS(geom, POINT(485050 235050))                            | 1",
        "S_INTERSECTS(geom, BBOX(485050,235040,485400,235060))               | 1 2",
        "S_INTERSECTS(geom, BBOX(485050,235040,0,485400,235060,10))          | 1 2",
        "S_INTERSECTS(geom, BBOX(485500,235500,485500,235500))               | 3",
        "S_INTERSECTS(geom, BBOX(485500,235400,485500,235600))               | 3",
        "NOT S_INTERSECTS(geom, BBOX(485050,235040,485400,235060))           | 3",
        "S_DISJOINT(geom, BBOX(485050,235040,485400,235060))                 | 3",
        "s_disjoint(MULTIPOINT(485500 235500, 1 1), geom)                    | 1 2",
        "S_EQUALS(geom, POLYGON((485000 235000,485000 235100,485100 235100,485100 235000,485000"
            + " 235000))) | 1",
        "S_EQUALS(geom, POINT Z (485500 235500 12))                          | 3",
        "S_TOUCHES(geom, LINESTRING(485000 235000, 485000 235100))           | 1",
        "S_TOUCHES(geom, POINT(485100 235050))                               | 1 2",
        "S_TOUCHES(geom, spot)                                               | none",
        "S_WITHIN(geom, MULTIPOLYGON(((484000 234000,486000 234000,486000 235200,484000"
            + " 235200,484000 234000)))) | 1 2",
        "S_WITHIN(spot, geom)                                                | 1 2 3",
        "S_CONTAINS(geom, spot)                                              | 1 2 3",
        "S_CONTAINS(geom, MULTIPOINT((485010 235010),(485020 235020)))       | 1",
        "S_CONTAINS(BBOX(485400,235400,485600,235600), geom)                 | 3",
        "S_WITHIN(LINESTRING(485010 235010,485020 235020), geom)             | 1",
        "S_OVERLAPS(geom, BBOX(485050,235050,485150,235150))                 | 1",
        "S_CROSSES(geom, BBOX(485250,235000,485400,235100))                  | 2",
        "S_CROSSES(geom, MULTILINESTRING((485200 235000,485200 235100),(0 0,1 1))) | 2",
        // Collections: as the union of their members, of one kind or of several.
        "S_WITHIN(geom, GEOMETRYCOLLECTION(POLYGON((485000 235000,485060 235000,485060"
            + " 235100,485000 235100,485000 235000)),POLYGON((485050 235000,485100 235000,485100"
            + " 235100,485050 235100,485050 235000)))) | 1",
        "S_INTERSECTS(geom, GEOMETRYCOLLECTION(POINT(485500 235500),LINESTRING(485200 235000,485200"
            + " 235100))) | 2 3",
        "S_DISJOINT(geom, GEOMETRYCOLLECTION(POINT(485500 235500),LINESTRING(485200 235000,485200"
            + " 235100))) | 1",
        "S_WITHIN(geom, GEOMETRYCOLLECTION(POINT(485500 235500),LINESTRING(485000 235050,485400"
            + " 235050))) | 2 3",
        "S_CONTAINS(geom, GEOMETRYCOLLECTION(POINT(485010 235010),LINESTRING(485020 235020,485030"
            + " 235030))) | 1",
        "S_TOUCHES(geom, GEOMETRYCOLLECTION(POINT(485000 235000),LINESTRING(485300 235050,485400"
            + " 235050))) | 1 2",
        "S_CROSSES(geom, GEOMETRYCOLLECTION(POINT(0 0),LINESTRING(485050 235050,485400 235080))) |"
            + " 1",
        "S_OVERLAPS(geom, GEOMETRYCOLLECTION(POINT(485500 235500),LINESTRING(485200 235050,485400"
            + " 235050))) | 2",
        "S_EQUALS(geom, GEOMETRYCOLLECTION(POINT(485500 235500),LINESTRING(485100 235050,485300"
            + " 235050))) | none",
        // Two geometries of the filter are related as they stand.
        "S_CROSSES(LINESTRING(0 0,2 2), POLYGON((1 1,3 1,3 3,1 3,1 1)))      | 1 2 3 4",
        "S_WITHIN(GEOMETRYCOLLECTION(POINT(1 1),LINESTRING(0 0,1 0)), BBOX(0,0,2,2)) | 1 2 3 4",
        "S_INTERSECTS(POINT(1 2), POINT(2 1))                                | none",
      })
  void relationsInTheGrid(String filter, String expected) {
    answers(filter, GRID, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        // The middle of row 1 is at -0.76234 52.00738.
        "S_INTERSECTS(geom, BBOX(-0.7625,52.0072,-0.7615,52.0075))               | 1 2",
        "S_INTERSECTS(geom, BBOX(52.0072,-0.7625,52.0075,-0.7615))               | none",
        "S_INTERSECTS(geom, BBOX(-180,-90,180,90))                           | 1 2 3",
        "S_WITHIN(geom, POLYGON((-180 -90,180 -90,180 90,-180 90,-180 -90))) | 1 2 3",
        "S_DISJOINT(geom, BBOX(-180,-90,180,90))                             | none",
        "S_TOUCHES(geom, BBOX(-180,-90,180,90))                              | none",
        "S_CONTAINS(geom, BBOX(-180,-90,180,90))                             | none",
        "S_INTERSECTS(geom, POINT(170 -80))                                  | none",
        "S_DISJOINT(geom, POINT(90 0))                                       | 1 2 3",
        "S_EQUALS(geom, POINT(-180 -90))                                     | none",
        "S_DISJOINT(geom, LINESTRING(-92 0, 90 0))                           | 1 2 3",
        "S_INTERSECTS(geom, LINESTRING(-180 52.0073,180 52.0073))            | 1",
        "S_INTERSECTS(geom, BBOX(150,-90,-150,90))                           | none",
        "S_INTERSECTS(geom, BBOX(1,-90,0,90))                                | 1 2 3",
        "S_WITHIN(geom, MULTIPOLYGON(((-2 51,0 51,0 53,-2 53,-2 51)),((100 10,110 10,110 20,100"
            + " 10)))) | 1 2 3",
        "S_INTERSECTS(geom, MULTIPOLYGON(((-60 20,-5 50.0,-60 55,-60 20)),((100 10,110 10,110"
            + " 20,100 10)))) | none",
        "S_INTERSECTS(geom, GEOMETRYCOLLECTION(POINT(100 10),LINESTRING(0 0,1 1),POLYGON((-1 52,0"
            + " 52,0 53,-1 52)))) | 1 2 3",
        "S_INTERSECTS(POINT(170 -80), POINT(90 0))                           | none",
        // The edge of a box lies on its parallel: 52.0 is below all rows, 52.01 is not.
        "S_INTERSECTS(geom, BBOX(-8,50,1.8,52.0))                            | none",
        "S_WITHIN(geom, BBOX(-8,52.0,1.8,53))                                | 1 2 3",
      })
  void degreesAreCutProjectedAndBent(String filter, String expected) {
    answers(filter, FilterCrs.CRS84, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "S_INTERSECTS(geom, BBOX(52.0072,-0.7625,52.0075,-0.7615))               | 1 2",
        "S_INTERSECTS(geom, BBOX(-0.7625,52.0072,-0.7615,52.0075))               | none",
        "S_INTERSECTS(geom, BBOX(-90,-180,90,180))                           | 1 2 3",
        "S_INTERSECTS(geom, BBOX(-90,1,90,0))                                | 1 2 3",
        "S_INTERSECTS(geom, POLYGON((52 -1,53 -1,52 0,52 -1)))               | 1 2 3",
      })
  void latitudeFirst(String filter, String expected) {
    answers(filter, LATITUDE_FIRST, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "S_INTERSECTS(geom, BBOX(-84826,6800000,-84380,6803000))             | 1 2",
        "S_WITHIN(geom, BBOX(-20037508,-20037508,20037508,20037508))         | 1 2 3",
        "S_INTERSECTS(geom, POINT(0 0))                                      | none",
      })
  void webMercator(String filter, String expected) {
    answers(filter, MERCATOR, expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POINT(90 180)",
        "POINT(-181 0)",
        "BBOX(-180,-91,180,90)",
        "LINESTRING(0 0, 1e400 0)"
      })
  void thereIsNoSuchPlace(String geometry) {
    assertThat(FilterSentences.of(FilterLanguage.CQL2_TEXT, "S_INTERSECTS(geom," + geometry + ")"))
        .startsWith("The filter, at character ")
        .contains("there is no place", "EPSG:4326 with the longitude first");
  }

  /** A literal is projected once, and its box looked up. */
  @Test
  void theIndexIsUsed() {
    FilterSampleTable.jdbc()
        .sql("CREATE INDEX IF NOT EXISTS thing_geom ON thing USING gist (geom)")
        .update();
    FilterSampleTable.jdbc().sql("SET enable_seqscan = off").update();
    for (String filter :
        List.of(
            "S_WITHIN(geom, BBOX(-0.8,52,-0.7,52.1))",
            "S_CONTAINS(BBOX(-0.8,52,-0.7,52.1), geom)",
            "S_CROSSES(geom, GEOMETRYCOLLECTION(POINT(0 0),LINESTRING(-1 52,0 52)))")) {
      SqlCondition condition =
          FilterParser.parse(
              FilterLanguage.CQL2_TEXT, filter, FilterSampleTable.QUERYABLES, FilterCrs.CRS84);
      List<String> plan =
          FilterSampleTable.jdbc()
              .sql("EXPLAIN SELECT id FROM thing x WHERE " + condition.sql())
              .params(condition.parameters())
              .query(String.class)
              .list();
      assertThat(plan)
          .anyMatch(line -> line.matches(".*Index Cond: \\(+geom && '.*"))
          .noneMatch(line -> line.contains("st_transform"));
    }
    FilterSampleTable.jdbc().sql("RESET enable_seqscan").update();
  }

  private static void answers(String filter, FilterCrs crs, String expected) {
    assertThat(FilterSampleTable.matching(FilterLanguage.CQL2_TEXT, filter, crs))
        .isEqualTo(expected == null ? "" : expected);
  }
}
