package org.greensward.land.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greensward.DemonstrationApp;
import org.greensward.security.TestAccounts;
import org.greensward.security.TestAccounts.Session;
import org.greensward.security.account.AccountRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the editor asks over HTTP: who may, what is refused, and that the answers are right. */
class ShapeControllerTest {
  private static final String ADDRESS = DemonstrationApp.address();
  private static final TestAccounts PEOPLE =
      new TestAccounts(DemonstrationApp.ownerJdbc(), ADDRESS);
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final EmbertonField FIELD = new EmbertonField();
  private static final String SQUARE = EmbertonField.json(EmbertonField.square(0, 0, 20));
  private static Session clerk;
  private static String token;

  @BeforeAll
  static void aClerkAndTheirField() {
    FIELD.clear();
    PEOPLE.account("emberton@example.org", AccountRole.COUNCIL, "Clerk", "emberton-parish-council");
    clerk = PEOPLE.signIn("emberton@example.org");
    Matcher found = CSRF.matcher(clerk.get("/account").body());
    assertThat(found.find()).isTrue();
    token = found.group(1);
    FIELD.grass("1", null, EmbertonField.square(100, 0, 20));
  }

  @AfterAll
  static void putBack() {
    FIELD.clear();
  }

  @Test
  void thePublicMayNotAsk() {
    Session anybody = new Session(ADDRESS);
    assertThat(anybody.getAs("/api/edit/frame?lon=-0.7&lat=52.1", "application/json").statusCode())
        .isEqualTo(401);
    assertThat(ask(anybody, "check", "{}", "none").statusCode()).isEqualTo(401);
    assertThat(ask(clerk, "check", "{}", "forged").statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "check; nonsense; 400; no shape that can be read",
        "check; {'shape':SQUARE}; 400; The unit has to be m2, m or item.",
        "check; {'unit':'m2'}; 422; no shape that can be read",
        "check; {'shape':{'type':'Point','coordinates':[-0.7,52]},'unit':'item'}; 422; The point -1"
            + " E 52 N lies outside England.",
        "split; {'shape':SQUARE,'line':SQUARE,'unit':'m2'}; 422; Draw a line to split along.",
        "split;"
            + " {'shape':SQUARE,'line':{'type':'LineString','coordinates':[[487505,247890],[487505,247910]]},'unit':'m2'};"
            + " 422; The line ends inside the land near 487505 E 247910 N.",
        "merge; {'shapes':[SQUARE],'unit':'m2'}; 422; Choose another piece of land",
        "merge; {'shapes':[SQUARE,FAR],'unit':'m2'}; 422; They lie 80.0 m apart.",
        "snap; {'shape':SQUARE,'tolerance':11}; 400; no more than 10 metres",
        "snap; {'points':[['x',1]],'tolerance':1}; 400; no shape that can be read"
      })
  void whatCannotBeDoneIsRefusedInWords(String what, String body, int status, String sentence) {
    HttpResponse<String> answer = ask(clerk, what, body, token);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(json(answer).path("detail").asString()).contains(sentence);
  }

  @Test
  void tooMuchIsNotRead() {
    String large = "{\"shape\":\"" + "x".repeat(ShapeController.LARGEST_BODY) + "\"}";
    HttpResponse<String> answer = ask(clerk, "check", large, token);
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("2 MB");
  }

  @Test
  void aFaultHasItsPlaceAndARepair() {
    String bow = EmbertonField.json("POLYGON((0 0,10 10,10 0,0 10,0 0))");
    JsonNode checked = json(ask(clerk, "check", "{'shape':%s,'unit':'m2'}".formatted(bow), token));
    assertThat(checked.path("sound").asBoolean()).isFalse();
    JsonNode fault = checked.path("faults").path(0);
    assertThat(fault.path("sentence").asString())
        .isEqualTo("The outline crosses itself near 487505 E 247905 N.");
    assertThat(fault.path("east").doubleValue()).isEqualTo(487505);
    assertThat(checked.path("repair").path("words").asString())
        .isEqualTo("It can be repaired to 50 m².");
    assertThat(checked.path("repair").path("shape").path("type").asString())
        .isEqualTo("MultiPolygon");
  }

