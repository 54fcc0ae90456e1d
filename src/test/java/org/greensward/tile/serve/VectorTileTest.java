package org.greensward.tile.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.greensward.Http;
import org.greensward.layer.tile.geometry.TileCoord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Vector tiles of the demonstration, as GDAL reads them. */
class VectorTileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "land, 13, 4080, 2700",
    "land, 15, 16321, 10801",
    "land, 11, 1020, 675",
    "parishes, 12, 2040, 1350",
    "boundaries, 12, 2040, 1350",
    "context, 14, 8161, 5401"
  })
  void theyHoldWhatGeoJsonHolds(String layer, int z, int x, int y) throws Exception {
    String path = "/tiles/" + layer + "/" + z + "/" + x + "/" + y;
    DecodedTile geoJson = DecodedTile.of(Http.get(path + ".geojson").body());
    HttpResponse<byte[]> answer = Http.get(path + ".mvt");
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue("application/vnd.mapbox-vector-tile");
    DecodedTile vector = DecodedTile.of(readByGdal(answer.body(), z, x, y));
    assertThat(geoJson.features()).isNotEmpty();
    Map<Map<String, String>, DecodedTile.Feature> byProperties = new HashMap<>();
    geoJson.features().forEach(f -> byProperties.putIfAbsent(properties(f), f));
    assertThat(vector.features()).hasSameSizeAs(geoJson.features());
    double pixel = TileCoord.pixel(z);
    for (DecodedTile.Feature feature : vector.features()) {
      DecodedTile.Feature same = byProperties.get(properties(feature));
      assertThat(same).as("the GeoJSON feature of %s", feature.properties()).isNotNull();
      if (byProperties.size() == geoJson.features().size()) {
        assertThat(DiscreteHausdorffDistance.distance(feature.geometry(), same.geometry()))
            .as("%s", feature.properties())
            .isLessThan(pixel / 2);
      }
      assertThat(feature.geometry().isValid()).isTrue();
    }
  }

  @Test
  void acceptDecidesWhereTheAddressSaysNothing() {
    String place = "/tiles/land/13/4080/2700";
    HttpResponse<byte[]> vector = Http.get(place, "Accept", "application/vnd.mapbox-vector-tile");
    assertThat(vector.headers().firstValue("Content-Type"))
        .hasValue("application/vnd.mapbox-vector-tile");
    assertThat(vector.body()).isEqualTo(Http.get(place + ".mvt").body());
    HttpResponse<byte[]> geoJson = Http.get(place, "Accept", "*/*");
    assertThat(geoJson.body()).isEqualTo(Http.get(place + ".geojson").body());
    assertThat(geoJson.headers().firstValue("Vary").orElse("")).contains("Accept");
    assertThat(geoJson.headers().firstValue("ETag"))
        .isNotEqualTo(vector.headers().firstValue("ETag"));
  }

  @Test
  void anEmptyOneHasNoContent() {
    HttpResponse<byte[]> sea = Http.get("/tiles/land/13/0/0.mvt");
    assertThat(sea.statusCode()).isEqualTo(204);
    assertThat(sea.body()).isEmpty();
  }

  private static Map<String, String> properties(DecodedTile.Feature feature) {
    Map<String, String> properties = new HashMap<>();
    feature
        .properties()
        .propertyStream()
        .filter(p -> !p.getValue().isNull() && !p.getKey().equals("mvt_id"))
        .forEach(p -> properties.put(p.getKey(), text(p.getValue())));
    return properties;
  }

  /** GDAL gives whole numbers of doubles as 12.0, and booleans as 1. */
  private static String text(JsonNode value) {
    if (value.isBoolean()) {
      return value.asBoolean() ? "1.0" : "0.0";
    }
    return value.isNumber() ? "" + value.asDouble() : value.asString();
  }

  private byte[] readByGdal(byte[] tile, int z, int x, int y) throws Exception {
    Path file = folder.resolve(z + "/" + x + "/" + y + ".mvt");
    Files.createDirectories(file.getParent());
    Files.write(file, tile);
    Path out = folder.resolve("out.geojson");
    run(
        "ogr2ogr",
        "-oo",
        "CLIP=NO",
        "-f",
        "GeoJSON",
        "-t_srs",
        "EPSG:4326",
        "-lco",
        "COORDINATE_PRECISION=9",
        out.toString(),
        file.toString());
    JsonNode json = new ObjectMapper().readTree(Files.readString(out));
    int number = 0;
    for (JsonNode feature : json.get("features")) {
      ((tools.jackson.databind.node.ObjectNode) feature).put("id", "" + number++);
    }
    return new ObjectMapper().writeValueAsBytes(json);
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(said).isZero();
  }
}
