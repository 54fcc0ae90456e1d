package org.greensward.ogc.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.greensward.ogc.OgcService.get;
import static org.greensward.ogc.OgcService.json;
import static org.greensward.ogc.OgcService.link;
import static org.greensward.ogc.OgcService.links;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.greensward.Http;
import org.greensward.ogc.OgcService;
import org.greensward.ogc.common.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The abstract tests of OGC API Tiles Part 1, 1.0. */
class OgcTilesTest {
  private static final String TILESETS = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector";
  private static final List<String> PLACES =
      List.of("", "/collections/parishes", "/collections/land");

  /**
   * dataset-tilesets/landingpage, geodata-tilesets/desc-links: lists are linked, and end in tiles.
   */
  @ParameterizedTest
  @ValueSource(strings = {"", "/collections/parishes", "/collections/land"})
  void tileSetsAreLinked(String place) {
    assertThat(link(json(place), TILESETS).get("href").asString()).endsWith(place + "/tiles");
  }

  @Test
  void onlyCollectionsWithTilesLinkThem() {
    for (JsonNode collection : json("/collections").get("collections")) {
      boolean tiled = List.of("parishes", "land").contains(collection.get("id").asString());
      assertThat(links(collection, TILESETS)).hasSize(tiled ? 1 : 0);
    }
  }

  /** tilesets-list/tileset-links: every link of a list can be followed as it stands. */
  @ParameterizedTest
  @ValueSource(strings = {"", "/collections/parishes", "/collections/land"})
  void aListLeadsToItsTileSets(String place) {
    for (JsonNode set : json(place + "/tiles").get("tilesets")) {
      assertThat(set.get("dataType").asString()).isEqualTo("vector");
      assertThat(set.get("tileMatrixSetURI").asString()).endsWith("/WebMercatorQuad");
      for (JsonNode link : set.get("links")) {
        assertThat(OgcService.follow(link).isObject()).isTrue();
      }
    }
  }

  /** tc-op and the definitions of its parts; tc-success and tc-error at the limits of each zoom. */
  @ParameterizedTest
  @ValueSource(strings = {"", "/collections/parishes", "/collections/land"})
  void aTileSetSaysWhichTilesThereAre(String place) {
    JsonNode set = json(place + "/tiles/WebMercatorQuad");
    JsonNode item = link(set, "item");
    String template = item.get("href").asString();
    assertThat(item.get("templated").asBoolean()).isTrue();
    assertThat(template)
        .contains("/tiles/WebMercatorQuad/")
        .endsWith("/{tileMatrix}/{tileRow}/{tileCol}.mvt");
    JsonNode limits = set.get("tileMatrixSetLimits");
    assertThat(limits.get(0).get("tileMatrix").asString()).isEqualTo("0");
    for (JsonNode of : List.of(limits.get(0), limits.get(9), limits.get(12))) {
      int row = of.get("maxTileRow").asInt();
      int column = of.get("minTileCol").asInt();
      assertThat(status(template, of, row, column)).isEqualTo(200);
      assertThat(status(template, of, row + 1, column)).isIn(400, 404);
      assertThat(status(template, of, row, column - 1)).isIn(400, 404);
      assertThat(status(template, of, Integer.MAX_VALUE, Integer.MAX_VALUE)).isIn(400, 404);
    }
  }

  /** Also with nothing in it a tile that there is is answered with 200, which all clients take. */
  @Test
  void tilesAreVectorTilesOfTheirLayers() {
    String at = "/tiles/WebMercatorQuad/10/337/510.mvt";
    HttpResponse<byte[]> parishes = get("/collections/parishes" + at);
    assertThat(parishes.headers().firstValue("Content-Type")).contains(Link.MVT);
    assertThat(parishes.headers().firstValue("ETag")).isPresent();
    assertThat(layers(parishes.body())).containsExactly("parishes");
    HttpResponse<byte[]> all = get(at);
    assertThat(layers(all.body())).containsExactly("parishes", "boundaries", "land");
    assertThat(parishes.body())
        .isEqualTo(
            Http.get("/tiles/parishes/10/510/337.mvt", "Accept-Encoding", "identity").body());
    assertThat(get("/collections/parishes" + at + "?datetime=2013-01-01").body())
        .isNotEqualTo(parishes.body());
    String etag = parishes.headers().firstValue("ETag").orElseThrow();
    assertThat(get("/collections/parishes" + at, "If-None-Match", etag).statusCode())
        .isEqualTo(304);
  }

  @Test
  void theGridIsTheStandardsOwn() {
    JsonNode list = json("/tileMatrixSets").get("tileMatrixSets");
    assertThat(list).hasSize(1);
    JsonNode grid = OgcService.follow(link(list.get(0), "item"));
    assertThat(grid.get("tileMatrices").get(0).get("scaleDenominator").asDouble())
        .isCloseTo(559082264.028717, within(0.001)); // annex D.1 of the Tile Matrix Set standard
    assertThat(grid.get("tileMatrices").get(12).get("matrixWidth").asInt()).isEqualTo(4096);
    assertThat(get("/tileMatrixSets/WorldCRS84Quad").statusCode()).isEqualTo(404);
  }

  @Test
  void tileJsonIsLinked() {
    for (String place : PLACES) {
      JsonNode set = json(place + "/tiles/WebMercatorQuad");
      JsonNode tileJson = OgcService.follow(link(set, "describedby"));
      assertThat(tileJson.get("tilejson").asString()).isEqualTo("3.0.0");
      assertThat(tileJson.get("tiles").get(0).asString()).endsWith("/{z}/{y}/{x}.mvt");
    }
  }

  private static int status(String template, JsonNode limits, int row, int column) {
    String address =
        template
            .replace("{tileMatrix}", limits.get("tileMatrix").asString())
            .replace("{tileRow}", String.valueOf(row))
            .replace("{tileCol}", String.valueOf(column));
    return get(address.substring(OgcService.root().length())).statusCode();
  }

  /** The names of a vector tile's layers: field 3 of the tile, field 1 of the layer. */
  private static List<String> layers(byte[] tile) {
    List<String> names = new ArrayList<>();
    int at = 0;
    while (at < tile.length) {
      assertThat(tile[at++]).isEqualTo((byte) (3 << 3 | 2));
      long length = 0;
      for (int shift = 0; ; shift += 7) {
        byte part = tile[at++];
        length |= (long) (part & 0x7f) << shift;
        if (part >= 0) {
          break;
        }
      }
      names.add(name(tile, at, (int) length));
      at += (int) length;
    }
    return names;
  }

  private static String name(byte[] tile, int from, int length) {
    for (int at = from; at < from + length; at++) {
      if (tile[at] == (1 << 3 | 2)) {
        return new String(tile, at + 2, tile[at + 1]);
      }
      if (tile[at] != (15 << 3)) {
        break;
      }
      at++; // the version, a small number
    }
    throw new IllegalStateException("no name at the beginning of the layer");
  }
}
