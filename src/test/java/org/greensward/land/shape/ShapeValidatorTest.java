package org.greensward.land.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeValidatorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "POLYGON((0 0,10 0,10 10,0 10,0 0)); m2; ''; ''",
        "POLYGON((0 0,10 10,10 0,0 10,0 0)); m2; shape.fault.crosses 5 5; MULTIPOLYGON(((0 0,0 10,5"
            + " 5,0 0)),((5 5,10 10,10 0,5 5)))",
        "POLYGON((0 0,10 0,10 10,0 10,0 0),(20 20,21 20,21 21,20 20)); m2; shape.fault.hole-outside"
            + " 20 20; MULTIPOLYGON(((0 0,0 10,10 10,10 0,0 0)),((20 20,21 21,21 20,20 20)))",
        "POLYGON((0 0,5 0,10 5,5 0,10 0,10 10,0 10,0 0)); m2; shape.fault.crosses 10 5; POLYGON((0"
            + " 0,0 10,10 10,10 5,10 0,5 0,0 0))",
        "MULTIPOLYGON(((0 0,10 0,10 10,0 10,0 0)),((1 1,2 1,2 2,1 1))); m2;"
            + " shape.fault.part-in-part 1 1; POLYGON((0 0,0 10,10 10,10 0,0 0))",
        "POLYGON((0 0,10 0,10 10,0 10,0 0),(0 5,5 0,10 5,5 10,0 5)); m2; shape.fault.cut-through 10"
            + " 5; MULTIPOLYGON(((0 0,0 5,5 0,0 0)),((0 5,0 10,5 10,0 5)),((5 0,10 5,10 0,5 0)),((5"
            + " 10,10 10,10 5,5 10)))",
        "LINESTRING(0 0,10 0); m2; shape.fault.not-area; ''",
        "POLYGON((0 0,10 0,10 10,0 10,0 0)); m; shape.fault.not-line; ''",
        "LINESTRING(0 0,10 0,5 5,5 -5); m; ''; ''",
        "POINT(0 0); item; ''; ''"
      })
  void saysWhatIsWrongAndWhereAndRepairsIt(String wkt, String unit, String fault, String repaired) {
    var faults = ShapeValidator.faults(WktGeometries.read(wkt), unit);
    assertThat(faults.isEmpty() ? "" : WktGeometries.told(new InvalidShapeException(faults)))
        .isEqualTo(fault);
    assertThat(
            ShapeValidator.repaired(WktGeometries.read(wkt)).map(WktGeometries::normal).orElse(""))
        .isEqualTo(repaired.isEmpty() ? "" : WktGeometries.normal(repaired));
  }

  @Test
  void partsTooSmallToBeMeantAreFound() {
    assertThat(
            ShapeValidator.crumbs(
                WktGeometries.read(
                    "MULTIPOLYGON(((0 0,10 0,10 10,0 10,0 0)),((20 0,20.1 0,20.1 0.1,20 0)))"),
                0.5))
        .hasSize(1);
    assertThat(
            ShapeValidator.crumbs(WktGeometries.read("POLYGON((20 0,20.1 0,20.1 0.1,20 0))"), 0.5))
        .isEmpty();
  }
}
