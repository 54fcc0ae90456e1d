package org.greensward.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greensward.coverage.TestShapes.box;
import static org.greensward.coverage.TestShapes.wkt;

import org.greensward.coverage.OverlapFinder.Pair;
import org.junit.jupiter.api.Test;

class OverlapFinderTest {
  private final OverlapFinder shapes = new OverlapFinder();

  @Test
  void nothingOverlapsNothing() {
    assertThat(shapes.find()).isEmpty();
    shapes.add(1, box(0, 0, 10, 10));
    assertThat(shapes.find()).isEmpty();
  }

  @Test
  void eachPairIsFoundOnceWithWhatItShares() {
    shapes.add(5, box(0, 0, 10, 10));
    shapes.add(3, box(8, 0, 18, 10));
    shapes.add(4, box(9, 9, 20, 20));
    assertThat(shapes.find())
        .containsExactlyInAnyOrder(new Pair(5, 3, 20), new Pair(5, 4, 1), new Pair(3, 4, 9));
  }

  @Test
  void touchingAndLinesAndSliversAreNoOverlap() {
    shapes.add(1, box(0, 0, 10, 10));
    shapes.add(2, box(10, 0, 20, 10));
    shapes.add(3, box(0, 9.99999999, 10, 20));
    shapes.add(4, wkt("LINESTRING (0 0, 10 10)"));
    shapes.add(5, wkt("POINT (5 5)"));
    assertThat(shapes.find()).isEmpty();
  }

  @Test
  void whatLiesInAHoleIsNoOverlap() {
    shapes.add(1, wkt("POLYGON ((0 0, 30 0, 30 30, 0 30, 0 0), (5 5, 25 5, 25 25, 5 25, 5 5))"));
    shapes.add(2, box(10, 10, 20, 20));
    assertThat(shapes.find()).isEmpty();
  }
}
