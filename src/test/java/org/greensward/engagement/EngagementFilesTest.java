package org.greensward.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.greensward.DemonstrationApp;
import org.greensward.security.TestAccounts;
import org.greensward.security.TestAccounts.Session;
import org.greensward.security.account.AccountRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters and agreements, through the door. */
class EngagementFilesTest {
  private static final String CHICHELEY = "chicheley-parish-meeting";
  private static final String TYRINGHAM = "tyringham-and-filgrave-parish-meeting";
  private static final String RAVENSTONE = "ravenstone-parish-council";
  private static final TestAccounts PEOPLE =
      new TestAccounts(DemonstrationApp.ownerJdbc(), DemonstrationApp.address());
  private static final JdbcClient OWNER = DemonstrationApp.ownerJdbc();

  private static Session officer;
  private static Session chicheley;

  @BeforeAll
  static void people() {
    PEOPLE.account("letters@example.org", AccountRole.OFFICER, "Partnership officer");
    PEOPLE.account("chicheley@example.org", AccountRole.COUNCIL, "Chair", CHICHELEY);
    officer = PEOPLE.signIn("letters@example.org");
    chicheley = PEOPLE.signIn("chicheley@example.org");
  }

  @AfterAll
  static void putBack() {
    OWNER
        .sql(
            "UPDATE engagement_step SET ended_at = now(), end_reason = 'test' WHERE ended_at IS"
                + " NULL")
        .update();
    OWNER.sql("DELETE FROM letter_template WHERE name <> 'Maps of the land'").update();
    OWNER.sql("DELETE FROM council_delivery").update();
    OWNER
        .sql(
            "DELETE FROM agreement_cover a USING agreement g WHERE a.agreement_id = g.id AND"
                + " g.status_id = ?")
        .param(devolved())
        .update();
    OWNER
        .sql(
            "UPDATE agreement g SET document = NULL, signed_on = NULL, review_on = NULL,"
                + " term = s.valid FROM status s WHERE s.id = g.status_id AND s.id = ?")
        .param(devolved())
        .update();
  }

