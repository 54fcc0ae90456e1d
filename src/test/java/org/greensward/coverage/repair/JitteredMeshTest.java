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
import org.greensward.coverage.RepairedCoverage;
import org.greensward.coverage.TestShapes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Meshes of crooked cells whose vertices each cell has moved a little in its own way. */
class JitteredMeshTest {
  private static final int SIZE = 6;
  private static final int STEPS = 8;
  private static final double SIDE = 400;

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-9, 1e-5, 1e-4, 0.001, 0.01, 0.1, 1, 3})
  void becomesACoverageAgain(double noise) {
    for (int seed = 0; seed < 3; seed++) {
      List<CoverageCell> mesh = mesh(seed, noise);
      RepairedCoverage repaired = CoverageRepair.repair(mesh);
      assertValid(repaired);
      assertThat(repaired.counts()).doesNotContainKeys(Kind.UNREPAIRED, Kind.LOST, Kind.EMPTY);
      for (CoverageFault fault : repaired.faults()) {
        assertThat(fault.findReceiver()).as(fault.codes().toString()).isPresent();
      }
      double whole = SIZE * SIZE * SIDE * SIDE;
      assertThat(TestShapes.coveredArea(repaired)).isCloseTo(whole, within(1600 * noise + 1e-3));
      for (CoverageCell cell : repaired.cells()) {
        assertThat(cell.geometry().getNumGeometries()).as(cell.code()).isEqualTo(1);
      }
      if (noise == 0) {
        assertThat(repaired.changed()).isEmpty();
      }
    }
  }

  private static List<CoverageCell> mesh(int seed, double noise) {
    Random random = new Random(seed);
    int points = SIZE * STEPS + 1;
    Coordinate[][] lattice = new Coordinate[points][points];
    for (int i = 0; i < points; i++) {
      for (int j = 0; j < points; j++) {
        boolean edge = i == 0 || j == 0 || i == points - 1 || j == points - 1;
        double crooked = edge ? 0 : SIDE / STEPS / 3;
        lattice[i][j] =
            new Coordinate(
                400_000 + i * SIDE / STEPS + crooked * (random.nextDouble() - 0.5),
                200_000 + j * SIDE / STEPS + crooked * (random.nextDouble() - 0.5));
      }
    }
    List<CoverageCell> cells = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < SIZE; j++) {
        String code = "E%02d".formatted(random.nextInt(100)) + i + j;
        cells.add(new CoverageCell(code, cell(lattice, i * STEPS, j * STEPS, noise, random)));
      }
    }
    return cells;
  }

  private static Geometry cell(Coordinate[][] lattice, int x, int y, double noise, Random random) {
    List<Coordinate> ring = new ArrayList<>();
    for (int side = 0; side < 4; side++) {
      for (int step = 0; step < STEPS; step++) {
        int forth = side < 2 ? step : STEPS - step;
        int cross = side == 0 || side == 3 ? 0 : STEPS;
        Coordinate point =
            side % 2 == 0 ? lattice[x + cross][y + forth] : lattice[x + forth][y + cross];
        ring.add(
            new Coordinate(
                point.x + noise * (2 * random.nextDouble() - 1),
                point.y + noise * (2 * random.nextDouble() - 1)));
      }
    }
    ring.add(ring.get(0));
    return new GeometryFactory().createPolygon(ring.toArray(Coordinate[]::new));
  }
}
