package org.greensward.ogc.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greensward.ogc.OgcService.get;
import static org.greensward.ogc.OgcService.ids;
import static org.greensward.ogc.OgcService.json;
import static org.greensward.ogc.OgcService.link;
import static org.greensward.ogc.OgcService.links;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.greensward.DemonstrationApp;
import org.greensward.Http;
import org.greensward.ogc.OgcService;
import org.greensward.ogc.common.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * The abstract tests of OGC API Features 1.0, annex A: core, GeoJSON and HTML. Names in comments
 * are theirs.
 */
class FeaturesCoreTest {
  private static final List<String> BOTH = List.of("self", "alternate");

  /** root-op, root-success. */
  @ParameterizedTest
  @ValueSource(strings = {"", "/"})
  void theLandingPageLeadsToEverything(String slash) {
    JsonNode landing = json(slash);
    assertThat(landing.get("title").asString()).isNotBlank();
    for (String relation :
        List.of("self", "alternate", "service-desc", "service-doc", "conformance", "data")) {
      assertThat(link(landing, relation).get("type").asString()).isNotBlank();
    }
    assertThat(link(landing, "service-desc").get("type").asString()).isEqualTo(Link.OPEN_API);
    assertThat(json("/conformance").get("conformsTo")).isNotEmpty();
  }

  /** Behind a proxy every link leads through it. */
  @Test
  void linksLeadWhereTheClientCameIn() {
    HttpResponse<byte[]> response =
        get(
            "",
            "X-Forwarded-Proto",
            "https",
            "X-Forwarded-Host",
            "maps.example.org",
            "X-Forwarded-Prefix",
            "/green");
    for (JsonNode link : Http.json(response).get("links")) {
      assertThat(link.get("href").asString()).startsWith("https://maps.example.org/green/ogc");
    }
    JsonNode api =
        Http.json(
            get("/api", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "maps.example.org"));
    assertThat(api.get("servers").get(0).get("url").asString())
        .isEqualTo("https://maps.example.org/ogc");
  }

  /** fc-md-op, fc-md-links, fc-md-items, fc-md-items-links, fc-md-extent; sfc-md-op of each. */
  @Test
  void theCollectionsAreDescribed() {
    JsonNode all = json("/collections");
    BOTH.forEach(relation -> assertThat(link(all, relation).has("type")).isTrue());
    List<String> found = new ArrayList<>();
    for (JsonNode collection : all.get("collections")) {
      found.add(collection.get("id").asString());
      assertThat(links(collection, "items"))
          .extracting(l -> l.get("type").asString())
          .containsExactly("application/geo+json", "text/html");
      assertThat(collection.get("extent").get("spatial").get("bbox").get(0)).hasSize(4);
      for (JsonNode end : collection.get("extent").get("temporal").get("interval").get(0)) {
        assertThat(Instant.parse(end.asString())).isNotNull();
      }
      assertThat(collection.get("attribution").asString()).isNotBlank();
      JsonNode alone = json("/collections/" + collection.get("id").asString());
      assertThat(alone.get("extent")).isEqualTo(collection.get("extent"));
      assertThat(alone.get("crs")).isEqualTo(collection.get("crs"));
    }
    assertThat(found).containsExactlyElementsOf(OgcService.COLLECTIONS);
  }

  /** fc-op, fc-response, fc-links, fc-timeStamp, numberReturned; f-op, f-success, f-links. */
  @ParameterizedTest
  @MethodSource("org.greensward.ogc.OgcService#collections")
  void featuresAreServedOneByOneToo(String collection) {
    HttpResponse<byte[]> response = get("/collections/" + collection + "/items?limit=3");
    assertThat(response.headers().firstValue("Content-Type")).contains("application/geo+json");
    JsonNode page = Http.json(response);
    assertThat(page.get("type").asString()).isEqualTo("FeatureCollection");
    assertThat(page.get("features")).hasSize(3);
    assertThat(page.get("numberReturned").asInt()).isEqualTo(3);
    assertThat(Instant.parse(page.get("timeStamp").asString())).isBeforeOrEqualTo(Instant.now());
    assertThat(link(page, "self").get("type").asString()).isEqualTo("application/geo+json");
    assertThat(link(page, "alternate").get("type").asString()).isEqualTo("text/html");

    JsonNode first = page.get("features").get(0);
    assertThat(first.get("type").asString()).isEqualTo("Feature");
    assertInCrs84(first.get("geometry"));
    JsonNode alone = json("/collections/" + collection + "/items/" + first.get("id").asString());
    assertThat(alone.get("properties")).isEqualTo(first.get("properties"));
    assertThat(alone.get("geometry")).isEqualTo(first.get("geometry"));
    for (String relation : List.of("self", "alternate", "collection")) {
      assertThat(link(alone, relation).has("type")).isTrue();
    }
  }