  @Test
  void aWrongPlaceIsRefusedAtTheFieldAndAPreviewIsFilled() {
    String path = "/manage/letters/templates/new";
    HttpResponse<String> wrong =
        officer.post(
            path,
            path,
            Map.of("name", "Figures", "subject", "For {counsil}", "body", "A { and {area}."));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body())
        .contains(
            "{counsil} cannot be filled. These can: {council}, {kind}", "A brace stands alone");
    HttpResponse<String> preview =
        officer.post(
            path,
            path,
            Map.of(
                "name",
                "Figures",
                "subject",
                "For {council}",
                "body",
                "{parcels} parcels, {status}",
                "with",
                CHICHELEY,
                "do",
                "preview"));
    assertThat(preview.statusCode()).isEqualTo(200);
    assertThat(preview.body()).contains("For Chicheley Parish Meeting", "No interest recorded");
    assertThat(OWNER.sql("SELECT count(*) FROM letter_template").query(Long.class).single())
        .isEqualTo(1);
  }

  @Test
  void lettersAreOneFileForEachCouncilAndNotedAsAStep() throws IOException {
    String office = "/councils/" + CHICHELEY + "/office/steps";
    assertThat(
            chicheley
                .post(
                    office,
                    "/councils/" + CHICHELEY + "/office/delivery",
                    Map.of("post-address", "The Hall\nChicheley", "mail", "yes"))
                .statusCode())
        .isEqualTo(303);
    HttpResponse<byte[]> answer = letters("zip", "maps");
    assertThat(answer.statusCode()).isEqualTo(200);
    Map<String, byte[]> files = unzip(answer.body());
    assertThat(files).containsOnlyKeys(CHICHELEY + ".pdf", TYRINGHAM + ".pdf");
    try (PDDocument pdf = Loader.loadPDF(files.get(CHICHELEY + ".pdf"))) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(1);
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("Milton Keynes Council", "The Hall", "Dear Chair", "30 September 2018")
          .contains("Green land in the area of Chicheley Parish Meeting")
          .contains("Demonstration")
          .doesNotContain("{");
      assertThat(pdf.getDocumentInformation().getTitle()).contains("Chicheley");
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
      assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      PDPage page = pdf.getPage(0);
      for (var name : page.getResources().getFontNames()) {
        assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
      }
    }
    assertThat(
            OWNER
                .sql(
                    "SELECT count(*) FROM engagement_step WHERE step = 'maps'"
                        + " AND day = '2018-09-30' AND document = 'Maps of the land'")
                .query(Long.class)
                .single())
        .isEqualTo(2);
    try (PDDocument all = Loader.loadPDF(letters("pdf", "").body())) {
      assertThat(all.getNumberOfPages()).isEqualTo(2);
    }
  }

  @Test
  void theTableIsSafeInASpreadsheet() {
    OWNER
        .sql(
            "INSERT INTO council_delivery (council_id, post_address) SELECT id,"
                + " '=HYPERLINK(\"http://x\")' FROM council WHERE slug = ?"
                + " ON CONFLICT (council_id) DO NOTHING")
        .param(TYRINGHAM)
        .update();
    String csv = new String(letters("csv", "").body(), StandardCharsets.UTF_8);
    assertThat(csv).startsWith("\uFEFFcouncil,kind,clerk_title");
    assertThat(csv).contains("\"'=HYPERLINK(\"\"http://x\"\")\"");
    assertThat(csv.lines().filter(line -> line.startsWith("Tyringham"))).hasSize(1);
  }

  private static HttpResponse<byte[]> letters(String as, String recorded) {
    String template =
        OWNER.sql("SELECT min(id)::text FROM letter_template").query(String.class).single();
    return post(
        "/manage/letters",
        "/manage/letters",
        "council="
            + CHICHELEY
            + "&council="
            + TYRINGHAM
            + "&template="
            + template
            + "&day=2018-09-30&as="
            + as
            + "&record="
            + recorded);
  }

  private static HttpResponse<byte[]> post(String page, String action, String fields) {
    Matcher token =
        Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(officer.get(page).body());
    assertThat(token.find()).isTrue();
    StringBuilder cookies = new StringBuilder();
    officer.cookies().forEach((name, value) -> cookies.append(name + "=" + value + ";"));
    return send(
        HttpRequest.newBuilder(URI.create(DemonstrationApp.address() + action))
            .header("Cookie", cookies.toString())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    fields + "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)))
            .build());
  }

  private static HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, byte[]> unzip(byte[] bytes) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  @Test
  void anAgreementIsCountedChangedAndSeenByItsCouncil() {
    long status = devolved();
    String parcel =
        OWNER
            .sql(
                "SELECT min(x.reference) FROM piece_at('2018-10-01') x JOIN council c"
                    + " ON c.id = x.council_id WHERE c.slug = ? AND x.asset_type = 'amenity grass'"
                    + " AND x.looked_after_by_kind = 'council'")
            .param(RAVENSTONE)
            .query(String.class)
            .single();
    String path = "/manage/agreements/" + status;
    String version = value(officer.get(path).body(), "version");
    String fields =
        "document=Deed+14&from=2014-04-01&until=2018-12-31&review-on=2018-09-01&rule=all-but"
            + "&type=amenity+grass&in=&version="
            + version;
    HttpResponse<byte[]> wrong = post(path, path, fields + "&out=MK-NONE&reason=test");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(new String(wrong.body(), StandardCharsets.UTF_8))
        .contains(
            "MK-NONE: no parcel with that reference lies in the area of Ravenstone Parish Council");
    String counted =
        new String(
            post(path, path, fields + "&out=" + parcel + "&do=show").body(),
            StandardCharsets.UTF_8);
    assertThat(counted).contains("Nothing is saved yet", parcel + "</a>");
    assertThat(officer.get("/manage/agreements").body()).doesNotContain("Deed 14");
    assertThat(post(path, path, fields + "&out=" + parcel + "&reason=test").statusCode())
        .isEqualTo(303);
    assertThat(officer.get("/manage/agreements?months=3").body())
        .contains("Deed 14", "1 September 2018", "Overdue", "31 December 2018", "With exceptions");
    assertThat(post(path, path, fields + "&out=&reason=test").statusCode()).isEqualTo(422);
    assertThat(officer.get("/councils/" + RAVENSTONE + "/office/agreement").body())
        .contains("Deed 14", "1 April 2014 to 31 December 2018", parcel);
    assertThat(
            OWNER
                .sql("SELECT looked_after_by_kind FROM piece_at('2018-10-01') WHERE reference = ?")
                .param(parcel)
                .query(String.class)
                .list())
        .doesNotContain("council");
  }

  private static long devolved() {
    return OWNER
        .sql(
            "SELECT s.id FROM status s JOIN council c ON c.id = s.council_id"
                + " WHERE c.slug = ? AND s.status = 'devolved' AND s.valid @> date '2018-10-01'")
        .param(RAVENSTONE)
        .query(Long.class)
        .single();
  }

  private static String value(String page, String field) {
    int from = page.indexOf("value=\"", page.indexOf("name=\"" + field + "\"")) + 7;
    return page.substring(from, page.indexOf('"', from));
  }
}
