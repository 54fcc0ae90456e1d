package org.greensward.coverage.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.greensward.coverage.TestShapes.assertValid;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.greensward.coverage.CoverageCell;
import org.greensward.coverage.CoverageFault;
import org.greensward.coverage.CoverageFault.Kind;
import org.greensward.coverage.CoverageSimplification;
import org.greensward.coverage.RealBoundaries;
import org.greensward.coverage.RepairedCoverage;
import org.greensward.coverage.SharedBorders;
import org.greensward.coverage.SharedBorders.Border;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

/** Real boundary files; skipped where they are not at hand. */
class RealCoverageTest {
  private static final String MILTON_KEYNES = "parishes/milton-keynes-from-output-areas-27700.zip";
  private static final String ENGLAND_AND_WALES =
      "parishes/england-wales-2020-simplified-27700-named.zip";

  @Test
  void findsNothingInAnExactCoverage() throws Exception {
    RepairedCoverage repaired = CoverageRepair.repair(parishes(MILTON_KEYNES));
    assertThat(repaired.faults()).isEmpty();
    assertThat(repaired.changed()).isEmpty();
  }

  /** As if each parish had been drawn from a map of its own. */
  @ParameterizedTest
  @ValueSource(doubles = {0.05, 1, 3})
  void repairsParishesThatAreAllALittleOff(double metres) throws Exception {
    Random random = new Random(1);
    List<CoverageCell> shifted = new ArrayList<>();
    for (CoverageCell cell : parishes(MILTON_KEYNES)) {
      double east = metres * (2 * random.nextDouble() - 1);
      double north = metres * (2 * random.nextDouble() - 1);
      Geometry moved =
          AffineTransformation.translationInstance(east, north).transform(cell.geometry());
      shifted.add(new CoverageCell(cell.code(), moved));
    }
    RepairedCoverage repaired = CoverageRepair.repair(shifted);
    assertValid(repaired);
    assertThat(repaired.counts()).containsOnlyKeys(Kind.OVERLAP, Kind.GAP);
    assertThat(repaired.faults()).extracting(CoverageFault::receiver).doesNotContainNull();
    for (int i = 0; i < shifted.size(); i++) {
      Geometry before = shifted.get(i).geometry();
      double margin = before.getLength() * 2 * metres;
      assertThat(repaired.cells().get(i).geometry().getArea())
          .isCloseTo(before.getArea(), within(margin));
    }
  }

  @Test
  void repairsEnglandAndWales() throws Exception {
    List<CoverageCell> parishes = parishes(ENGLAND_AND_WALES);
    RepairedCoverage repaired = CoverageRepair.repair(parishes);
    assertValid(repaired);
    assertThat(repaired.counts()).containsOnlyKeys(Kind.INVALID_RING, Kind.GAP);
    assertThat(repaired.listFaults(Kind.INVALID_RING)).hasSize(1);
    assertThat(repaired.changed().size()).isLessThan(40);

    List<CoverageCell> simple = CoverageSimplification.simplify(repaired.cells(), 500);
    assertThat(CoverageValidator.isValid(CoverageCell.geometries(simple))).isTrue();

    List<Border> borders = SharedBorders.of(simple);
    double shared = length(borders.stream().filter(b -> b.findRight().isPresent()).toList());
    double outer = length(borders.stream().filter(b -> b.findRight().isEmpty()).toList());
    double rings = simple.stream().mapToDouble(cell -> cell.geometry().getLength()).sum();
    assertThat(2 * shared + outer).isCloseTo(rings, within(1.0));
  }

  private static double length(List<Border> borders) {
    return borders.stream().mapToDouble(border -> border.line().getLength()).sum();
  }

  private static List<CoverageCell> parishes(String file) throws Exception {
    return RealBoundaries.cells(file, "PARNCP20CD");
  }
}
