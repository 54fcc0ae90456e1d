package org.greensward.land.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.greensward.DemonstrationApp;
import org.greensward.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Who looks after a place, asked through the front door; the places are picked in the database. */
public class WhoTest {
  private final JdbcClient jdbc = DemonstrationApp.ownerJdbc();

  @Test
  void landOfADevolvedParishIsItsCouncils() {
    Place place =
        in(
            "x.looked_after_by = 'Olney Town Council' AND x.asset_type = 'amenity grass' AND"
                + " l.regime_id IS NOT NULL");
    assertThat(json(place).at("/here/0").get("lookedAfterBy").stringValue())
        .isEqualTo("Olney Town Council");
    assertThat(page(place))
        .contains(
            "This is amenity grass looked after by Olney Town Council",
            "since 1 April 2014",
            ", cut about every ",
            " from mid March to October",
            "Report a problem here to Milton Keynes Council",
            "reference=" + place.reference());
  }

  @Test
  void landOfATrustStaysWithIt() {
    Place place = in("x.looked_after_by_kind = 'trust' AND x.unit = 'm2'");
    JsonNode here = json(place).at("/here/0");
    assertThat(here.get("kind").stringValue()).isEqualTo("trust");
    assertThat(page(place)).contains("looked after by " + here.get("lookedAfterBy").stringValue());
  }

  @Test
  void theContractorHasItWhereInterestIsAllThereIs() {
    Place place =
        in(
            "x.looked_after_by_kind = 'contractor' AND x.unit = 'm2' AND x.parish_code ="
                + " 'E04001272'");
    assertThat(page(place))
        .contains(
            "looked after by Serco, the contractor of Milton Keynes Council",
            "since 3 November 2014",
            "Sherington Parish Council</a>",
            "has expressed an interest in taking it on; nothing has been decided.");
  }

  @Test
  void aTapThatMissesByMetresFindsTheNearest() {
    Map<String, Object> edge =
        jdbc.sql(
                """
                SELECT ST_X(p) AS lon, ST_Y(p) AS lat, near.reference
                FROM (SELECT ST_Transform(ST_Translate(ST_SetSRID(ST_MakePoint(
                        ST_XMax(l.geom), ST_Y(ST_PointN(ST_ExteriorRing(l.geom), 1))), 27700), 4, 0),
                      4326) AS p
                      FROM land l WHERE ST_GeometryType(l.geom) = 'ST_Polygon'
                        AND l.asset_type = 'play area' ORDER BY reference LIMIT 40) places
                CROSS JOIN LATERAL (
                  SELECT l.reference, ST_Distance(l.geom, ST_Transform(p, 27700)) AS metres
                  FROM land l ORDER BY l.geom <-> ST_Transform(p, 27700) LIMIT 1) near
                WHERE near.metres BETWEEN 1 AND 9 LIMIT 1
                """)
            .query()
            .singleRow();
    Place place =
        new Place(
            (Double) edge.get("lon"), (Double) edge.get("lat"), (String) edge.get("reference"));
    JsonNode answer = json(place);
    assertThat(answer.get("here")).isEmpty();
    assertThat(answer.at("/near/0/reference").stringValue()).isEqualTo(place.reference());
    assertThat(page(place)).contains("The nearest land is ", "Nothing is recorded at this place");
  }

  @Test
  void nothingRecordedSaysWhomToAsk() {
    Map<String, Object> field =
        jdbc.sql(
                """
                SELECT ST_X(p) AS lon, ST_Y(p) AS lat
                FROM parish q, LATERAL (SELECT (ST_Dump(ST_GeneratePoints(q.geom, 40, 7))).geom AS at) g,
                  LATERAL (SELECT ST_Transform(g.at, 4326) AS p) degrees
                WHERE q.code = 'E04001268'
                  AND NOT EXISTS (SELECT FROM land l WHERE ST_DWithin(l.geom, g.at, 60)) LIMIT 1
                """)
            .query()
            .singleRow();
    Place place = new Place((Double) field.get("lon"), (Double) field.get("lat"), "");
    assertThat(json(place).get("near")).isEmpty();
    assertThat(page(place))
        .contains(
            "No green land is recorded here", "Olney Town Council", "Report a problem or ask");
  }

