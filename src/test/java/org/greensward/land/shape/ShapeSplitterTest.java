package org.greensward.land.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;

class ShapeSplitterTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // in two, the larger first
        "POLYGON((0 0,10 0,10 10,0 10,0 0)); LINESTRING(3 -1,3 11); POLYGON((3 0,3 10,10 10,10 0,3"
            + " 0)) + POLYGON((0 0,0 10,3 10,3 0,0 0))",
        // from corner to corner: no new points
        "POLYGON((0 0,10 0,10 20,0 10,0 0)); LINESTRING(0 10,10 0); POLYGON((0 10,10 20,10 0,0 10))"
            + " + POLYGON((0 0,0 10,10 0,0 0))",
        // a line that goes in and out cuts twice
        "POLYGON((0 0,12 0,12 10,0 10,0 0)); LINESTRING(2 -1,2 11,9 11,9 -1); POLYGON((2 0,2 10,9"
            + " 10,9 0,2 0)) + POLYGON((9 0,9 10,12 10,12 0,9 0)) + POLYGON((0 0,0 10,2 10,2 0,0"
            + " 0))",
        // through a hole
        "POLYGON((0 0,10 0,10 10,0 10,0 0),(4 4,6 4,6 6,4 6,4 4)); LINESTRING(5 -1,5 11);"
            + " POLYGON((0 0,0 10,5 10,5 6,4 6,4 4,5 4,5 0,0 0)) + POLYGON((5 0,5 4,6 4,6 6,5 6,5"
            + " 10,10 10,10 0,5 0))",
        // a ring within cuts out an island
        "POLYGON((0 0,10 0,10 10,0 10,0 0)); LINESTRING(4 4,6 4,6 6,4 6,4 4); POLYGON((0 0,0 10,10"
            + " 10,10 0,0 0),(4 4,6 4,6 6,4 6,4 4)) + POLYGON((4 4,4 6,6 6,6 4,4 4))",
        // a part that is not cut stays with the largest
        "MULTIPOLYGON(((0 0,10 0,10 10,0 10,0 0)),((20 0,21 0,21 1,20 1,20 0))); LINESTRING(3 -1,3"
            + " 11); MULTIPOLYGON(((3 0,3 10,10 10,10 0,3 0)),((20 0,20 1,21 1,21 0,20 0))) +"
            + " POLYGON((0 0,0 10,3 10,3 0,0 0))",
        "LINESTRING(0 0,10 0,10 10); LINESTRING(4 -1,4 1); LINESTRING(4 0,10 0,10 10) +"
            + " LINESTRING(0 0,4 0)"
      })
  void cuts(String shape, String line, String parts) {
    List<Geometry> cut = ShapeSplitter.split(WktGeometries.read(shape), WktGeometries.read(line));
    assertThat(WktGeometries.normal(cut))
        .isEqualTo(WktGeometries.normal(WktGeometries.readAll(parts)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "POLYGON((0 0,10 0,10 10,0 10,0 0)); LINESTRING(20 0,20 10); shape.split.misses",
        "POLYGON((0 0,10 0,10 10,0 10,0 0)); LINESTRING(0 0,0 10); shape.split.misses",
        "POLYGON((0 0,10 0,10 10,0 10,0 0)); LINESTRING(3 -1,3 6); shape.split.ends-inside 3 6",
        "POLYGON((0 0,10 0,10 10,0 10,0 0)); LINESTRING(2 3,7 6); shape.split.ends-inside 2 3",
        "POLYGON((0 0,10 0,10 10,0 10,0 0)); POINT(3 6); shape.split.no-line",
        "POINT(3 6); LINESTRING(3 -1,3 6); shape.split.item",
        "LINESTRING(0 0,10 0); LINESTRING(0 -1,0 1); shape.split.misses"
      })
  void saysWhyItDoesNot(String shape, String line, String fault) {
    assertThatThrownBy(
            () -> ShapeSplitter.split(WktGeometries.read(shape), WktGeometries.read(line)))
        .isInstanceOfSatisfying(
            InvalidShapeException.class, it -> assertThat(WktGeometries.told(it)).isEqualTo(fault));
  }

  @Test
  void aMeasuredQuantityIsSharedOutAndSumsExactly() {
    List<Double> shares = ShapeSplitter.shares(100, List.of(1.0, 1.0, 1.0));
    assertThat(shares.get(0)).isEqualTo(100 / 3.0);
    assertThat(shares.get(0) + shares.get(1) + shares.get(2)).isEqualTo(100);
  }
}
