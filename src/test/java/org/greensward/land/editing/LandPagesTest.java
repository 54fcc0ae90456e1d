package org.greensward.land.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.greensward.DemonstrationApp;
import org.greensward.security.TestAccounts;
import org.greensward.security.TestAccounts.Session;
import org.greensward.security.account.AccountRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The officers' pages over HTTP: what they save, and what they refuse without losing it. */
class LandPagesTest {
  private static final EmbertonField FIELD = new EmbertonField();
  private static Session officer;

  @BeforeAll
  static void anOfficer() {
    TestAccounts people =
        new TestAccounts(DemonstrationApp.ownerJdbc(), DemonstrationApp.address());
    people.account("editor@example.org", AccountRole.OFFICER, "Landscape officer");
    officer = people.signIn("editor@example.org");
  }

  @BeforeEach
  @AfterEach
  void clear() {
    FIELD.clear();
  }

  @Test
  void newLandIsRecordedWithItsPiecesAndReason() {
    HttpResponse<String> page = officer.get("/manage/land/new");
    assertThat(page.body()).contains("value=\"MK-0"); // the next free reference
    Map<String, String> fields =
        with(
            Map.of("asset_type", "amenity grass", "reference", "TRY-new", "from", "2018-04-01"),
            "shape",
            EmbertonField.json(EmbertonField.square(0, 0, 20)),
            "reason",
            "Adopted");
    HttpResponse<String> saved = post("/manage/land/new", fields);
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
    assertThat(saved.headers().firstValue("Location").orElseThrow()).endsWith("/land/TRY-new");
    assertThat(FIELD.land("TRY-new")).containsEntry("drawn", 400.0).containsEntry("pieces", 400.0);
    assertThat(FIELD.reasons("TRY-new")).containsExactly("insert Adopted");
    assertThat(officer.get("/land/TRY-new").body())
        .contains("TRY-new is recorded.", "data-shape-done=\"/manage/land/new\"");

    HttpResponse<String> again = post("/manage/land/new", fields);
    assertThat(again.statusCode()).isEqualTo(422); // it overlaps itself, so to say
    assertThat(again.body()).contains("400 m² of it belong to TRY-new");
    again = post("/manage/land/new", with(fields, "confirmed", told(again)));
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body()).contains("There is land with the reference TRY-new already.");
  }

  @Test
  void badInputIsRefusedAtItsFieldAndKept() {
    HttpResponse<String> answer =
        post(
            "/manage/land/new",
            Map.of(
                "asset_type", "hedge",
                "reference", "",
                "from", "yesterday",
                "measured", "many",
                "owner", "x",
                "name", "Long Lane",
                "shape", EmbertonField.json(EmbertonField.square(0, 0, 20))));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains(
            "href=\"#reference\"",
            "yesterday is not a date",
            "many is not a number",
            "href=\"#owner\"",
            "href=\"#reason\"",
            "This asset type is counted in metres: draw a line.",
            "value=\"Long Lane\"",
            "487520");
  }

  @Test
  void aShapeThatSomebodyElseChangedIsShownBesideAndNotOverwritten() {
    String reference = FIELD.grass("raced", null, EmbertonField.square(0, 0, 20));
    String read = version(reference);
    assertThat(reshape(reference, read, EmbertonField.square(0, 0, 30)).statusCode())
        .isEqualTo(303);
    HttpResponse<String> second = reshape(reference, read, EmbertonField.square(0, 0, 40));
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(FIELD.land(reference)).containsEntry("drawn", 900.0);
    assertThat(second.body())
        .contains(
            "TRY-raced was changed by somebody else while you worked on it.",
            "By Landscape officer",
            "Reason: Surveyed",
            "487540", // mine, in the form
            "487530"); // theirs, to compare
    assertThat(reshape(reference, version(reference), EmbertonField.square(0, 0, 40)).statusCode())
        .isEqualTo(303);
    assertThat(FIELD.reasons(reference))
        .containsExactly("update Surveyed", "update Surveyed", "insert -");
    String history = officer.get("/manage/land/" + reference + "/shape").body();
    assertThat(history).contains("400 m²", "900 m²", "1,600 m²", "?was=");
  }

  private HttpResponse<String> reshape(String reference, String version, String wkt) {
    return post(
        "/manage/land/" + reference + "/shape",
        Map.of("version", version, "shape", EmbertonField.json(wkt), "reason", "Surveyed"));
  }

  @Test
  void aSplitSharesOutWhatWasMeasuredInOneTransaction() {
    String reference = FIELD.grass("cut", 200.0, EmbertonField.square(0, 0, 20));
    DemonstrationApp.ownerJdbc()
        .sql(
            "INSERT INTO agreement_cover (agreement_id, reference, covers)"
                + " SELECT min(id), 'TRY-cut', false FROM agreement")
        .update();
    String page = "/manage/land/" + reference + "/split";
    Map<String, String> line =
        Map.of(
            "version", version(reference),
            "line", EmbertonField.json("LINESTRING(5 -5,5 25)"));
    HttpResponse<String> parts = post(page, line);
    assertThat(parts.statusCode()).as(parts.body()).isEqualTo(200);
    assertThat(parts.body())
        .contains(
            "Part 1: 300 m²",
            "Part 2: 100 m²",
            "value=\"TRY-cut-a\"",
            "value=\"150\"",
            "value=\"50\"");

    Map<String, String> save =
        with(line, "step", "save", "reason", "Two uses", "measured-1", "150", "measured-2", "50");
    HttpResponse<String> taken = post(page, with(save, "reference-2", reference));
    assertThat(taken.statusCode()).isEqualTo(422);
    assertThat(taken.body()).contains("There is land with the reference TRY-cut already.");
    assertThat(FIELD.land(reference)).containsEntry("drawn", 400.0);

    assertThat(post(page, with(save, "reference-2", "TRY-strip")).statusCode()).isEqualTo(303);
    assertThat(FIELD.land(reference)).containsEntry("drawn", 300.0).containsEntry("pieces", 150.0);
    assertThat(FIELD.land("TRY-strip"))
        .containsEntry("asset_type", "amenity grass")
        .containsEntry("pieces", 50.0);
    assertThat(FIELD.reasons("TRY-strip")).containsExactly("insert Two uses");
    assertThat(
            DemonstrationApp.ownerJdbc()
                .sql("SELECT count(*) FROM agreement_cover WHERE reference LIKE 'TRY-%'")
                .query(Long.class)
                .single())
        .isEqualTo(2);
    assertThat(post(page, save).statusCode()).as("read before the split").isEqualTo(409);
  }

  @Test
  void aLineThatCutsNothingIsToldAtTheLine() {
    String reference = FIELD.grass("whole", null, EmbertonField.square(0, 0, 20));
    HttpResponse<String> answer =
        post(
            "/manage/land/" + reference + "/split",
            Map.of(
                "version", version(reference),
                "line", EmbertonField.json("LINESTRING(5 -5,5 15)")));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("The line ends inside the land near 487505 E 247915 N.");
  }

  @Test
  void mergedLandEndsAndIsNotDeleted() {
    String kept = FIELD.grass("left", null, EmbertonField.square(0, 0, 20));
    String other = FIELD.grass("right", 390.0, EmbertonField.square(20, 0, 20));
    FIELD.grass("far", null, EmbertonField.square(60, 0, 20));
    String page = "/manage/land/" + kept + "/merge";
    assertThat(officer.get(page).body())
        .contains("TRY-right: Amenity grass")
        .doesNotContain("TRY-far");
    assertThat(post(page, Map.of()).body()).contains("Choose at least one neighbour.");
    assertThat(post(page, Map.of("with", "TRY-far")).statusCode()).isEqualTo(422);
    HttpResponse<String> shown = post(page, Map.of("with", other));
    assertThat(shown.body()).contains("Together they are 800 m²", "value=\"790\"");

    Map<String, String> save =
        with(
            Map.of("with", other, "step", "save", "keep", kept, "measured", "790"),
            "version-" + kept,
            version(kept),
            "version-" + other,
            version(other),
            "end",
            "2018-10-01",
            "reason",
            "One lawn");
    HttpResponse<String> stale = post(page, with(save, "version-" + other, "1"));
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(FIELD.land(kept)).containsEntry("drawn", 400.0);
    assertThat(post(page, save).statusCode()).isEqualTo(303);
    assertThat(FIELD.land(kept)).containsEntry("drawn", 800.0).containsEntry("pieces", 790.0);
    assertThat(FIELD.land(other)).containsEntry("until", "2018-10-01");
    assertThat(FIELD.reasons(other)).containsExactly("update One lawn", "insert -");
    assertThat(officer.get("/land/" + other).statusCode()).isEqualTo(404);
    assertThat(officer.get("/land/" + other + "?at=2018-09-30").statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsNotThereIsNotThere() {
    for (String page : new String[] {"shape", "split", "merge"}) {
      assertThat(officer.get("/manage/land/TRY-none/" + page).statusCode()).isEqualTo(404);
    }
  }

  private static String version(String reference) {
    return (String) FIELD.land(reference).get("version");
  }

  /** What a page wants to have confirmed. */
  private static String told(HttpResponse<String> page) {
    return page.body().replaceAll("(?s).*name=\"confirmed\" value=\"([^\"]*)\".*", "$1");
  }

  private static Map<String, String> with(Map<String, String> fields, String... more) {
    Map<String, String> all = new HashMap<>(fields);
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return all;
  }

  private static HttpResponse<String> post(String page, Map<String, String> fields) {
    return officer.post(page, page, fields);
  }
}
