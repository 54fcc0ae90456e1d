package org.greensward.tile.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.greensward.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Tiles through the front door, on the demonstration. */
class TileHttpTest {
  /** Olney lies in it. */
  private static final String OLNEY = "/13/4080/2700.geojson";

  @Test
  void aParishCarriesItsCouncilAndStatus() {
    JsonNode olney = parish("E04001268", "");
    assertThat(olney.get("council").asString()).isEqualTo("Olney Town Council");
    assertThat(olney.get("kind").asString()).isEqualTo("town council");
    assertThat(olney.get("status").asString()).isEqualTo("devolved");
    assertThat(olney.get("since").asString()).isEqualTo("2014-04-01");
    assertThat(olney.get("arrangement").asString()).isEqualTo("grant-funded");
    assertThat(olney.get("basis").asString()).isEqualTo("documented");
    assertThat(olney.get("forum").asString()).isEqualTo("Olney Ward Forum");
  }

  @Test
  void theDateOfTheAddressDecides() {
    assertThat(parish("E04001268", "?at=2013-01-01").get("status").asString()).isEqualTo("none");
  }

  @Test
  void landNamesWhoLooksAfterIt() {
    JsonNode features = Http.json("/tiles/land" + OLNEY).get("features");
    assertThat(features.size()).isGreaterThan(20);
    boolean council = false;
    for (JsonNode feature : features) {
      JsonNode land = feature.get("properties");
      assertThat(feature.get("id").asString()).startsWith(land.get("reference").asString());
      assertThat(land.get("quantity").asDouble()).isPositive();
      assertThat(land.has("unit")).isTrue();
      council |= land.get("looked_after_by").asString().equals("Olney Town Council");
    }
    assertThat(council).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"parishes", "boundaries", "land", "context"})
  void tileJsonLeadsToATileThatMayBeKeptForAYear(String layer) {
    JsonNode tileJson = Http.json("/tiles/" + layer + ".json");
    assertThat(tileJson.get("tilejson").asString()).isEqualTo("3.0.0");
    assertThat(tileJson.get("attribution").asString()).contains("schematic");
    String address =
        tileJson
            .get("tiles")
            .get(0)
            .asString()
            .replaceFirst("^https?://[^/]+", "")
            .replace("{z}/{x}/{y}", "13/4080/2700");
    HttpResponse<byte[]> tile = Http.get(address);
    assertThat(tile.statusCode()).isEqualTo(200);
    assertThat(tile.headers().firstValue("Cache-Control").orElse(""))
        .contains("max-age=31536000", "immutable");
    assertThat(tile.headers().firstValue("Content-Type")).hasValue("application/geo+json");
  }

  @Test
  void aTileWithoutRevisionIsRevalidatedAndCostsNothingWhenItIsTheSame() {
    HttpResponse<byte[]> first = Http.get("/tiles/parishes" + OLNEY);
    assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");
    String etag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<byte[]> again = Http.get("/tiles/parishes" + OLNEY, "If-None-Match", etag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.headers().firstValue("ETag")).hasValue(etag);
    assertThat(
            Http.get("/tiles/parishes" + OLNEY + "?at=2013-01-01", "If-None-Match", etag)
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void aTileOfTheSeaIsAnEmptyCollection() {
    HttpResponse<byte[]> sea = Http.get("/tiles/land/13/0/0.geojson");
    assertThat(sea.statusCode()).isEqualTo(200);
    assertThat(Http.json(sea).get("features").size()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "/tiles/lakes/3/0/0.geojson; 404; the layers are boundaries, context, land, parishes",
        "/tiles/lakes.json; 404; the layers are",
        "/tiles/land/23/0/0.geojson; 404; zooms go from 0 to 22",
        "/tiles/land/3/8/0.geojson; 404; go from 0 to 7",
        "/tiles/land/3/0/-1.geojson; 404; go from 0 to 7",
        "/tiles/land/3/NaN/0.geojson; 400; is not a whole number",
        "/tiles/land/3/0/0.png; 404; .geojson",
        "/tiles/land/3/0/0.geojson?at=2018-02-30; 400; is not a date",
        "/tiles/land/3/0/0.geojson?revision=999999; 404; no revision 999999 yet",
        "/tiles/land/3/0/0.geojson?revision=x; 400; revision"
      })
  void whatIsNotThereIsSaidInASentence(String path, int status, String said) {
    HttpResponse<byte[]> response = Http.get(path);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(Http.json(response).get("detail").asString()).contains(said);
  }

  private static JsonNode parish(String code, String query) {
    for (JsonNode feature : Http.json("/tiles/parishes" + OLNEY + query).get("features")) {
      if (feature.get("id").asString().equals(code)) {
        return feature.get("properties");
      }
    }
    throw new AssertionError(code + " is not in the tile");
  }
}