  @Test
  void itsParishAndWhatIsThereAlreadyAreTold() {
    String over = EmbertonField.json(EmbertonField.square(110, 0, 20));
    JsonNode checked = json(ask(clerk, "check", "{'shape':%s,'unit':'m2'}".formatted(over), token));
    assertThat(checked.path("parishes").toString()).isEqualTo("[\"Emberton\"]");
    assertThat(checked.path("drawn").doubleValue()).isEqualTo(400);
    assertThat(checked.path("warnings").path(0).asString())
        .isEqualTo("200 m² of it belong to TRY-1 (amenity grass) too, and would be counted twice.");
    // Not what it replaces.
    checked =
        json(
            ask(
                clerk,
                "check",
                "{'shape':%s,'unit':'m2','reference':'TRY-1'}".formatted(over),
                token));
    assertThat(checked.path("warnings")).isEmpty();
    String atSea = "{'type':'Point','coordinates':[648000,300000]}";
    checked = json(ask(clerk, "check", "{'shape':%s,'unit':'item'}".formatted(atSea), token));
    assertThat(checked.path("warnings").toString()).contains("It lies outside every parish.");
  }

  @Test
  void aPointSnapsToANeighbourToTheLastBit() {
    double east = EmbertonField.EAST + 120 + 1.0 / 3;
    DemonstrationApp.ownerJdbc()
        .sql("UPDATE land SET geom = ST_Translate(geom, ?, 0) WHERE reference = 'TRY-1'")
        .param(1.0 / 3)
        .update();
    String asked = "{'points':[[%s,%s]],'tolerance':1}".formatted(east + 0.4, EmbertonField.NORTH);
    JsonNode point = json(ask(clerk, "snap", asked, token)).path("points").path(0);
    assertThat(point.path("to").asString()).isEqualTo("TRY-1");
    assertThat(point.path("corner").asBoolean()).isTrue();
    double stored =
        DemonstrationApp.ownerJdbc()
            .sql("SELECT ST_XMax(geom) FROM land WHERE reference = 'TRY-1'")
            .query(Double.class)
            .single();
    assertThat(point.path("east").doubleValue()).isEqualTo(stored);
    JsonNode near =
        json(
            clerk.getAs(
                "/api/edit/neighbours?box=487500,247850,487700,247950", "application/json"));
    assertThat(near.path(0).path("reference").asString()).isEqualTo("TRY-1");
    assertThat(near.path(0).path("shape").toString()).contains(String.valueOf(stored));
  }

  /** Between its nodes too; PostGIS is the measure. */
  @Test
  void aFrameGivesBackThePlacesOfPostgis() {
    JsonNode frame =
        json(clerk.getAs("/api/edit/frame?east=487500&north=247900", "application/json"));
    assertThat(frame.path("lonlat")).hasSize(50);
    double lon = frame.path("lonlat").path(24).doubleValue();
    double metre =
        DemonstrationApp.ownerJdbc()
            .sql("SELECT ST_X(ST_Transform(ST_SetSRID(ST_MakePoint(487500, 247900), 27700), 4326))")
            .query(Double.class)
            .single();
    assertThat(lon).isCloseTo(metre, within(1e-12));
    assertThat(clerk.getAs("/api/edit/frame?lon=10&lat=52", "application/json").statusCode())
        .isEqualTo(400);
  }

  private static HttpResponse<String> ask(
      Session session, String what, String body, String withToken) {
    String far = EmbertonField.json(EmbertonField.square(100, 0, 20));
    String sent = body.replace("SQUARE", SQUARE).replace("FAR", far).replace('\'', '"');
    return session.send(
        HttpRequest.newBuilder(URI.create(ADDRESS + "/api/edit/" + what))
            .header("Accept", "application/json")
            .header("Content-Type", "application/json")
            .header("X-CSRF-TOKEN", withToken)
            .POST(HttpRequest.BodyPublishers.ofString(sent)));
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
