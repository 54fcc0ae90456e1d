package org.greensward.land.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** The neighbour's edges are oblique, so that what is snapped to has no round coordinates. */
class VertexSnapperTest {
  private static final double CORNER = 10.0 / 3;
  private static final Geometry NEIGHBOUR =
      WktGeometries.read("POLYGON((0 0,0 10,%1$s 10,%1$s 5,6 0,0 0))".formatted(CORNER));

  private static VertexSnapper within(double tolerance) {
    return new VertexSnapper(
        List.of(new VertexSnapper.Target("MK-1", NEIGHBOUR)),
        new Envelope(-50, 50, -50, 50),
        tolerance);
  }

  @ParameterizedTest
  @CsvSource({
    "3.5, 9.8, corner 10.0", // near both: the corner goes first
    "3.5, 7, edge 7.0",
    "20, 20, none",
    "6, 0, corner 0.0" // there already
  })
  void aPointGoesToTheNearestCornerElseToAnEdge(double x, double y, String expected) {
    String found =
        within(0.5)
            .snap(new Coordinate(x, y))
            .map(hit -> (hit.corner() ? "corner " : "edge ") + hit.at().y)
            .orElse("none");
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void aCornerIsTakenToTheLastBit() {
    VertexSnapper.Hit hit = within(0.5).snap(new Coordinate(3.3, 4.9)).orElseThrow();
    assertThat(hit.at().x).isEqualTo(CORNER);
    assertThat(hit.name()).isEqualTo("MK-1");
  }

  @Test
  void aShapeFollowsTheBentEdgeOfItsNeighbour() {
    Geometry drawn = WktGeometries.read("POLYGON((3.4 10.1,9 10,9 0,6.1 0.1,3.4 10.1))");
    // Its left side passes the neighbour's bend, at (3.33 5), by 1.2 m.
    Geometry snapped = within(1.5).snap(drawn);
    assertThat(snapped.getCoordinates()).contains(new Coordinate(CORNER, 5));
    assertThat(snapped.intersection(NEIGHBOUR).getArea()).isZero();
    assertThat(ShapeUnion.join(List.of(snapped, NEIGHBOUR)).getNumGeometries()).isEqualTo(1);
    assertThat(VertexSnapper.moved(drawn, snapped)).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "POLYGON((20 0,30 0,30 10,20 10,20 0))",
        "POLYGON((0.1 0.1,0.2 0.1,0.2 0.2,0.1 0.1))" // would shrink to nothing
      })
  void whatHasNothingNearOrWouldVanishStays(String shape) {
    assertThat(within(0.5).snap(WktGeometries.read(shape)).toText())
        .isEqualTo(WktGeometries.read(shape).toText());
  }

  @Test
  void linesAndPointsSnapToo() {
    assertThat(within(1).snap(WktGeometries.read("LINESTRING(6.2 0,20 0)")).toText())
        .isEqualTo("LINESTRING (6 0, 20 0)");
    assertThat(within(1).snap(WktGeometries.read("POINT(0.5 0.2)")).toText())
        .isEqualTo("POINT (0 0)");
  }
}
