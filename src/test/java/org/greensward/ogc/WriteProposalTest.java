package org.greensward.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.greensward.ogc.OgcClient.DRAFTS;
import static org.greensward.ogc.OgcClient.GRID;
import static org.greensward.ogc.OgcClient.LAND;
import static org.greensward.ogc.OgcClient.PATCH;
import static org.greensward.ogc.OgcClient.detail;
import static org.greensward.ogc.OgcClient.etag;
import static org.greensward.ogc.OgcClient.grass;
import static org.greensward.ogc.OgcClient.header;
import static org.greensward.ogc.OgcClient.path;
import static org.greensward.ogc.OgcClient.square;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.greensward.DemonstrationApp;
import org.greensward.Http;
import org.greensward.land.editing.EmbertonField;
import org.greensward.security.TestAccounts.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What councils send of land becomes a draft of theirs; drafts are read and changed by it. */
class WriteProposalTest {
  private static final String EMBERTON = "emberton-parish-council";
  private static final EmbertonField FIELD = new EmbertonField();
  private static OgcClient clerk;
  private static OgcClient other;
  private static OgcClient officer;

  @BeforeAll
  static void people() {
    clerk = OgcClient.council(EMBERTON);
    other = OgcClient.council("lavendon-parish-council");
    officer = OgcClient.officer();
  }

  @AfterAll
  static void forget() {
    OgcClient.forgetKeys();
    DemonstrationApp.ownerJdbc()
        .sql(
            """
            DO $$
            BEGIN
              PERFORM set_config('session_replication_role', 'replica', true);
              DELETE FROM proposal_step WHERE proposal_id IN
                (SELECT p.id FROM proposal p JOIN council c ON c.id = p.council_id
                 WHERE c.slug = 'emberton-parish-council');
              DELETE FROM proposal WHERE council_id =
                (SELECT id FROM council WHERE slug = 'emberton-parish-council');
            END $$
            """)
        .update();
  }

  @BeforeEach
  @AfterEach
  void clear() {
    FIELD.clear();
  }

  private static String made(String name) {
    return LAND + "/" + FIELD.grass(name, null, EmbertonField.square(0, 0, 20));
  }

