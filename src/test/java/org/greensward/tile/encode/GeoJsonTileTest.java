package org.greensward.tile.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.greensward.layer.tile.EncodedProperties;
import org.greensward.layer.tile.geometry.GridGeometryBuilder;
import org.greensward.layer.tile.geometry.Mercator;
import org.greensward.layer.tile.geometry.PackedGeometries;
import org.greensward.layer.tile.geometry.TileGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class GeoJsonTileTest {

  @Test
  void aTileOfNothingIsAValidCollection() {
    assertThat(text(new GeoJsonTile(5)))
        .isEqualTo("{\"type\":\"FeatureCollection\",\"features\":[]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "POINT(-0.00001 52); {\"type\":\"Point\",\"coordinates\":[-0.00001,52]}",
        "POINT(-0.7020049 52.15); {\"type\":\"Point\",\"coordinates\":[-0.702,52.15]}",
        "LINESTRING(0 1,-1 0.5); {\"type\":\"LineString\",\"coordinates\":[[0,1],[-1,0.5]]}",
        "MULTIPOINT((1 2),(3 4)); {\"type\":\"MultiPoint\",\"coordinates\":[[1,2],[3,4]]}"
      })
  void decimalsAreThoseOfTheZoomWithoutZerosAtTheEnd(String wkt, String json) {
    assertThat(geometryOf(wkt)).isEqualTo(json);
  }

  @Test
  void outerRingsGoAnticlockwiseAndHolesClockwise() {
    assertThat(geometryOf("POLYGON((0 0,0 9,9 9,9 0,0 0),(1 1,2 1,2 2,1 2,1 1))"))
        .isEqualTo(
            "{\"type\":\"Polygon\",\"coordinates\":[[[9,0],[9,9],[0,9],[0,0],[9,0]],"
                + "[[1,2],[2,2],[2,1],[1,1],[1,2]]]}");
  }

  @Test
  void textIsEscapedAndNothingIsWrittenForNull() {
    GeoJsonTile tile = new GeoJsonTile(2);
    Map<String, Object> properties = new java.util.LinkedHashMap<>();
    properties.put("name", "St \"Mary\"\n–é");
    properties.put("lot", null);
    properties.put("quantity", 12.345);
    properties.put("parcels", 3L);
    properties.put("merged", true);
    PackedGeometries.Builder shape =
        new PackedGeometries.Builder().begin(PackedGeometries.POINT).part(false).point(100, 200);
    tile.add(
        EncodedProperties.text("a\\b"), EncodedProperties.of(properties), null, shape.build(), 0);
    assertThat(text(tile))
        .contains("\"id\":\"a\\\\b\"")
        .contains(
            "{\"name\":\"St \\\"Mary\\\"\\n–é\",\"quantity\":12.35,\"parcels\":3,\"merged\":true}");
  }

  /** Degrees in WKT as a tile with five decimals shows them. */
  private static String geometryOf(String wkt) {
    try {
      Geometry mercator = new WKTReader().read(wkt);
      mercator.apply(
          (Coordinate c) -> {
            c.x = Mercator.x(c.x);
            c.y = Mercator.y(c.y);
          });
      mercator.geometryChanged();
      PackedGeometries.Builder shapes = new PackedGeometries.Builder();
      new GridGeometryBuilder(shapes).add(mercator, new TileGrid.Degrees(5));
      GeoJsonTile tile = new GeoJsonTile(5);
      tile.add(
          EncodedProperties.text("x"), EncodedProperties.of(Map.of()), null, shapes.build(), 0);
      String text = text(tile);
      return text.substring(text.indexOf("\"geometry\":") + 11, text.length() - "}]}".length());
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String text(GeoJsonTile tile) {
    return new String(tile.toBytes(), StandardCharsets.UTF_8);
  }
}
