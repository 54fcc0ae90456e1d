package org.greensward.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greensward.coverage.TestShapes.box;
import static org.greensward.coverage.TestShapes.wkt;

import java.util.List;
import org.greensward.coverage.AreaAssigner.Area;
import org.greensward.coverage.AreaAssigner.Part;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/** Two areas of 1 km side by side that meet at x = 1000, and a third with a hole, east of them. */
class AreaAssignerTest {
  private final AreaAssigner areas =
      new AreaAssigner(
          List.of(
              new Area(1, box(0, 0, 1000, 1000)),
              new Area(2, box(1000, 0, 2000, 1000)),
              new Area(
                  3,
                  wkt(
                      "POLYGON ((3000 0, 3000 1000, 4000 1000, 4000 0, 3000 0),"
                          + " (3400 400, 3600 400, 3600 600, 3400 600, 3400 400))"))));

  @Test
  void aShapeFarFromBordersIsWholeWhereItLies() {
    assertThat(areas.cut(box(100, 100, 120, 120))).containsExactly(new Part(1L, null, 0));
    assertThat(areas.cut(wkt("POINT (1500 500)"))).containsExactly(new Part(2L, null, 0));
    assertThat(areas.cut(box(2500, 10, 2510, 20))).containsExactly(new Part(null, null, 0));
    assertThat(areas.cut(wkt("LINESTRING (3450 450, 3550 550)")))
        .containsExactly(new Part(null, null, 0));
  }

  @Test
  void aShapeThatTouchesABorderFromWithinIsWhole() {
    assertThat(areas.cut(box(0, 100, 20, 120))).containsExactly(new Part(1L, null, 0));
    assertThat(areas.cut(box(-20, 100, 0, 120))).containsExactly(new Part(null, null, 0));
    assertThat(areas.cut(wkt("LINESTRING (0 100, 0 200)"))).containsExactly(new Part(1L, null, 0));
  }

  @Test
  void aStraddlingShapeIsCutInTheOrderOfTheAreas() {
    assertParts(areas.cut(box(990, 100, 1030, 110)), "1 100", "2 300");
    assertParts(areas.cut(box(990, -5, 1030, 5)), "1 50", "2 150", "null 200");
    assertParts(areas.cut(box(3390, 390, 3410, 410)), "3 300", "null 100");
  }

  @Test
  void aShapeLargerThanANeighbourhoodIsCutAsWell() {
    assertParts(
        areas.cut(box(-100, 200, 4100, 800)), "1 600000", "2 600000", "3 560000", "null 760000");
  }

  @Test
  void whereAreasOverlapTheFirstGoesFirst() {
    AreaAssigner overlapping =
        new AreaAssigner(
            List.of(new Area(7, box(0, 0, 100, 100)), new Area(5, box(50, 0, 200, 100))));
    assertParts(overlapping.cut(box(40, 10, 120, 20)), "7 600", "5 200");
    assertThat(overlapping.cut(box(60, 40, 70, 50))).as("far from borders, in both").isEmpty();
  }

  @Test
  void linesAndPointsOnASharedBorderAndSliversAreNotClear() {
    assertThat(areas.cut(wkt("LINESTRING (1000 100, 1000 200)"))).isEmpty();
    assertThat(areas.cut(wkt("LINESTRING (900 100, 1100 100)"))).isEmpty();
    assertThat(areas.cut(wkt("POINT (1000 500)"))).isEmpty();
    assertThat(areas.cut(box(900, 100, 1000.0000001, 110))).isEmpty();
    assertThat(areas.cut(wkt("POLYGON EMPTY"))).isEmpty();
  }

  @Test
  void withoutAreasAllIsOutside() {
    assertThat(new AreaAssigner(List.of()).cut(box(0, 0, 1, 1)))
        .containsExactly(new Part(null, null, 0));
  }

  private static void assertParts(List<Part> parts, String... expected) {
    assertThat(parts)
        .extracting(part -> part.area() + " " + Math.round(part.areaM2() * 1000) / 1000)
        .containsExactly(expected);
    assertThat(parts).extracting(Part::geometry).allMatch(Geometry::isValid);
  }
}
