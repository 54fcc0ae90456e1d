package org.greensward.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greensward.coverage.TestShapes.box;
import static org.greensward.coverage.TestShapes.cell;
import static org.greensward.coverage.TestShapes.cells;

import java.util.List;
import org.greensward.coverage.SharedBorders.Border;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Orientation;

class SharedBordersTest {
  @Test
  void hasNothingToSayOfNothing() {
    assertThat(SharedBorders.of(List.of())).isEmpty();
    assertThat(SharedBorders.of(cells("POLYGON EMPTY"))).isEmpty();
  }

  @Test
  void givesALonelyCellOneClosedLineWithTheCellOnTheLeft() {
    List<Border> borders = SharedBorders.of(List.of(cell("A", box(0, 0, 10, 10))));
    assertThat(borders).hasSize(1);
    assertThat(borders.get(0).left()).isEqualTo("A");
    assertThat(borders.get(0).findRight()).isEmpty();
    assertThat(borders.get(0).line().isClosed()).isTrue();
    assertThat(Orientation.isCCW(borders.get(0).line().getCoordinates())).isTrue();
  }

  @Test
  void givesASharedBorderOnceWithTheLowerCodeOnTheLeft() {
    List<Border> borders =
        SharedBorders.of(List.of(cell("B", box(10, 0, 20, 10)), cell("A", box(0, 0, 10, 10))));
    assertThat(borders).hasSize(3);
    assertThat(borders.get(0).left() + borders.get(0).right()).isEqualTo("AB");
    assertThat(borders.get(0).line().toText()).isEqualTo("LINESTRING (10 0, 10 10)");
    assertThat(borders.get(1).left() + borders.get(1).right()).isEqualTo("Anull");
    assertThat(borders.get(1).line().toText()).isEqualTo("LINESTRING (10 10, 0 10, 0 0, 10 0)");
    assertThat(borders.get(2).left() + borders.get(2).right()).isEqualTo("Bnull");
  }

  @Test
  void givesAnEnclaveOneClosedLine() {
    List<Border> borders =
        SharedBorders.of(
            cells(
                """
                POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0), (20 20, 20 40, 40 40, 40 20, 20 20))
                POLYGON ((20 20, 20 40, 40 40, 40 20, 20 20))
                """));
    assertThat(borders)
        .extracting(border -> border.left() + border.right())
        .containsExactly("AB", "Anull");
    assertThat(borders.get(0).line().isClosed()).isTrue();
    // A lies around it, on its left: clockwise
    assertThat(Orientation.isCCW(borders.get(0).line().getCoordinates())).isFalse();
  }
}
