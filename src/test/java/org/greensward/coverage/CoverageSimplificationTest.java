package org.greensward.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greensward.coverage.TestShapes.box;
import static org.greensward.coverage.TestShapes.cell;
import static org.greensward.coverage.TestShapes.wkt;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

class CoverageSimplificationTest {
  @Test
  void givesItBackAtNoTolerance() {
    List<CoverageCell> cells = List.of(cell("A", box(0, 0, 9, 9)), cell("B", box(9, 0, 18, 9)));
    List<CoverageCell> same = CoverageSimplification.simplify(cells, 0);
    assertThat(same.get(0).geometry().getCoordinates())
        .isEqualTo(cells.get(0).geometry().getCoordinates());
    assertThat(CoverageSimplification.simplify(List.of(), 10)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 5, 50, 500, 50_000})
  void losesNothingHoweverSmall(double tolerance) {
    List<CoverageCell> coverage = coverage();
    List<CoverageCell> simple = CoverageSimplification.simplify(coverage, tolerance);
    Geometry[] geometries = CoverageCell.geometries(simple);
    assertThat(CoverageValidator.isValid(geometries)).isTrue();
    for (int i = 0; i < geometries.length; i++) {
      assertThat(geometries[i].isValid()).as(simple.get(i).code()).isTrue();
      assertThat(geometries[i].getArea()).isPositive();
      assertThat(simple.get(i).code()).isEqualTo(coverage.get(i).code());
      assertThat(geometries[i].getNumGeometries())
          .isEqualTo(coverage.get(i).geometry().getNumGeometries());
    }
  }

  @Test
  void thinsOutWhatCannotBeSeen() {
    int before = points(coverage());
    assertThat(points(CoverageSimplification.simplify(coverage(), 50))).isLessThan(before / 2);
  }

  @Test
  void keepsEmptyCellsEmpty() {
    List<CoverageCell> cells = List.of(cell("A", "MULTIPOLYGON EMPTY"), cell("B", box(0, 0, 9, 9)));
    assertThat(CoverageSimplification.simplify(cells, 5).get(0).geometry().isEmpty()).isTrue();
  }

  @Test
  void refusesAToleranceThatIsNone() {
    assertThatThrownBy(() -> CoverageSimplification.simplify(List.of(), -3))
        .hasMessageContaining("-3");
  }

  /** Two crooked neighbours, a round enclave with a rounder one in it, and thirty round islands. */
  private static List<CoverageCell> coverage() {
    Geometry enclave = disc(300, 500, 60);
    Geometry inmost = disc(300, 500, 3);
    Geometry west = box(0, 0, 1000, 1000);
    Geometry east = box(1000, 0, 2000, 1000);
    Geometry bulge = disc(1000, 500, 200);
    List<Geometry> islands = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      islands.add(disc(60 + i * 60, 1200, 1 + i / 2.0));
    }
    return List.of(
        cell("enclave", OverlayNGRobust.overlay(enclave, inmost, 3)),
        cell("inmost", inmost),
        cell("west", OverlayNGRobust.overlay(OverlayNGRobust.overlay(west, bulge, 3), enclave, 3)),
        cell("bulge", bulge),
        cell("east", OverlayNGRobust.overlay(east, bulge, 3)),
        cell("islands", islands.get(0).getFactory().buildGeometry(islands)));
  }

  private static Geometry disc(double x, double y, double radius) {
    Point centre = (Point) wkt("POINT (%s %s)".formatted(x, y));
    return centre.buffer(radius, 16);
  }

  private static int points(List<CoverageCell> cells) {
    return cells.stream().mapToInt(cell -> cell.geometry().getNumPoints()).sum();
  }
}
