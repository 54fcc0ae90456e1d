package org.greensward.coverage.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.greensward.coverage.TestShapes.assertValid;
import static org.greensward.coverage.TestShapes.box;
import static org.greensward.coverage.TestShapes.cell;
import static org.greensward.coverage.TestShapes.cells;
import static org.greensward.coverage.TestShapes.geometryOf;
import static org.greensward.coverage.TestShapes.multi;
import static org.greensward.coverage.TestShapes.summary;
import static org.greensward.coverage.TestShapes.wkt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.greensward.coverage.CoverageCell;
import org.greensward.coverage.CoverageFault;
import org.greensward.coverage.CoverageFault.Kind;
import org.greensward.coverage.CoverageProgress;
import org.greensward.coverage.RepairedCoverage;
import org.greensward.coverage.TestShapes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

class CoverageRepairTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "POLYGON ((0 0, 0 100, 100 100, 100 0, 0 0))",
        // neighbours
        """
        POLYGON ((0 0, 0 100, 100 100, 100 0, 0 0))
        POLYGON ((100 0, 100 100, 200 100, 200 0, 100 0))
        """,
        // neighbours with a notch at the coast, vertices within the gap width of each other
        """
        POLYGON ((0 0, 0 100, 98 100, 100 96, 100 0, 0 0))
        POLYGON ((100 0, 100 96, 103 100, 200 100, 200 0, 100 0))
        """,
        // an enclave, a corner in common, an island, rings in both directions
        """
        POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0), (20 20, 20 40, 40 40, 40 20, 20 20))
        POLYGON ((20 20, 20 40, 40 40, 40 20, 20 20))
        MULTIPOLYGON (((100 100, 100 200, 200 200, 100 100)), ((500 0, 500 9, 509 0, 500 0)))
        """,
        // repeated points
        """
        POLYGON ((0 0, 0 100, 100 100, 100 100, 100 0, 0 0))
        POLYGON ((100 0, 100 100, 200 100, 200 0, 200 0, 100 0))
        """
      })
  void leavesAValidCoverageAlone(String lines) {
    List<CoverageCell> input = cells(lines);
    RepairedCoverage repaired = CoverageRepair.repair(input);
    assertThat(repaired.faults()).isEmpty();
    assertThat(repaired.changed()).isEmpty();
    for (CoverageCell cell : input) {
      Geometry after = geometryOf(repaired, cell.code());
      assertThat(after.getCoordinates()).isEqualTo(cell.geometry().getCoordinates());
    }
  }

  /** Three in a row and the middle one shifted: its line to A gapes, its line to C overlaps. */
  @Test
  void closesAGapAndResolvesAnOverlapOfAShiftedCell() {
    RepairedCoverage repaired =
        CoverageRepair.repair(
            List.of(
                cell("A", box(0, 0, 100, 100)),
                cell("B", box(103, 0, 203, 100)),
                cell("C", box(200, 0, 300, 100))));
    assertThat(summary(repaired)).containsExactly("OVERLAP B+C>B 300", "GAP A+B>B 300");
    assertThat(geometryOf(repaired, "A").norm()).isEqualTo(multi(box(0, 0, 100, 100)));
    assertThat(geometryOf(repaired, "B").equalsTopo(box(100, 0, 203, 100))).isTrue();
    assertThat(geometryOf(repaired, "C").norm()).isEqualTo(multi(box(203, 0, 300, 100)));
    assertThat(repaired.changed()).containsExactly("B", "C");
    assertValid(repaired);
    CoverageFault gap = repaired.listFaults(Kind.GAP).get(0);
    assertThat(gap.widthM()).isBetween(2.8, 3.0);
    assertThat(gap.place().x).isBetween(100.0, 103.0);
    assertThat(gap.evidenceWkt()).startsWith("POLYGON");
  }

  /** The middle of three by three shifted sideways and up, with the line of B against E, H. */
  @Test
  void repairsAShiftedCellAmongEight() {
    RepairedCoverage repaired = CoverageRepair.repair(grid(3, 3));
    assertValid(repaired);
    assertThat(TestShapes.coveredArea(repaired)).isEqualTo(90_000);
    assertThat(repaired.cells()).allMatch(c -> c.geometry().getNumGeometries() == 1);
    assertThat(repaired.counts()).doesNotContainKey(Kind.UNREPAIRED);
  }

  @Test
  void leavesAWideGapOpen() {
    List<CoverageCell> input = new ArrayList<>(grid(3, 0));
    input.remove(4);
    RepairedCoverage repaired = CoverageRepair.repair(input);
    assertThat(summary(repaired)).containsExactly("GAP B+D+F+H>- 10000");
    assertThat(repaired.listFaults(Kind.GAP).get(0).widthM()).isBetween(95.0, 100.0);
    assertThat(repaired.changed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 2})
  void leavesGapsOpenThatAreWiderThanAsked(double width) {
    RepairedCoverage repaired =
        CoverageRepair.repair(
            List.of(cell("A", box(0, 0, 100, 100)), cell("B", box(103, 0, 203, 100))),
            width,
            CoverageProgress.NONE);
    assertThat(repaired.faults()).isEmpty();
    assertThat(repaired.changed()).isEmpty();
  }

  @Test
  void closesAGapThatCellsEnclose() {
    RepairedCoverage repaired =
        CoverageRepair.repair(
            cells(
                """
                POLYGON ((0 0, 0 100, 100 100, 100 90, 98 50, 100 10, 100 0, 0 0))
                POLYGON ((100 0, 100 10, 103 50, 100 90, 100 100, 200 100, 200 0, 100 0))
                """));
    assertThat(summary(repaired)).containsExactly("GAP A+B>B 200");
    assertThat(repaired.changed()).containsExactly("B");
    assertValid(repaired);
  }

  @Test
  void closesAGapAlongSeveralNeighboursPieceByPiece() {
    RepairedCoverage repaired =
        CoverageRepair.repair(
            List.of(
                cell("A", box(0, 0, 100, 50)),
                cell("M", box(0, 53, 50, 100)),
                cell("C", box(50, 53, 100, 100))));
    assertValid(repaired);
    assertThat(geometryOf(repaired, "M").equalsTopo(box(0, 50, 50, 100))).isTrue();
    assertThat(geometryOf(repaired, "C").equalsTopo(box(50, 50, 100, 100))).isTrue();
  }

  /** A town drawn on top of a rural parish keeps its place, whichever code is lower. */
  @ParameterizedTest
  @ValueSource(strings = {"0", "Z"})
  void keepsATownOnTopOfAParish(String town) {
    Geometry inner = box(30, 30, 36, 36);
    RepairedCoverage repaired =
        CoverageRepair.repair(List.of(cell(town, inner), cell("M", box(0, 0, 100, 100))));
    assertThat(geometryOf(repaired, town).norm()).isEqualTo(multi(inner));
    assertThat(geometryOf(repaired, "M").getArea()).isEqualTo(10_000 - 36);
    assertThat(repaired.counts()).containsOnlyKeys(Kind.OVERLAP);
    assertValid(repaired);
  }

  @Test
  void insertsAMissingVertex() {
    RepairedCoverage repaired =
        CoverageRepair.repair(
            cells(
                """
                POLYGON ((0 0, 0 100, 100 100, 100 0, 0 0))
                POLYGON ((100 0, 100 50, 200 50, 200 0, 100 0))
                POLYGON ((100 50, 100 100, 200 100, 200 50, 100 50))
                """));
    assertThat(repaired.faults()).isEmpty();
    assertThat(repaired.changed()).containsExactly("A");
    assertThat(geometryOf(repaired, "A").norm())
        .isEqualTo(wkt("MULTIPOLYGON (((0 0, 0 100, 100 100, 100 50, 100 0, 0 0)))"));
    assertValid(repaired);
  }

  @Test
  void resolvesAnOverlapOfThree() {
    RepairedCoverage repaired =
        CoverageRepair.repair(
            List.of(
                cell("A", box(0, 0, 100, 100)),
                cell("B", box(50, 0, 130, 100)),
                cell("C", box(60, 50, 90, 200))));
    assertValid(repaired);
    assertThat(TestShapes.coveredArea(repaired)).isEqualTo(16_000);
    assertThat(summary(repaired)).containsExactly("OVERLAP A+B>B 3500", "OVERLAP A+B+C>C 1500");
  }

  @Test
  void keepsTensOfIslands() {
    List<Geometry> islands = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      islands.add(box(i * 20, 200, i * 20 + 6, 206));
    }
    Geometry archipelago = islands.get(0).getFactory().buildGeometry(islands);
    RepairedCoverage repaired =
        CoverageRepair.repair(
            List.of(
                cell("A", archipelago.union(box(0, 0, 100, 100))),
                cell("B", box(99, 0, 200, 100))));
    assertThat(geometryOf(repaired, "A").getNumGeometries()).isEqualTo(41);
    assertThat(summary(repaired)).containsExactly("OVERLAP A+B>A 100");
    assertValid(repaired);
  }

  @Test
  void repairsTwoCoveragesOnTopOfEachOther() {
    List<CoverageCell> input = new ArrayList<>(grid(4, 0));
    for (CoverageCell cell : grid(4, 0)) {
      Geometry turned = cell.geometry().copy();
      turned.apply(AffineTransformation.rotationInstance(0.3, 200, 200));
      input.add(cell("z" + cell.code(), turned));
    }
    RepairedCoverage repaired = CoverageRepair.repair(input);
    assertValid(repaired);
    assertThat(TestShapes.coveredArea(repaired))
        .isCloseTo(TestShapes.unionArea(input), within(60.0));
  }

  @Test
  void doesNotDependOnTheOrderOfTheInput() {
    List<CoverageCell> input = new ArrayList<>(grid(3, 3));
    RepairedCoverage first = CoverageRepair.repair(input);
    Collections.reverse(input);
    RepairedCoverage second = CoverageRepair.repair(input);
    for (CoverageCell cell : first.cells()) {
      assertThat(geometryOf(second, cell.code()).toText()).isEqualTo(cell.geometry().toText());
    }
    assertThat(summary(second)).isEqualTo(summary(first));
  }

  @Test
  void tellsHowFarItIs() {
    List<String> heard = new ArrayList<>();
    CoverageRepair.repair(
        grid(3, 3), 10, (step, done, total) -> heard.add(step + " " + done + "/" + total));
    assertThat(heard).contains("checking polygons 9/9", "repairing borders 1/1");
  }

  /** Squares of 100 m named A, B, C... row by row, the middle one shifted up and right. */
  private static List<CoverageCell> grid(int size, double shift) {
    List<CoverageCell> cells = new ArrayList<>();
    for (int i = 0; i < size * size; i++) {
      double offset = i == size * size / 2 ? shift : 0;
      double x = i % size * 100 + offset;
      double y = i / size * 100 + offset;
      cells.add(cell(String.valueOf((char) ('A' + i)), box(x, y, x + 100, y + 100)));
    }
    return cells;
  }
}
