package org.greensward.importing.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

/** What is plain is not looked at again, so nothing that has a fault may be. */
class SimpleGeometryCheckTest {
  private static final String SQUARE = "POLYGON ((1000 0, 1100 0, 1100 100, 1000 100, 1000 0))";

  @ParameterizedTest
  @ValueSource(
      strings = {
        SQUARE,
        "POINT (480000 240000)",
        "LINESTRING (480000 240000, 700000 1300000)",
        "POLYGON ((0 0, 900 0, 900 900, 0 0), (500 100, 600 100, 600 200, 500 100))",
        "MULTIPOINT ((1000 0), (0 0))",
        "MULTIPOLYGON (((1000 0, 1100 0, 1100 100, 1000 0)), ((0 0, 9 0, 9 9, 0 0)))",
        "GEOMETRYCOLLECTION (POINT (1000 0), LINESTRING (0 0, 1 1))"
      })
  void shapesInTheGridArePlain(String wkt) throws ParseException {
    assertThat(arePlain(ewkb(wkt))).isTrue();
    WKBWriter little = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN);
    assertThat(arePlain(little.write(new WKTReader().read(wkt)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POLYGON EMPTY",
        "MULTIPOLYGON EMPTY",
        "MULTIPOINT ((1000 0), EMPTY)",
        "GEOMETRYCOLLECTION (POINT (1000 0), LINESTRING EMPTY)",
        "POINT (710001 0)",
        "LINESTRING (1000 0, 1000 -10001)",
        "MULTIPOLYGON (((1000 0, 1100 0, 1100 1310001, 1000 0)))",
        "LINESTRING (1000 0, NaN 0)",
        "POLYGON ((1000 0, 1100 0, 1100 NaN, 1000 0))",
        "POINT (1E400 0)"
      })
  void othersAreNot(String wkt) throws ParseException {
    assertThat(arePlain(ewkb(SQUARE), ewkb(wkt))).isFalse();
  }

  /** A curve, one with a height, one of a triangle, bytes that break off, and none at all. */
  @ParameterizedTest
  @CsvSource({
    "000000000800000003408F400000000000000000000000000040913000000000004059000000000000"
        + "40928000000000000000000000000000",
    "0080000001408F40000000000000000000000000000000000000000000",
    "0000000011000000010000000400",
    "0000000001408F40000000000000",
    "00"
  })
  void neitherIsWhatHasMoreThanStraightLines(String hex) throws ParseException {
    assertThat(arePlain(ewkb(SQUARE), HexFormat.of().parseHex(hex))).isFalse();
    assertThat(arePlain(ewkb(SQUARE), null)).isFalse();
  }

  /** Then the sentence about degrees is due. */
  @Test
  void coordinatesThatMayBeDegreesAreNot() throws ParseException {
    assertThat(arePlain(ewkb("POINT (-0.7 52)"))).isFalse();
    assertThat(arePlain(ewkb("POINT (-0.7 52)"), ewkb("POINT (480000 240000)"))).isTrue();
  }

  private static byte[] ewkb(String wkt) throws ParseException {
    var geometry = new WKTReader().read(wkt);
    geometry.setSRID(27700);
    return new WKBWriter(2, ByteOrderValues.BIG_ENDIAN, true).write(geometry);
  }

  private static boolean arePlain(byte[]... shapes) {
    SimpleGeometryCheck plain = new SimpleGeometryCheck();
    for (byte[] shape : shapes) {
      plain.look(shape);
    }
    return plain.arePlain();
  }
}
