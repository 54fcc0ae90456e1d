package org.greensward.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greensward.ogc.OgcClient.GEO_JSON;
import static org.greensward.ogc.OgcClient.LAND;
import static org.greensward.ogc.OgcClient.PATCH;
import static org.greensward.ogc.OgcClient.detail;
import static org.greensward.ogc.OgcClient.etag;
import static org.greensward.ogc.OgcClient.grass;
import static org.greensward.ogc.OgcClient.header;
import static org.greensward.ogc.OgcClient.odd;
import static org.greensward.ogc.OgcClient.stored;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.greensward.DemonstrationApp;
import org.greensward.land.editing.EmbertonField;
import org.greensward.security.TestAccounts.Session;
import org.greensward.security.account.AccountRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who may change what of land by the API, what is refused, and that nothing moves by itself. */
class WriteRulesTest {
  private static final EmbertonField FIELD = new EmbertonField();
  private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d{8,}");
  private static OgcClient officer;

  @BeforeAll
  static void anOfficer() {
    officer = OgcClient.officer();
  }

  @AfterAll
  static void forget() {
    OgcClient.forgetKeys();
  }

  @BeforeEach
  @AfterEach
  void clear() {
    FIELD.clear();
  }

  private static String bytes(String path) {
    return stored(path).split(" ")[0];
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 9, 8, 7})
  void whatIsSentBackAsItWasServedDoesNotMove(int decimals) {
    String one = odd(FIELD, "still");
    String before = stored(one);
    HttpResponse<byte[]> read = officer.get(one);
    String same = rounded(OgcService.text(read), decimals);
    HttpResponse<byte[]> done = officer.put(one, etag(read), same);
    assertThat(done.statusCode()).as(OgcService.text(done)).isEqualTo(200);
    assertThat(etag(done)).isEqualTo(etag(read));
    assertThat(stored(one)).as("nothing is written").isEqualTo(before);
    ObjectNode named = (ObjectNode) org.greensward.Http.parse(same);
    ((ObjectNode) named.get("properties")).put("name", "High Street");
    assertThat(officer.put(one, etag(read), named.toString()).statusCode()).isEqualTo(200);
    assertThat(bytes(one)).isEqualTo(before.split(" ")[0]);
  }

  private static String rounded(String json, int decimals) {
    Matcher number = NUMBER.matcher(json);
    return number.replaceAll(
        it -> new BigDecimal(it.group()).setScale(decimals, RoundingMode.HALF_UP).toPlainString());
  }

  @Test
  void ofAShapeThatIsMovedInPartTheOtherPointsStayToTheLastDigit() {
    String one = odd(FIELD, "part");
    ObjectNode feature = (ObjectNode) officer.json(one);
    JsonNode ring = feature.get("geometry").get("coordinates").get(0);
    ((tools.jackson.databind.node.ArrayNode) ring.get(2))
        .set(0, ring.get(2).get(0).asDouble() + 1e-5);
    assertThat(officer.put(one, officer.tag(one), feature.toString()).statusCode()).isEqualTo(200);
    assertThat(
            DemonstrationApp.ownerJdbc()
                .sql(
                    """
                    SELECT count(*) FROM land l, ST_DumpPoints(l.geom) p WHERE l.reference = 'TRY-part'
                      AND (ST_X(p.geom), ST_Y(p.geom)) IN (
                        (487500 + 0.123456789::float8, 247900 + 0.2::float8),
                        (487500 + 20.1::float8, 247900 + 0.3::float8),
                        (487500 + 0.7::float8, 247900 + 20.9::float8))
                    """)
                .query(Long.class)
                .single())
        .isEqualTo(4);
  }

  @Test
  void ofTwoWhoReadTheSameOneWritesAndTheOtherIsTold() {
    String one = odd(FIELD, "raced");
    for (int round = 0; round < 3; round++) {
      String tag = officer.tag(one);
      int number = round;
      List<CompletableFuture<HttpResponse<byte[]>>> both =
          IntStream.range(0, 2)
              .mapToObj(
                  who ->
                      CompletableFuture.supplyAsync(
                          () ->
                              officer.patch(
                                  one,
                                  tag,
                                  "{\"properties\": {\"name\": \"%d by %d\"}}"
                                      .formatted(number, who))))
              .toList();
      List<HttpResponse<byte[]>> answers = both.stream().map(CompletableFuture::join).toList();
      assertThat(answers.stream().map(HttpResponse::statusCode))
          .containsExactlyInAnyOrder(200, 412);
      answers.stream()
          .filter(it -> it.statusCode() == 412)
          .forEach(it -> assertThat(detail(it)).contains("not as it was when you read it"));
    }
    assertThat(FIELD.reasons("TRY-raced")).hasSize(4); // made, and three times changed
  }

  @Test
  void theTrailNamesTheKeyTheReasonAndTheSource() {
    String one = odd(FIELD, "trail");
    HttpResponse<byte[]> done =
        officer.send(
            "PATCH",
            one,
            "{\"properties\": {\"owner\": \"Milton Keynes Council\"}}",
            "Content-Type",
            PATCH,
            "If-Match",
            "*",
            "Change-Reason",
            "Adopted",
            "Change-Source",
            "Letter of 3 May");
    assertThat(done.statusCode()).as(OgcService.text(done)).isEqualTo(200);
    assertThat(
            DemonstrationApp.ownerJdbc()
                .sql("SELECT reason || '; ' || source FROM audit ORDER BY id DESC LIMIT 1")
                .query(String.class)
                .single())
        .startsWith("Adopted; Letter of 3 May")
        .contains("Test " + officer.key().substring(officer.key().length() - 4));
  }

  @Test
  void aReferenceThatIsTakenIsAConflict() {
    String one = odd(FIELD, "taken");
    HttpResponse<byte[]> refused = officer.create(grass("TRY-taken", 40, 0, 20));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(detail(refused)).contains("TRY-taken");
    officer.delete(one, "*");
    assertThat(officer.create(grass("TRY-taken", 40, 0, 20)).statusCode())
        .as("what has ended keeps its reference")
        .isEqualTo(409);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
  void thePublicIsAskedForAKeyAndAnAdministratorIsRefused(String method) {
    String path = method.equals("POST") ? LAND : odd(FIELD, "public");
    String before = method.equals("POST") ? "" : stored(path);
    for (String accept : List.of("*/*", "text/html,*/*")) {
      HttpResponse<byte[]> refused =
          new OgcClient(null).send(method, path, "{}", "Content-Type", GEO_JSON, "Accept", accept);
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(refused.headers().allValues("WWW-Authenticate"))
          .containsExactly(
              "Basic realm=\"Greensward\", charset=\"UTF-8\"", "Bearer realm=\"Greensward\"");
      assertThat(detail(refused)).contains("show an API key");
      assertThat(header(refused, "Set-Cookie")).as("no session is begun").isEmpty();
    }
    HttpResponse<byte[]> refused =
        OgcClient.administrator()
            .send(method, path, "{}", "Content-Type", GEO_JSON, "If-Match", "*");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(detail(refused)).contains("Administrators keep accounts");
    OgcClient reading = OgcClient.of("writer@example.org", AccountRole.OFFICER, false);
    assertThat(
            reading
                .send(method, path, "{}", "Content-Type", GEO_JSON, "If-Match", "*")
                .statusCode())
        .isEqualTo(403);
    if (!method.equals("POST")) {
      assertThat(stored(path)).isEqualTo(before);
    }
  }

  @Test
  void whatIsOnlyReadSaysSo() {
    for (String collection : OgcService.COLLECTIONS) {
      if (!collection.equals("land")) {
        String items = "/ogc/collections/" + collection + "/items";
        HttpResponse<byte[]> refused = officer.send("POST", items, "{}", "Content-Type", GEO_JSON);
        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(header(refused, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(detail(refused)).contains(collection + " is only read here");
        assertThat(header(officer.send("OPTIONS", items + "/1", (String) null), "Allow"))
            .isEqualTo("GET, HEAD, OPTIONS");
      }
    }
    for (OgcClient other :
        List.of(
            new OgcClient(null),
            OgcClient.administrator(),
            OgcClient.of("writer@example.org", AccountRole.OFFICER, false))) {
      for (String path : List.of(LAND, LAND + "/x")) {
        assertThat(header(other.send("OPTIONS", path, (String) null), "Allow"))
            .isEqualTo("GET, HEAD, OPTIONS");
      }
    }
    HttpResponse<byte[]> strange =
        officer.send("POST", LAND + "?key=1", grass("TRY-q", 0, 0, 9), "Content-Type", GEO_JSON);
    assertThat(strange.statusCode()).isEqualTo(400);
  }

  /** Signed in, as a page of ours would send it: with the token against forgery, or not at all. */
  @Test
  void aSessionWritesWithItsToken() {
    Session session = OgcClient.people().signIn("writer@example.org");
    Matcher token =
        Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"")
            .matcher(session.get("/account").body());
    assertThat(token.find()).isTrue();
    String patch = "{\"properties\": {\"name\": \"By session\"}}";
    URI one = URI.create(DemonstrationApp.address() + odd(FIELD, "session"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(one)
            .header("Content-Type", PATCH)
            .header("If-Match", "*")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(patch));
    assertThat(session.send(request).statusCode()).isEqualTo(403);
    assertThat(session.send(request.header("X-CSRF-TOKEN", token.group(1))).statusCode())
        .isEqualTo(200);
    assertThat(session.getAs(one.getPath(), GEO_JSON).body()).contains("By session");
  }
}