  /** The draft as a feature, from what a council is answered. */
  private static String draft(HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode()).as(OgcService.text(answer)).isEqualTo(202);
    return Http.json(answer)
        .get("links")
        .get(1)
        .get("href")
        .asString()
        .substring(DemonstrationApp.address().length());
  }

  private static HttpResponse<byte[]> drawn(String path, String tag) {
    return clerk.send(
        "PATCH",
        path,
        "{\"geometry\": %s}".formatted(square(0, 0, 30)),
        "Content-Type",
        PATCH,
        "Content-Crs",
        GRID,
        "If-Match",
        tag);
  }

  @Test
  void anotherShapeBecomesADraftAndTheLandStays() {
    String one = made("wrong");
    Map<String, Object> before = FIELD.land("TRY-wrong");
    assertThat(drawn(one, "\"0\"").statusCode()).isEqualTo(412);
    HttpResponse<byte[]> answer = drawn(one, clerk.tag(one));
    JsonNode told = Http.json(answer);
    assertThat(told.get("detail").asString()).contains("The land is not changed", "Emberton");
    assertThat(told.get("kind").asString()).isEqualTo("land-wrong-shape");
    assertThat(path(answer)).matches("/councils/emberton-parish-council/office/proposals/\\d+");
    assertThat(FIELD.land("TRY-wrong")).isEqualTo(before);

    JsonNode draft = clerk.json(draft(answer) + "?crs=%5BEPSG:27700%5D");
    assertThat(draft.get("confidential").asBoolean()).isTrue();
    JsonNode properties = draft.get("properties");
    assertThat(properties.get("state").asString()).isEqualTo("draft");
    assertThat(properties.get("reference").asString()).isEqualTo("TRY-wrong");
    assertThat(draft.get("geometry").toString()).contains("487530", "247930");
    Session page = OgcClient.people().signIn("writer-" + EMBERTON + "@example.org");
    assertThat(page.get(path(answer)).body()).contains("TRY-wrong", "Draft");
  }

  @Test
  void eachOtherChangeIsOneProposalOfItsKind() {
    String one = made("kinds");
    Map<String, String> kinds =
        Map.of(
            "{\"properties\": {\"asset_type\": \"shrub bed\", \"words\": \"It has roses\"}}",
            "land-wrong-type",
            "{\"properties\": {\"owner\": \"The Parks Trust\"}}",
            "land-not-ours");
    kinds.forEach(
        (patch, kind) -> {
          HttpResponse<byte[]> answer = clerk.patch(one, clerk.tag(one), patch);
          assertThat(clerk.json(draft(answer)).get("properties").get("kind").asString())
              .isEqualTo(kind);
        });
    HttpResponse<byte[]> ended = clerk.delete(one, clerk.tag(one));
    assertThat(clerk.json(draft(ended)).get("properties").get("words").asString())
        .isEqualTo("This land should not be recorded here.");
    assertThat(clerk.get(one).statusCode()).isEqualTo(200);
    HttpResponse<byte[]> missing = clerk.create(grass("TRY-x", 40, 0, 20));
    JsonNode properties = clerk.json(draft(missing)).get("properties");
    assertThat(properties.get("kind").asString()).isEqualTo("land-missing");
    assertThat(properties.get("words").asString()).isEqualTo("reference: TRY-x");
    assertThat(FIELD.isThere("TRY-x")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | Nothing of it is other",
        "{'properties': {'name': 'x'}} | What is other: name.",
        "{'properties': {'asset_type': 'shrub bed', 'owner': 'x'}} | One proposal is about",
        "{'properties': {'asset_type': 'hedge'}} | asset_type: That is a line",
        "{'properties': {'asset_type': 'x'}} | asset_type: x is not one of the choices",
        "{'properties': {'area_m2': 1}} | area_m2 cannot be set"
      })
  void whatIsNoProposalIsRefused(String patch, String sentence) {
    String one = made("none");
    HttpResponse<byte[]> refused = clerk.patch(one, "*", patch.replace('\'', '"'));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(detail(refused)).contains(sentence);
  }

  @Test
  void landOfOthersIsLeftToThem() {
    String one = made("theirs");
    String before = other.tag(one);
    HttpResponse<byte[]> refused =
        other.patch(one, before, "{\"properties\": {\"asset_type\": \"shrub bed\"}}");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(detail(refused))
        .contains("TRY-theirs does not lie in a parish of Lavendon Parish Council");
    assertThat(other.delete(one, before).statusCode()).isEqualTo(403);
    HttpResponse<byte[]> drawn = other.create(grass("TRY-x", 0, 0, 20));
    assertThat(drawn.statusCode()).isEqualTo(403);
    assertThat(detail(drawn)).contains("does not lie in or next to a parish");
    assertThat(other.send("DELETE", one, (String) null).statusCode()).isEqualTo(428);
    assertThat(header(other.send("OPTIONS", LAND, (String) null), "Allow")).contains("POST");
  }

  @Test
  void aDraftIsReplacedUpdatedAndWithdrawnByItsCouncil() {
    String one = draft(drawn(made("draft"), "*"));
    String tag = clerk.tag(one);
    HttpResponse<byte[]> done =
        clerk.patch(one, tag, "{\"properties\": {\"words\": \"It goes on to the hedge\"}}");
    assertThat(done.statusCode()).as(OgcService.text(done)).isEqualTo(200);
    assertThat(Http.json(done).get("properties").get("version").asInt()).isEqualTo(2);
    assertThat(clerk.patch(one, tag, "{}").statusCode()).isEqualTo(412);

    ObjectNode feature = (ObjectNode) clerk.json(one + "?crs=%5BEPSG:27700%5D");
    feature.set("geometry", Http.parse(square(0, 0, 40)));
    HttpResponse<byte[]> replaced =
        clerk.send(
            "PUT",
            one,
            feature.toString(),
            "Content-Type",
            OgcClient.GEO_JSON,
            "Content-Crs",
            GRID,
            "If-Match",
            etag(done));
    assertThat(replaced.statusCode()).as(OgcService.text(replaced)).isEqualTo(200);
    JsonNode corner = Http.json(replaced).get("geometry").get("coordinates").get(0).get(2);
    assertThat(corner.get(0).asDouble()).isCloseTo(487540, within(0.001));
    assertThat(header(clerk.send("OPTIONS", one, (String) null), "Allow"))
        .isEqualTo("GET, HEAD, OPTIONS, PUT, PATCH, DELETE");

    assertThat(clerk.patch(one, "*", "{\"properties\": {\"state\": \"accepted\"}}").statusCode())
        .isEqualTo(400);
    assertThat(clerk.patch(one, "*", "{\"properties\": {\"asset_type\": \"hedge\"}}").statusCode())
        .isEqualTo(400);
    assertThat(clerk.delete(one, clerk.tag(one)).statusCode()).isEqualTo(204);
    assertThat(clerk.get(one).statusCode()).isEqualTo(404);
    assertThat(clerk.delete(one, "*").statusCode()).isEqualTo(404);
  }

  @Test
  void whatWasSentStaysAsItIs() {
    HttpResponse<byte[]> answer = drawn(made("sent"), "*");
    String one = draft(answer);
    Session session = OgcClient.people().signIn("writer-" + EMBERTON + "@example.org");
    session.post("/account", path(answer) + "/send", Map.of("version", "1"));
    assertThat(clerk.json(one).get("properties").get("state").asString()).isEqualTo("sent");
    for (HttpResponse<byte[]> refused :
        List.of(
            clerk.patch(one, "*", "{\"properties\": {\"words\": \"x\"}}"),
            clerk.delete(one, clerk.tag(one)))) {
      assertThat(refused.statusCode()).isEqualTo(409);
      assertThat(detail(refused)).contains("was sent");
    }
  }

  @Test
  void eachSeesTheDraftsThatItMay() {
    String one = draft(drawn(made("seen"), "*"));
    for (OgcClient seer : List.of(clerk, officer)) {
      assertThat(seer.get(one).statusCode()).isEqualTo(200);
      assertThat(OgcService.ids(seer.json(DRAFTS + "?limit=1000")))
          .contains(one.substring(one.lastIndexOf('/') + 1));
      assertThat(collections(seer)).contains("drafts");
      assertThat(document(seer, "/ogc/api").get("paths").has("/collections/drafts/items")).isTrue();
    }
    assertThat(OgcService.ids(clerk.json(DRAFTS + "?kind=land-wrong-shape&filter=version%20=%201")))
        .isNotEmpty();
    assertThat(other.get(one).statusCode()).isEqualTo(404);
    assertThat(other.json(DRAFTS).get("numberMatched").asLong()).isZero();
    assertThat(other.patch(one, "*", "{}").statusCode()).isEqualTo(404);
    assertThat(other.delete(one, "*").statusCode()).isEqualTo(404);
    for (OgcClient nobody : List.of(new OgcClient(null), OgcClient.administrator())) {
      assertThat(nobody.get(one).statusCode()).isEqualTo(404);
      assertThat(nobody.get(DRAFTS).statusCode()).isEqualTo(404);
      assertThat(collections(nobody)).doesNotContain("drafts").contains("land");
    }
    assertThat(officer.patch(one, "*", "{}").statusCode()).isEqualTo(405);
    assertThat(
            clerk
                .send("POST", DRAFTS, grass("x", 0, 0, 9), "Content-Type", OgcClient.GEO_JSON)
                .statusCode())
        .isEqualTo(405);
  }

  private static List<String> collections(OgcClient client) {
    HttpResponse<byte[]> response =
        client.send("GET", "/ogc/collections", (String) null, "Accept", "application/json");
    return Http.json(response)
        .get("collections")
        .valueStream()
        .map(it -> it.get("id").asString())
        .toList();
  }

  private static JsonNode document(OgcClient client, String path) {
    return Http.json(client.send("GET", path, (String) null, "Accept", "application/json"));
  }
}
