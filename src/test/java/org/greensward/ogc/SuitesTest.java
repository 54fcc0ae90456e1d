package org.greensward.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greensward.ogc.OgcService.get;
import static org.greensward.ogc.OgcService.ids;
import static org.greensward.ogc.OgcService.json;
import static org.greensward.ogc.OgcService.link;
import static org.greensward.ogc.OgcService.links;

import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.greensward.DemonstrationApp;
import org.greensward.layer.feature.OgcCrs;
import org.greensward.ogc.features.ItemsRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * What the OGC's executable test suites of API Features 1.0 and API Tiles 1.0 ask for in ways of
 * their own, besides what the tests of each part do: with their headers, their numbers, and the
 * parameters that they make of a response.
 */
class SuitesTest {
  /** What their client takes as JSON. */
  private static final String ANY_JSON =
      "application/json, application/javascript, text/javascript, text/json";

  private static final String UNKNOWN = "http://www.opengis.net/def/crs/0/unsupported";

  /** Without a zero before the point, as they write numbers. */
  private static final DecimalFormat NUMBER =
      new DecimalFormat("###.0000000", DecimalFormatSymbols.getInstance(Locale.ENGLISH));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/conformance",
        "/collections",
        "/collections/land",
        "/tiles",
        "/tiles/WebMercatorQuad",
        "/collections/land/tiles",
        "/collections/land/tiles/WebMercatorQuad",
        "/tileMatrixSets"
      })
  void documentsAreJsonToThem(String path) {
    HttpResponse<byte[]> response = get(path, "Accept", ANY_JSON);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(get(path).version()).isEqualTo(java.net.http.HttpClient.Version.HTTP_1_1);
  }

  /** fc-md-items-links, fc-rel-type: a link says what it is, and where, wherever it stands. */
  @Test
  void everyLinkHasARelationATypeAndAnAddress() {
    for (String path :
        List.of(
            "",
            "/collections",
            "/collections/parishes",
            "/collections/parishes/items?limit=1",
            "/collections/parishes/items/E04001256",
            "/tiles",
            "/tiles/WebMercatorQuad",
            "/tileMatrixSets",
            "/tileMatrixSets/WebMercatorQuad")) {
      List<JsonNode> found = json(path).findValues("links");
      assertThat(found).isNotEmpty();
      for (JsonNode links : found) {
        for (JsonNode link : links) {
          assertThat(link.path("rel").asString()).as(path).isNotBlank();
          assertThat(link.path("type").asString()).as(path).isNotBlank();
          assertThat(link.path("href").asString()).as(path).startsWith("http");
        }
      }
    }
  }

  /** sfc-md-success. */
  @Test
  void aCollectionIsTheSameInTheListAndAlone() {
    for (JsonNode listed : json("/collections").get("collections")) {
      JsonNode alone = json("/collections/" + listed.get("id").asString());
      for (String member : List.of("id", "title", "description", "extent")) {
        assertThat(alone.get(member)).isEqualTo(listed.get(member));
      }
      assertThat(alone.get("crs").valueStream().map(JsonNode::asString))
          .contains(alone.get("storageCrs").asString())
          .allMatch(crs -> crs.matches("http://www\\.opengis\\.net/def/crs/\\w+/[\\w.]+/\\w+"));
    }
  }

  /** numberMatched: each parameter of a next link given anew, and the greatest limit there is. */
  @ParameterizedTest
  @MethodSource("org.greensward.ogc.OgcService#collections")
  void pagesAddUpWithTheGreatestLimit(String collection) throws Exception {
    JsonNode page =
        OgcService.follow(
            links(json("/collections/" + collection), "items").stream()
                .filter(link -> link.get("type").asString().equals("application/geo+json"))
                .findFirst()
                .orElseThrow());
    int found = page.get("features").size();
    for (int pages = 0; pages <= 3 && !links(page, "next").isEmpty(); pages++) {
      URI next = new URI(link(page, "next").get("href").asString());
      StringBuilder query = new StringBuilder("?limit=" + ItemsRequest.MOST);
      for (String pair : next.getQuery().split("&")) {
        String name = pair.substring(0, pair.indexOf('='));
        if (!name.equals("limit")) {
          query.append('&').append(name).append('=');
          query.append(encoded(pair.substring(pair.indexOf('=') + 1)));
        }
      }
      page = json("/collections/" + collection + "/items" + query);
      assertThat(page.get("numberReturned").asInt()).isEqualTo(page.get("features").size());
      found += page.get("features").size();
    }
    assertThat(found).isEqualTo(page.get("numberMatched").asInt());
  }

  /** fc-time-response: a moment, an interval and a duration from within the collection's extent. */
  @ParameterizedTest
  @MethodSource("org.greensward.ogc.OgcService#collections")
  void timesWithinTheExtentAreAnswered(String collection) {
    JsonNode span = json("/collections/" + collection).at("/extent/temporal/interval").get(0);
    Instant begin = Instant.parse(span.get(0).asString());
    Duration quarter = Duration.between(begin, Instant.parse(span.get(1).asString())).dividedBy(4);
    assertThat(quarter).isPositive();
    Instant from = begin.plus(quarter).plusNanos(250_000_000);
    LocalDate day = from.atOffset(ZoneOffset.UTC).toLocalDate();
    for (String datetime :
        List.of(begin.toString(), from + "/" + from.plus(quarter), day + "/P2D")) {
      JsonNode page =
          json("/collections/" + collection + "/items?limit=1&datetime=" + encoded(datetime));
      assertThat(page.get("type").asString()).isEqualTo("FeatureCollection");
      assertThat(page.get("features").isArray()).isTrue();
    }
  }

  /**
   * bbox-crs-parameter: the corners of the collection's own box, one by one in each system, find no
   * feature that the box does not. In degrees of EPSG:4326 they leave the axes as they were.
   */
  @ParameterizedTest
  @ValueSource(strings = {"councils", "parishes", "land"})
  void theExtentIsABoxInEverySystem(String collection) {
    JsonNode box = json("/collections/" + collection).at("/extent/spatial/bbox").get(0);
    double[] corners = box.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    String items = "/collections/" + collection + "/items?limit=60&bbox=";
    List<String> expected = ids(json(items + written(corners)));
    assertThat(expected).isNotEmpty();
    for (OgcCrs crs : OgcCrs.values()) {
      String system = "&bbox-crs=" + encoded(crs.uri());
      double[] there = projected(corners, crs.srid());
      List<String> found = ids(json(items + written(there) + system));
      if (crs.latitudeFirst()) {
        assertThat(expected).containsAll(found);
        there = new double[] {there[1], there[0], there[3], there[2]};
        found = ids(json(items + written(there) + system));
      }
      assertThat(found).as(crs.uri()).isEqualTo(expected);
    }
  }

  /** crs-parameter-invalid, bbox-crs-parameter-invalid. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/collections/land/items?crs=" + UNKNOWN,
        "/collections/parishes/items/E04001256?crs=" + UNKNOWN,
        "/collections/land/items?bbox=5.0000000,49.0000000,6.0000000,50.0000000&bbox-crs=" + UNKNOWN
      })
  void anUnknownSystemIsRefused(String path) {
    assertThat(get(path).statusCode()).isEqualTo(400);
  }

  /** tc-success, tc-error: the tiles at the first limit, as Java asks by itself. */
  @ParameterizedTest
  @ValueSource(strings = {"", "/collections/parishes", "/collections/land"})
  void tilesAreAnsweredWithoutAnHeaderOfTheirs(String place) throws Exception {
    JsonNode set = OgcService.follow(link(json(place + "/tiles").get("tilesets").get(0), "self"));
    JsonNode first = set.get("tileMatrixSetLimits").get(0);
    String template = link(set, "item").get("href").asString();
    for (int beyond : List.of(0, 1)) {
      String address =
          template
              .replace("{tileMatrix}", first.get("tileMatrix").asString())
              .replace("{tileRow}", "" + (first.get("maxTileRow").asInt() + beyond))
              .replace("{tileCol}", first.get("minTileCol").asString());
      HttpURLConnection connection = (HttpURLConnection) new URI(address).toURL().openConnection();
      assertThat(connection.getResponseCode()).isEqualTo(beyond == 0 ? 200 : 404);
      connection.disconnect();
    }
    for (String accept : List.of("text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2", "*/*")) {
      String tile = place + "/tiles/WebMercatorQuad/0/0/0.mvt";
      assertThat(get(tile, "Accept", accept).statusCode()).isEqualTo(200);
    }
  }

  /** What programs that would guess are told: a field of a feature is in its schema, and typed. */
  @ParameterizedTest
  @MethodSource("org.greensward.ogc.OgcService#collections")
  void featuresAreDescribedByTheirSchema(String collection) {
    JsonNode schema = OgcService.follow(link(json("/collections/" + collection), "describedby"));
    JsonNode described = schema.at("/properties/properties/properties");
    JsonNode page = json("/collections/" + collection + "/items?limit=500");
    for (JsonNode feature : page.get("features")) {
      assertThat(feature.propertyNames()).containsAll(required(schema));
      JsonNode properties = feature.get("properties");
      assertThat(properties.propertyNames()).containsExactlyElementsOf(described.propertyNames());
      for (String name : properties.propertyNames()) {
        JsonNode value = properties.get(name);
        String type = described.get(name).get("type").asString();
        assertThat(
                value.isNull() && described.get(name).get("nullable").asBoolean()
                    || (type.equals("string") ? value.isString() : value.isNumber()))
            .as("%s of %s, %s", name, collection, value)
            .isTrue();
      }
    }
  }

  private static List<String> required(JsonNode schema) {
    return schema.get("required").valueStream().map(JsonNode::asString).toList();
  }

  private static double[] projected(double[] box, int srid) {
    return DemonstrationApp.ownerJdbc()
        .sql(
            """
            SELECT ST_X(a), ST_Y(a), ST_X(b), ST_Y(b)
            FROM (SELECT ST_Transform(ST_Point(:west, :south, 4326), :srid) AS a,
                         ST_Transform(ST_Point(:east, :north, 4326), :srid) AS b) corners
            """)
        .param("west", box[0])
        .param("south", box[1])
        .param("east", box[2])
        .param("north", box[3])
        .param("srid", srid)
        .query(
            (row, n) ->
                new double[] {
                  row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)
                })
        .single();
  }

  private static String written(double[] box) {
    StringBuilder text = new StringBuilder();
    for (double number : box) {
      text.append(text.isEmpty() ? "" : ",").append(NUMBER.format(number));
    }
    return encoded(text.toString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