  /** numberMatched: all pages together; no feature comes twice, and none is left out. */
  @ParameterizedTest
  @CsvSource({"councils, 20", "statuses, 30", "wards, 10", "land, 4000", "pieces, 4000"})
  void pagesAddUp(String collection, int limit) {
    List<String> found = new ArrayList<>();
    JsonNode page = json("/collections/" + collection + "/items?limit=" + limit);
    int matched = page.get("numberMatched").asInt();
    found.addAll(ids(page));
    while (!links(page, "next").isEmpty()) {
      page = OgcService.follow(link(page, "next"));
      found.addAll(ids(page));
    }
    assertThat(found).hasSize(matched).doesNotHaveDuplicates();
  }

  /** A next link has every parameter of the request. */
  @Test
  void theNextPageIsOfTheSameRequest() {
    JsonNode page =
        json(
            "/collections/land/items?limit=2&bbox=-0.8,52,-0.7,52.1&datetime=2016-01-01"
                + "&crs=http://www.opengis.net/def/crs/EPSG/0/27700&asset_type=hedge"
                + "&filter=quantity%20%3E%201&filter-lang=ecql");
    String next = link(page, "next").get("href").asString();
    assertThat(next)
        .contains("limit=2", "bbox=-0.8", "datetime=2016-01-01", "27700", "asset_type=hedge")
        .contains("filter=quantity", "filter-lang=ecql", "after=");
    JsonNode second = OgcService.follow(link(page, "next"));
    assertThat(second.get("numberMatched")).isEqualTo(page.get("numberMatched"));
    assertThat(ids(second)).doesNotContainAnyElementsOf(ids(page));
  }

  /** fc-limit-response: no more than asked for, and no more than the most there is. */
  @Test
  void aLimitIsKept() {
    assertThat(json("/collections/land/items").get("features")).hasSize(ItemsRequest.DEFAULT);
    assertThat(json("/collections/councils/items?limit=999999999").get("features")).hasSize(48);
  }

  /** fc-bbox-response, with the boxes of the executable tests: meridian, antimeridian, poles. */
  @ParameterizedTest
  @CsvSource({
    "'-1.5,50.0,1.5,53.0', true",
    "'-1.5,50.0,0,1.5,53.0,100', true",
    "'177.0,50.0,-0.5,70.0', true",
    "'-80.0,-5.0,-70.0,5.0', false",
    "'177.0,65.0,-177.0,70.0', false",
    "'-180.0,85.0,180.0,90.0', false",
    "'-180.0,-90.0,180.0,-85.0', false",
    "'-180.0,-90.0,180.0,90.0', true"
  })
  void aBoxChoosesFeatures(String bbox, boolean any) {
    JsonNode page = json("/collections/parishes/items?bbox=" + bbox);
    assertThat(page.get("numberMatched").asInt() > 0).isEqualTo(any);
  }

  @Test
  void aBoxChoosesWhatMeetsItAlone() {
    List<String> meet =
        Http.json(get("/collections/parishes/items?bbox=-0.72,52.15,-0.70,52.16"))
            .get("features")
            .findValuesAsString("name");
    assertThat(meet).contains("Olney").hasSizeLessThan(5);
  }

  /** fc-bbox-response, second method: what has no geometry is in every box. */
  @Test
  void aBoxLeavesInWhatHasNoPlace() {
    JdbcClient owner = DemonstrationApp.ownerJdbc();
    String box = "/collections/councils/items?bbox=-5,50,-4,51";
    assertThat(ids(json(box))).isEmpty();
    byte[] place =
        owner
            .sql("SELECT ST_AsEWKB(place) FROM council WHERE slug = 'olney-town-council'")
            .query(byte[].class)
            .single();
    owner.sql("UPDATE council SET place = NULL WHERE slug = 'olney-town-council'").update();
    try {
      assertThat(ids(json(box))).containsExactly("olney-town-council");
    } finally {
      owner
          .sql(
              "UPDATE council SET place = ST_GeomFromEWKB(:place) WHERE slug ="
                  + " 'olney-town-council'")
          .param("place", place)
          .update();
    }
  }

  /** fc-time-response: instants, intervals, open ends, durations. */
  @ParameterizedTest
  @CsvSource({
    "2013-01-01, none",
    "2018-10-01T00:00:00Z, devolved",
    "2014-04-01/2018-10-01, devolved",
    "../2013-06-01, none",
    "2018-01-01/.., devolved",
    "2018-01-01/P2D, devolved",
    "P1Y/2013-01-01, none",
    "2012-06-01T00:00:00Z/2013-06-01T00:00:00Z, none"
  })
  void aDateChoosesTheState(String datetime, String status) {
    JsonNode council =
        json("/collections/councils/items?slug=olney-town-council&datetime=" + datetime);
    assertThat(council.get("features").get(0).get("properties").get("status").asString())
        .isEqualTo(status);
  }

