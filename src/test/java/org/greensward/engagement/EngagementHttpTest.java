package org.greensward.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.greensward.DemonstrationApp;
import org.greensward.security.TestAccounts;
import org.greensward.security.TestAccounts.Session;
import org.greensward.security.account.AccountRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of steps, plans and changes, through the door, as each who may and may not. */
class EngagementHttpTest {
  private static final String SHERINGTON = "sherington-parish-council";
  private static final String CRAWLEY = "north-crawley-parish-council";
  private static final TestAccounts PEOPLE =
      new TestAccounts(DemonstrationApp.ownerJdbc(), DemonstrationApp.address());
  private static final JdbcClient OWNER = DemonstrationApp.ownerJdbc();

  private static Session officer;
  private static Session sherington;
  private static Session crawley;

  @BeforeAll
  static void people() {
    PEOPLE.account("board-officer@example.org", AccountRole.OFFICER, "Landscape officer");
    PEOPLE.account("sherington@example.org", AccountRole.COUNCIL, "Clerk", SHERINGTON);
    PEOPLE.account("crawley@example.org", AccountRole.COUNCIL, "Clerk", CRAWLEY);
    officer = PEOPLE.signIn("board-officer@example.org");
    sherington = PEOPLE.signIn("sherington@example.org");
    crawley = PEOPLE.signIn("crawley@example.org");
  }

