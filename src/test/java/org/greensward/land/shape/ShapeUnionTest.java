package org.greensward.land.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeUnionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "POLYGON((0 0,5 0,5 5,0 5,0 0)) + POLYGON((5 0,9 0,9 5,5 5,5 0)); POLYGON((0 0,0 5,5 5,9"
            + " 5,9 0,5 0,0 0))",
        "POLYGON((0 0,5 0,5 5,0 5,0 0)) + POLYGON((3 0,9 0,9 5,3 5,3 0)); POLYGON((0 0,0 5,3 5,5"
            + " 5,9 5,9 0,5 0,3 0,0 0))",
        // within another: nothing new
        "POLYGON((0 0,5 0,5 5,0 5,0 0)) + POLYGON((1 1,2 1,2 2,1 2,1 1)); POLYGON((0 0,0 5,5 5,5"
            + " 0,0 0))",
        // in whatever order they meet
        "POLYGON((0 0,1 0,1 1,0 1,0 0)) + POLYGON((2 0,3 0,3 1,2 1,2 0)) + POLYGON((1 0,2 0,2 1,1"
            + " 1,1 0)); POLYGON((0 0,0 1,1 1,2 1,3 1,3 0,2 0,1 0,0 0))",
        // a hairline between outlines goes, a hole that was there stays
        "POLYGON((0 0,5 0,5 5,0 5,0 0),(1 1,1.05 1,1.05 1.05,1 1.05,1 1)) + POLYGON((5 0,9 0,9 5,5"
            + " 5,5 3,5.001 2,5 1,5 0)); POLYGON((0 0,0 5,5 5,9 5,9 0,5 0,0 0),(1 1,1.05 1,1.05"
            + " 1.05,1 1.05,1 1))",
        "LINESTRING(0 0,5 0) + LINESTRING(9 3,5 0); LINESTRING(0 0,5 0,9 3)"
      })
  void joins(String shapes, String joined) {
    assertThat(WktGeometries.normal(ShapeUnion.join(WktGeometries.readAll(shapes))))
        .isEqualTo(WktGeometries.normal(joined));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "POLYGON((0 0,5 0,5 5,0 5,0 0)); shape.join.one",
        "POLYGON((0 0,5 0,5 5,0 5,0 0)) + LINESTRING(0 0,5 0); shape.join.kinds",
        "POINT(0 0) + POINT(0 0); shape.join.kinds",
        "POLYGON((0 0,5 0,5 5,0 5,0 0)) + POLYGON((5.25 0,9 0,9 5,5.25 5,5.25 0)); shape.join.apart"
            + " 0.250",
        "POLYGON((0 0,5 0,5 5,0 5,0 0)) + POLYGON((5 5,9 5,9 9,5 9,5 5)); shape.join.point 5 5",
        "LINESTRING(0 0,5 0) + LINESTRING(9 3,8 0); shape.join.apart 3.0"
      })
  void saysWhyItDoesNot(String shapes, String fault) {
    assertThatThrownBy(() -> ShapeUnion.join(WktGeometries.readAll(shapes)))
        .isInstanceOfSatisfying(
            InvalidShapeException.class, it -> assertThat(WktGeometries.told(it)).isEqualTo(fault));
  }
}
