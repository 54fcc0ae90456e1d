package org.greensward.coverage.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greensward.coverage.TestShapes.assertValid;
import static org.greensward.coverage.TestShapes.box;
import static org.greensward.coverage.TestShapes.cell;
import static org.greensward.coverage.TestShapes.cells;
import static org.greensward.coverage.TestShapes.geometryOf;
import static org.greensward.coverage.TestShapes.multi;
import static org.greensward.coverage.TestShapes.summary;

import java.util.List;
import org.greensward.coverage.CoverageFault;
import org.greensward.coverage.CoverageFault.Kind;
import org.greensward.coverage.CoverageProgress;
import org.greensward.coverage.RepairedCoverage;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Cells that are wrong by themselves, or that come twice. */
class FaultyCellsTest {

  @Test
  void keepsTheFirstOfEqualShapes() {
    Geometry shape = box(0, 0, 100, 100);
    RepairedCoverage repaired =
        CoverageRepair.repair(
            List.of(
                cell("B", shape.reverse()),
                cell("A", multi(shape)),
                cell("C", box(100, 0, 200, 100))));
    assertThat(summary(repaired))
        .containsExactly("DUPLICATE_GEOMETRY A+B>A 10000", "LOST B>- 10000");
    assertThat(geometryOf(repaired, "B").isEmpty()).isTrue();
    assertThat(repaired.changed()).containsExactly("B");
    assertValid(repaired);
  }

  @Test
  void joinsRowsUnderOneCode() {
    RepairedCoverage repaired =
        CoverageRepair.repair(
            List.of(
                cell("A", box(0, 0, 100, 100)),
                cell("A", box(0, 0, 100, 100)),
                cell("A", box(500, 0, 600, 100))));
    assertThat(summary(repaired)).containsExactly("REPEATED_CODE A>- 10000");
    assertThat(geometryOf(repaired, "A").getArea()).isEqualTo(20_000);
  }

  @Test
  void repairsABowTieFirst() {
    RepairedCoverage repaired =
        CoverageRepair.repair(
            cells(
                """
                POLYGON ((0 0, 100 100, 100 0, 0 100, 0 0))
                POLYGON ((100 0, 100 100, 200 100, 200 0, 100 0))
                """));
    assertThat(repaired.counts().keySet()).containsExactly(Kind.INVALID_RING);
    CoverageFault fault = repaired.faults().get(0);
    assertThat(fault.codes()).containsExactly("A");
    assertThat(fault.place()).isEqualTo(new Coordinate(50, 50));
    assertThat(fault.detail()).contains("Self-intersection").contains("5000.0 m2 after");
    assertThat(repaired.changed()).containsExactly("A");
    assertValid(repaired);
  }

  @Test
  void repairsANestedShell() {
    RepairedCoverage repaired =
        CoverageRepair.repair(
            cells(
                "MULTIPOLYGON (((0 0, 0 90, 90 90, 90 0, 0 0)), ((9 9, 9 18, 18 18, 18 9, 9 9)))"));
    assertThat(summary(repaired)).containsExactly("INVALID_RING A>- 81");
    assertValid(repaired);
  }

  @Test
  void reportsACellWithoutArea() {
    RepairedCoverage repaired =
        CoverageRepair.repair(
            cells(
                """
                POLYGON EMPTY
                POLYGON ((0 0, 0 100, 100 100, 100 0, 0 0))
                GEOMETRYCOLLECTION EMPTY
                POLYGON ((5 5, 7 7, 5 5, 5 5))
                """));
    assertThat(repaired.counts()).containsEntry(Kind.EMPTY, 3L).doesNotContainKey(Kind.LOST);
    assertValid(repaired);
  }

  @Test
  void refusesWhatItCannotUnderstand() {
    assertThatThrownBy(() -> CoverageRepair.repair(List.of(), -1, CoverageProgress.NONE))
        .hasMessageContaining("-1");
    assertThatThrownBy(() -> CoverageRepair.repair(List.of(), Double.NaN, CoverageProgress.NONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> cell("E1", "POINT (1 1)")).hasMessageContaining("E1 is a Point");
  }
}