  @Test
  void thePastIsAnsweredToo() {
    Place place =
        in("x.looked_after_by = 'Olney Town Council' AND x.unit = 'm2' AND x.owner LIKE 'Milton%'");
    JsonNode then =
        Http.json(Http.get(place.address() + "&at=2013-01-01", "Accept", "application/json"));
    assertThat(then.at("/parish/status").stringValue()).isEqualTo("none");
    assertThat(then.at("/here/0").path("kind").stringValue("")).isNotEqualTo("council");
  }

  @Test
  void thePlaceOutsideAllParishesLeadsElsewhere() {
    String page = body(Http.get("/who?lon=1.75&lat=54", "Accept", "text/html"));
    assertThat(page).contains("in no parish that Milton Keynes Council has", "find-local-council");
  }

  @Test
  void accuracyWidensWhatIsListed() {
    Place place = in("x.asset_type = 'amenity grass' AND x.parish_code = 'E04001268'");
    JsonNode exact = json(place);
    JsonNode vague =
        Http.json(Http.get(place.address() + "&accuracy=120", "Accept", "application/json"));
    assertThat(vague.get("metres").doubleValue()).isEqualTo(120);
    assertThat(vague.get("near").size()).isGreaterThan(exact.get("near").size());
    assertThat(body(Http.get(place.address() + "&accuracy=120", "Accept", "text/html")))
        .contains("known to about 120 metres");
  }

  @ParameterizedTest
  @CsvSource({
    "lon=abc&lat=52, lon=abc is not a number of degrees",
    "lon=1&lat=91, lat=91 is not a number of degrees",
    "lon=NaN&lat=52, lon=NaN is not",
    "lon=1, lat= is not a number",
    "lon=1&lat=52&at=2014-02-30, at=2014-02-30 is not a date"
  })
  void whatIsNoPlaceIsRefused(String query, String sentence) {
    HttpResponse<byte[]> page = Http.get("/who?" + query, "Accept", "text/html");
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(body(page)).contains("<h1", sentence, "Search for a place");
    HttpResponse<byte[]> json = Http.get("/who?" + query, "Accept", "application/json");
    assertThat(json.statusCode()).isEqualTo(400);
    assertThat(Http.json(json).get("detail").stringValue()).contains(sentence);
  }

  @Test
  void aParcelHasAPageOfItsOwn() {
    Place place = in("x.unit = 'm' AND x.looked_after_by IS NOT NULL");
    assertThat(body(Http.get("/land/" + place.reference(), "Accept", "text/html")))
        .contains("Hedge, " + place.reference(), "looked after by", "Size");
    HttpResponse<byte[]> none = Http.get("/land/none-such", "Accept", "text/html");
    assertThat(none.statusCode()).isEqualTo(404);
    assertThat(body(none)).contains("no land with the reference none-such");
  }

  @Test
  void aParcelThatStraddlesTellsEachPart() {
    String reference =
        jdbc.sql(
                """
                SELECT l.reference FROM land l JOIN piece x ON x.land_id = l.id
                WHERE x.parish_id IS NOT NULL GROUP BY 1 HAVING count(*) = 2 ORDER BY 1 LIMIT 1
                """)
            .query(String.class)
            .single();
    assertThat(body(Http.get("/land/" + reference, "Accept", "text/html")))
        .contains("Part 1 of 2, by parish", "Part 2 of 2, by parish");
  }

  private record Place(double lon, double lat, String reference) {
    String address() {
      return "/who?lon=" + lon + "&lat=" + lat;
    }
  }

  /** A place in a piece that the condition picks, in which no other land lies. */
  private Place in(String condition) {
    return jdbc.sql(
            """
            SELECT ST_X(p) AS lon, ST_Y(p) AS lat, x.reference
            FROM piece_at('2018-10-01') x JOIN land l ON l.id = x.land_id
            CROSS JOIN LATERAL (SELECT ST_PointOnSurface(x.geom) AS at) spot
            CROSS JOIN LATERAL (SELECT ST_Transform(spot.at, 4326) AS p) degrees
            WHERE %s
              AND NOT EXISTS (SELECT FROM land o WHERE o.id <> l.id AND ST_DWithin(o.geom, spot.at, 1))
            ORDER BY x.reference LIMIT 1
            """
                .formatted(condition))
        .query(Place.class)
        .single();
  }

  private static JsonNode json(Place place) {
    return Http.json(Http.get(place.address(), "Accept", "application/json"));
  }

  private static String page(Place place) {
    return body(Http.get(place.address(), "Accept", "text/html"));
  }

  public static String body(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8)
        .replaceAll("</?span[^>]*>", "")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
