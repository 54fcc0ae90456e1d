package org.greensward.importing.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greensward.DemonstrationApp;
import org.greensward.Patience;
import org.greensward.security.TestAccounts;
import org.greensward.security.TestAccounts.Session;
import org.greensward.security.account.AccountRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file from an officer's browser to the store: read before it is applied. */
class UploadTest {
  private static final String BOUNDARY = "----greensward-test";
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final String ROW = "Upload Forum,ward forum,,Somebody,no,documented,a test,\n";

  private static JdbcClient jdbc;
  private static Session officer;
  private static Session clerk;

  @BeforeAll
  static void signIn() {
    jdbc = DemonstrationApp.ownerJdbc();
    TestAccounts people = new TestAccounts(jdbc, DemonstrationApp.address());
    people.account("uploader@example.org", AccountRole.OFFICER, "Survey officer");
    people.account("moulsoe@example.org", AccountRole.COUNCIL, "Clerk", "moulsoe-parish-council");
    officer = people.signIn("uploader@example.org");
    clerk = people.signIn("moulsoe@example.org");
  }

  @AfterEach
  void removeWhatWasAdded() {
    jdbc.sql("DELETE FROM forum WHERE name = 'Upload Forum'").update();
  }

  @Test
  void aFileIsReadBeforeItIsApplied() throws IOException {
    String page = upload("forums", "forums.csv", demonstrationForums() + ROW);
    assertThat(settled(page)).contains("nothing is changed yet", "Upload Forum", "Apply these");
    assertThat(forums()).isZero();
    officer.post(page, page + "/apply", Map.of());
    assertThat(settled(page)).contains("Applied.", "What it changed").doesNotContain("Apply these");
    assertThat(forums()).isOne();
    assertThat(
            jdbc.sql(
                    """
                    SELECT count(*) FROM audit a JOIN account p ON p.id = a.account_id
                    WHERE a.action = 'import' AND p.email = 'uploader@example.org'
                    """)
                .query(Long.class)
                .single())
        .isOne();
    assertThat(officer.get("/manage/uploads").body()).contains("forums.csv", "Survey officer");
  }

  @Test
  void whatChangedMeanwhileIsReadAgain() throws IOException {
    String page = upload("forums", "forums.csv", demonstrationForums() + ROW);
    settled(page);
    jdbc.sql("INSERT INTO forum (slug, name, kind) VALUES ('upload', 'Upload Forum', 'ward forum')")
        .update();
    officer.post(page, page + "/apply", Map.of());
    assertThat(settled(page))
        .contains("Somebody has changed the same data", "nothing is changed yet");
    assertThat(
            jdbc.sql("SELECT chair FROM forum WHERE name = 'Upload Forum'").query().singleColumn())
        .containsOnlyNulls();
  }

  @Test
  void whatSomebodyEditedByHandIsMarked() throws IOException {
    jdbc.sql("UPDATE forum SET chair = 'Edited' WHERE name = 'Danesborough Ward Forum'").update();
    try {
      String page = upload("forums", "forums.csv", demonstrationForums());
      assertThat(settled(page))
          .containsSubsequence("Danesborough", "Edited by hand", "chair", "Edited")
          .contains("Apply these");
      officer.post(page, page + "/discard", Map.of());
      assertThat(settled(page)).contains("Turned down").doesNotContain("Apply these");
    } finally {
      jdbc.sql("UPDATE forum SET chair = NULL WHERE name = 'Danesborough Ward Forum'").update();
    }
  }

  @Test
  void aFileThatIsNoneIsRefusedWithTheReason() {
    assertThat(settled(upload("land", "land.zip", "no zip at all")))
        .contains("There is a problem", "Refused: nothing was changed")
        .doesNotContain("Apply these");
    assertThat(settled(upload("forums", "forums.csv", "name,kind,councils\nX,tea party,*\n")))
        .contains("tea party", "Refused");
  }

  @Test
  void aFormWithoutItsFileSaysSoAndKeepsWhatWasTyped() {
    HttpResponse<String> answer = send(officer, "nonsense", "", "", "Survey of 2019");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Choose a file.", "not one of the choices", "value=\"Survey of 2019\"");
  }

  @Test
  void nobodyButOfficersUploads() {
    assertThat(clerk.get("/manage/uploads").statusCode()).isEqualTo(403);
    assertThat(send(clerk, "forums", "x.csv", "x", "x").statusCode()).isEqualTo(403);
  }

  /** The token is in the body, so nothing but this keeps a stranger from filling the disk. */
  @Test
  void aLargeFileIsNotEvenReadFromWhoeverMayNotUpload() {
    HttpRequest.Builder large =
        HttpRequest.newBuilder(URI.create(DemonstrationApp.address() + "/manage/uploads/new"))
            .header("Accept", "text/html")
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[2_000_001]));
    assertThat(clerk.send(large).statusCode()).isEqualTo(403);
    HttpResponse<String> door = new Session(DemonstrationApp.address()).send(large);
    assertThat(door.statusCode()).isEqualTo(302);
    assertThat(door.headers().firstValue("Location").orElseThrow()).contains("/sign-in");
  }

  private static String demonstrationForums() throws IOException {
    return Files.readString(Path.of("gis-data/forums.csv"));
  }

  private static long forums() {
    return jdbc.sql("SELECT count(*) FROM forum WHERE name = 'Upload Forum'")
        .query(Long.class)
        .single();
  }

  /** The page of an upload once its work is done. */
  private static String settled(String page) {
    return await()
        .atMost(Patience.OF_WORK)
        .until(() -> officer.get(page).body(), body -> !body.contains("renews itself"));
  }

  /** Gives the path of the upload's page. */
  private static String upload(String layer, String file, String content) {
    HttpResponse<String> answer = send(officer, layer, file, content, "a test");
    assertThat(answer.statusCode()).isEqualTo(303);
    return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
  }

  private static HttpResponse<String> send(
      Session session, String layer, String file, String content, String source) {
    Matcher token = CSRF.matcher(session.get("/manage/uploads/new").body());
    String csrf = token.find() ? token.group(1) : "";
    String body =
        part("_csrf", csrf)
            + part("layer", layer)
            + part("source", source)
            + "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n%s\r\n"
                .formatted(BOUNDARY, file, content)
            + "--"
            + BOUNDARY
            + "--\r\n";
    return session.send(
        HttpRequest.newBuilder(URI.create(DemonstrationApp.address() + "/manage/uploads/new"))
            .header("Accept", "text/html")
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static String part(String name, String value) {
    return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(BOUNDARY, name, value);
  }
}