  /** Steps stay on record for ever; what a test recorded is taken back. */
  @AfterAll
  static void takeBack() {
    OWNER
        .sql(
            "UPDATE engagement_step SET ended_at = now(), end_reason = 'test' WHERE ended_at IS"
                + " NULL")
        .update();
    OWNER.sql("DELETE FROM engagement_plan").update();
    OWNER.sql("DELETE FROM forum_meeting").update();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/manage/board",
        "/manage/board?view=list&sort=-next",
        "/manage/board/" + SHERINGTON,
        "/manage/board/changes",
        "/manage/board/changes?for=parishes-forum",
        "/manage/agreements",
        "/manage/letters",
        "/manage/letters/templates/new",
        "/manage/mail",
        "/manage/feeds"
      })
  void officersPagesAreOfficersAlone(String path) {
    assertThat(officer.get(path).statusCode()).isEqualTo(200);
    assertThat(sherington.get(path).statusCode()).isEqualTo(403);
    assertThat(new Session(DemonstrationApp.address()).get(path).statusCode()).isEqualTo(302);
  }

  @ParameterizedTest
  @ValueSource(strings = {"steps", "agreement", "feeds", "feed.atom"})
  void anOfficeIsItsCouncilsAndOfficers(String page) {
    String path = "/councils/" + SHERINGTON + "/office/" + page;
    assertThat(sherington.get(path).statusCode()).isEqualTo(200);
    assertThat(officer.get(path).statusCode()).isEqualTo(200);
    assertThat(crawley.get(path).statusCode()).isEqualTo(403);
    assertThat(new Session(DemonstrationApp.address()).get(path).statusCode()).isEqualTo(302);
  }

  @Test
  void aStepForSeveralCouncilsIsSeenByEachAlone() {
    HttpResponse<String> faulty =
        officer.post(
            "/manage/board?view=list",
            "/manage/board/steps",
            Map.of("step", "maps", "day", "2018-12-01", "words", "Maps of June", "view", "list"));
    assertThat(faulty.statusCode()).isEqualTo(422);
    assertThat(faulty.body())
        .contains("Choose at least one local council", "still to come", "Maps of June");
    HttpResponse<String> done = several("maps", "2018-06-04", SHERINGTON, CRAWLEY);
    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(officer.get("/manage/board?view=list").body())
        .contains("The step is recorded for 2 local councils.");
    assertThat(officer.get("/manage/board?at-step=maps").body())
        .contains("Sherington Parish Council", "Since 4 June 2018")
        .doesNotContain("Emberton Parish Council");
    assertThat(sherington.get("/councils/" + SHERINGTON + "/office/steps").body())
        .contains("Maps sent", "4 June 2018", "Landscape officer")
        .doesNotContain("board-officer@example.org");
    assertThat(officer.get("/councils/" + SHERINGTON).body()).doesNotContain("Maps sent");
  }

  private static HttpResponse<String> several(String step, String day, String... slugs) {
    String fields =
        "step=" + step + "&day=" + day + "&view=list&council=" + String.join("&council=", slugs);
    String token = token(officer.get("/manage/board?view=list").body());
    return officer.send(
        HttpRequest.newBuilder(URI.create(DemonstrationApp.address() + "/manage/board/steps"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(fields + "&_csrf=" + token)));
  }

  private static String token(String page) {
    int at = page.indexOf("name=\"_csrf\"");
    int from = page.indexOf("value=\"", at) + 7;
    return page.substring(from, page.indexOf('"', from));
  }

  @Test
  void aCouncilRecordsItsResolutionAndTakesBackOnlyThat() {
    String office = "/councils/" + SHERINGTON + "/office/steps";
    HttpResponse<String> faulty =
        sherington.post(office, office, Map.of("day", "2018-09-03", "words", "We want to"));
    assertThat(faulty.statusCode()).isEqualTo(422);
    assertThat(faulty.body()).contains("We want to", "minute-error");
    assertThat(
            sherington
                .post(office, office, Map.of("day", "2018-09-03", "minute", "18/104"))
                .statusCode())
        .isEqualTo(303);
    assertThat(officer.get("/manage/board/" + SHERINGTON).body()).contains("Minute: 18/104");
    long own = latest(SHERINGTON);
    several("figures", "2018-09-10", SHERINGTON);
    long theirs = latest(SHERINGTON);
    assertThat(
            sherington
                .post(office, office + "/" + theirs + "/end", Map.of("end-reason", "no"))
                .statusCode())
        .isEqualTo(403);
    assertThat(
            crawley
                .post(
                    "/councils/" + CRAWLEY + "/office/steps",
                    office + "/" + own + "/end",
                    Map.of("end-reason", "no"))
                .statusCode())
        .isEqualTo(403);
    assertThat(
            sherington
                .post(office, office + "/" + own + "/end", Map.of("end-reason", "wrong day"))
                .statusCode())
        .isEqualTo(303);
    assertThat(sherington.get(office).body()).contains("Taken back: wrong day");
  }

  private static long latest(String slug) {
    return OWNER
        .sql(
            "SELECT max(s.id) FROM engagement_step s JOIN council c ON c.id = s.council_id"
                + " WHERE c.slug = ?")
        .param(slug)
        .query(Long.class)
        .single();
  }

  @Test
  void aCorrectionStandsBesideWhatItCorrects() {
    several("told", "2018-02-01", CRAWLEY);
    String path = "/manage/board/" + CRAWLEY + "/steps/" + latest(CRAWLEY);
    assertThat(
            officer
                .post(
                    path,
                    path,
                    Map.of("step", "workshop", "day", "2018-02-02", "reason", "It was a workshop"))
                .statusCode())
        .isEqualTo(303);
    assertThat(officer.get("/manage/board/" + CRAWLEY).body())
        .contains("Corrected by a later row", "Workshop attended", "2 February 2018");
    assertThat(officer.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void theSecondOfTwoWhoPlanIsToldAndLosesNothing() {
    String page = "/manage/board/" + CRAWLEY;
    assertThat(plan(page, "", "workshop", "2018-09-20", "Landscape officer")).isEqualTo(303);
    assertThat(officer.get("/manage/board").body()).contains("Next: Workshop attended", "Overdue");
    HttpResponse<String> second =
        officer.post(
            page,
            page + "/plan",
            Map.of("version", "1", "next", "maps", "point-council", "Deputy clerk"));
    assertThat(second.statusCode()).isEqualTo(422);
    assertThat(second.body())
        .contains("Somebody else has changed this", "Deputy clerk", "It now says");
    String version = value(second.body(), "version");
    assertThat(plan(page, version, "maps", "", "Parks manager")).isEqualTo(303);
    assertThat(crawley.get("/councils/" + CRAWLEY + "/office/steps").body())
        .contains("Parks manager");
    assertThat(plan(page, version, "maps", "", "clerk@example.org")).isEqualTo(422);
  }

  private static int plan(String page, String version, String next, String day, String role) {
    return officer
        .post(
            page,
            page + "/plan",
            Map.of("version", version, "next", next, "next-date", day, "point-authority", role))
        .statusCode();
  }

  private static String value(String page, String field) {
    int from = page.indexOf("value=\"", page.indexOf("name=\"" + field + "\"")) + 7;
    return page.substring(from, page.indexOf('"', from));
  }

  @Test
  void whatChangedIsOnePageAndTheForumReadsNothingConfidential() throws IOException {
    OWNER
        .sql(
            "INSERT INTO engagement_step (council_id, day, step) SELECT id, '2018-09-28', 'figures'"
                + " FROM council")
        .update();
    OWNER
        .sql(
            "INSERT INTO forum_meeting (forum_id, day) SELECT id, '2018-07-03' FROM forum"
                + " WHERE kind = 'advisory group' ON CONFLICT DO NOTHING")
        .update();
    String group = officer.get("/manage/board/changes").body();
    assertThat(group)
        .contains("What changed from 3 July 2018 to 1 October 2018", "Confidential")
        .contains("Lavendon Parish Council: Figures sent, 28 September 2018");
    String forum = officer.get("/manage/board/changes?for=parishes-forum&since=2018-04-15").body();
    assertThat(forum)
        .contains("For the parishes forum", "Figures sent")
        .doesNotContain("Parish Council: Figures sent")
        .contains("Interest expressed from");
    for (String readers : new String[] {"advisory-group", "parishes-forum"}) {
      try (PDDocument pdf = pdf("/manage/board/changes.pdf?since=2014-01-01&for=" + readers)) {
        assertThat(pdf.getNumberOfPages()).isEqualTo(1);
        assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
        assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
        String text = new PDFTextStripper().getText(pdf);
        assertThat(text).contains("What changed from 1 January 2014 to 1 October 2018");
        assertThat(text.contains("Campbell Park Parish Council: Figures sent"))
            .isEqualTo(readers.equals("advisory-group"));
      }
    }
  }

  private static PDDocument pdf(String path) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(DemonstrationApp.address() + path))
            .header("Cookie", cookie())
            .build();
    try {
      HttpResponse<byte[]> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
      return Loader.loadPDF(answer.body());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String cookie() {
    StringBuilder cookies = new StringBuilder();
    officer.cookies().forEach((name, value) -> cookies.append(name + "=" + value + ";"));
    return cookies.toString();
  }

  @Test
  void theDatabaseKeepsCouncilsApart() {
    several("told", "2018-01-10", SHERINGTON, CRAWLEY);
    assertThat(
            OWNER
                .sql("SELECT count(*) FROM audit WHERE subject = 'engagement_step'")
                .query(Long.class)
                .single())
        .isPositive();
    assertThat(crawley.get("/councils/" + CRAWLEY + "/office/feed.atom").body())
        .contains("North Crawley Parish Council: told, 10 January 2018")
        .doesNotContain("Sherington");
  }
}