  @Test
  void ofTheHistoryADateChoosesWhatHeldThen() {
    int all = json("/collections/statuses/items").get("numberMatched").asInt();
    JsonNode then = json("/collections/statuses/items?datetime=2013-01-01&limit=1000");
    assertThat(then.get("numberMatched").asInt()).isBetween(1, all - 1);
    assertThat(then.get("features"))
        .allSatisfy(
            f -> {
              JsonNode from = f.get("properties").get("from");
              assertThat(from.isNull() || from.asString().compareTo("2013-01-01") <= 0).isTrue();
            });
  }

  /** query-param-unknown: the sentence lists those that there are. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/conformance",
        "/collections",
        "/collections/land",
        "/collections/land/queryables",
        "/collections/land/items",
        "/collections/wards/items/1",
        "/api",
        "/tiles",
        "/tileMatrixSets",
        "/collections/land/tiles/WebMercatorQuad"
      })
  void anUnknownParameterIsRefused(String path) {
    HttpResponse<byte[]> response = get(path + "?unknownQueryParameter1=1");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Http.json(response).get("detail").asString())
        .contains("unknownQueryParameter1")
        .contains("f");
  }

  /** query-param-invalid. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=unlimited",
        "limit=0",
        "limit=-1",
        "limit=1.5",
        "limit=",
        "limit=1&limit=2",
        "bbox=1,2,3",
        "bbox=a,b,c,d",
        "bbox=0,60,1,50",
        "bbox=NaN,1,2,3",
        "bbox=1e999,1,2,3",
        "bbox=-1,91,1,92",
        "bbox-crs=EPSG:4277&bbox=1,2,3,4",
        "crs=nothing",
        "datetime=yesterday",
        "datetime=2018-13-01",
        "datetime=2018-10-01/2014-01-01",
        "datetime=P1D/P1D",
        "datetime=99999999999-01-01",
        "f=xml",
        "filter=(",
        "filter-lang=sql&filter=1",
        "after=",
        "quantity=many",
        "from=then",
        "reference=%00"
      })
  void aParameterThatCannotBeUnderstoodIsRefused(String query) {
    HttpResponse<byte[]> response = get("/collections/land/items?" + query);
    if (query.endsWith("=") && !query.contains("&")) {
      assertThat(response.statusCode()).isEqualTo(200);
      return;
    }
    assertThat(response.statusCode()).as(query).isEqualTo(400);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(Http.json(response).get("detail").asString()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/collections/grass", "/collections/grass/items", "/collections/land/items/none",
        "/collections/wards/items/none", "/collections/pieces/items/none", "/nothing",
        "/collections/land/items/", "/collections/councils/tiles"
      })
  void whatIsNotThereIsSaidToBeNotThere(String path) {
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  /** A client gets the format that it takes, by name or by header. */
  @ParameterizedTest
  @CsvSource({
    "'', text/html, text/html",
    "?f=json, text/html, application/json",
    "?f=html, application/json, text/html",
    "'', 'application/json;q=0.5,text/html', text/html",
    "'', '*/*', application/json"
  })
  void formatsAreNegotiated(String query, String accept, String type) {
    HttpResponse<byte[]> response = get("/collections" + query, "Accept", accept);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
    assertThat(get("/collections", "Accept", "image/png").statusCode()).isEqualTo(406);
  }

  /** html-content: what the API says is there for people too. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/conformance",
        "/api",
        "/collections",
        "/collections/land",
        "/collections/land/queryables",
        "/collections/land/items?limit=5",
        "/collections/land/items?filter=asset_type%3D%27none%27",
        "/collections/parishes/items/E04001256"
      })
  void peopleGetPages(String path) {
    HttpResponse<byte[]> response = get(path, "Accept", "text/html");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(OgcService.text(response)).contains("<h1").doesNotContain("??");
  }

  private static void assertInCrs84(JsonNode geometry) {
    List<Double> numbers = new ArrayList<>();
    numbers(geometry.get("coordinates"), numbers);
    assertThat(numbers.get(0)).isBetween(-1.2, -0.4);
    assertThat(numbers.get(1)).isBetween(51.8, 52.4);
  }

  private static void numbers(JsonNode node, List<Double> into) {
    if (node.isNumber()) {
      into.add(node.asDouble());
    } else {
      StreamSupport.stream(node.spliterator(), false).forEach(child -> numbers(child, into));
    }
  }
}
