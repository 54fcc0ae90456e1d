package org.greensward.layer.tile.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class GridGeometryBuilderTest {

  /** On a grid of whole numbers; what is left of it, normalised. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "POLYGON((0 0,0 4,4 4,4 0,0 0)); MULTIPOLYGON(((0 0,0 4,4 4,4 0,0 0)))",
        // too small for the grid
        "POLYGON((7.1 7.1,7.1 7.2,7.2 7.2,7.1 7.1)); MULTIPOLYGON(((7 7,7 8,8 7,7 7)))",
        // narrow in the middle: it falls apart
        "POLYGON((0 0,0 4,4 2.2,8 4,8 0,4 1.9,0 0)); MULTIPOLYGON(((0 0,0 4,4 2,0 0)),((4 2,8 4,8"
            + " 0,4 2)))",
        "LINESTRING(0.1 0,0.2 0,5 5); MULTILINESTRING((0 0,5 5))",
        "LINESTRING(3.1 3,3.2 3.1); MULTILINESTRING((3 3,4 3))",
        "MULTIPOINT((1.2 1),(3 3.4)); MULTIPOINT((1 1),(3 3))",
        "GEOMETRYCOLLECTION(POINT(9 9),LINESTRING(0 0,1 1)); MULTILINESTRING((0 0,1 1))"
      })
  void whatIsRoundedStaysValidAndNothingIsLost(String wkt, String expected) throws ParseException {
    PackedGeometries.Builder shapes = new PackedGeometries.Builder();
    new GridGeometryBuilder(shapes)
        .addOnGrid(GridGeometryBuilder.rounded(new WKTReader().read(wkt)));
    Geometry made = GridGeometryReader.onGrid(shapes.build(), 0);
    assertThat(made.isValid()).isTrue();
    assertThat(made.norm().toText()).isEqualTo(new WKTReader().read(expected).norm().toText());
  }
}
