package org.greensward.licence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greensward.DemonstrationApp;
import org.greensward.security.TestAccounts;
import org.greensward.security.TestAccounts.Session;
import org.greensward.security.account.AccountRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first use of a restricted layer, through the door: terms, acceptance, file. */
class TermsHttpTest {
  private static final JdbcClient OWNER = DemonstrationApp.ownerJdbc();
  private static final String LAND = "/download/land.csv?council=olney-town-council";
  private static final LicenceRepository LICENCES = new LicenceRepository(OWNER);
  private static final Licence OPEN = LICENCES.find("land").orElseThrow();
  private static Session clerk;
  private static Session officer;

  @BeforeAll
  static void people() {
    TestAccounts people = new TestAccounts(OWNER, DemonstrationApp.address());
    people.account("licence-clerk@example.org", AccountRole.COUNCIL, "Clerk", "olney-town-council");
    people.account("licence-officer@example.org", AccountRole.OFFICER, "Landscape officer");
    clerk = people.signIn("licence-clerk@example.org");
    officer = people.signIn("licence-officer@example.org");
  }

  @BeforeEach
  void forCouncils() {
    LICENCES.set(
        new Licence("land", LicenceFlag.COUNCIL, null, "PSGA", "© Crown <copyright>", null));
  }

  @AfterEach
  void putBack() {
    OWNER.sql("DELETE FROM licence_acceptance WHERE layer = 'land'").update();
    LICENCES.set(OPEN);
  }

  @Test
  void theFirstUseLeadsToTheTermsAndTheyLeadToTheFile() {
    HttpResponse<String> first = clerk.get(LAND);
    assertThat(first.statusCode()).isEqualTo(303);
    String terms = location(first);
    assertThat(terms)
        .isEqualTo("/licences/land?next=" + URLEncoder.encode(LAND, StandardCharsets.UTF_8));
    String page = clerk.get(terms).body();
    assertThat(page)
        .contains(
            "for each local council&#39;s own work",
            "© Crown &lt;copyright&gt;",
            "Accept these terms");

    HttpResponse<String> accepted = accept(clerk, terms, page);
    assertThat(accepted.statusCode()).isEqualTo(303);
    assertThat(location(accepted)).isEqualTo(LAND);
    HttpResponse<String> file = clerk.get(LAND);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.body()).contains("© Crown <copyright>", "land: PSGA (council only)");
    assertThat(clerk.get("/licences").body()).contains("You accepted version");

    // Its own rows alone, and nobody else's acceptance.
    assertThat(problem(clerk, "/download/land.csv"))
        .contains("land is for each local council's own rows only");
    assertThat(problem(clerk, "/download/land.csv?council=lavendon-parish-council"))
        .contains("own rows only");
    assertThat(officer.get(LAND).statusCode()).isEqualTo(303);
    assertThat(officer.get("/manage/licence_acceptance").body())
        .contains("Clerk, Olney Town Council");
    assertThat(officer.get("/manage/licence_acceptance.csv").body())
        .contains("land,")
        .contains("\"Clerk, Olney Town Council\"");

    // Other terms are accepted anew.
    OWNER.sql("UPDATE layer_licence SET terms = 'Be kind.' WHERE layer = 'land'").update();
    assertThat(clerk.get(LAND).statusCode()).isEqualTo(303);
    assertThat(clerk.get("/licences/land").body()).contains("Be kind.");
    HttpResponse<String> late = accept(clerk, "/licences/land", page);
    assertThat(late.statusCode()).isEqualTo(422);
    assertThat(late.body()).contains("The terms have changed while you read them");
  }

  @Test
  void aProgramIsToldWhereTheTermsAre() {
    assertThat(problem(clerk, LAND))
        .contains(
            "the terms of land have not been accepted as they stand now",
            DemonstrationApp.address() + "/licences/land");
    Session nobody = new Session(DemonstrationApp.address());
    assertThat(problem(nobody, LAND)).contains("land is for its local council only; sign in first");
    assertThat(nobody.get(LAND).statusCode()).isEqualTo(403);
  }

  @Test
  void thePageOfDownloadsSaysWhyAndWhatToDo() {
    assertThat(new Session(DemonstrationApp.address()).get("/download").body())
        .contains("Land: for its local council only.", "Sign in");
    assertThat(clerk.get("/download").body())
        .contains("own rows only. Choose yours:", "/download?council=olney-town-council");
    assertThat(clerk.get("/download?council=olney-town-council").body())
        .contains("Land: the terms have not been accepted yet.", "/download/land.gpkg")
        .contains("/licences/land?next=/download");
  }

  /** Nobody is led elsewhere. */
  @Test
  void onlyAddressesOfThisServiceAreFollowed() {
    String page = clerk.get("/licences/land?next=https://example.org/").body();
    assertThat(page).doesNotContain("example.org/\"");
    HttpResponse<String> accepted = accept(clerk, "/licences/land?next=//example.org/land", page);
    assertThat(location(accepted)).isEqualTo("/licences/land");
  }

  @Test
  void officersChangeTheTermsOnThePagesForTables() {
    assertThat(officer.get("/manage/layer_licence/land").body())
        .contains("name=\"terms\"", "Version of the terms");
  }

  private static HttpResponse<String> accept(Session session, String from, String page) {
    Matcher version = Pattern.compile("name=\"version\" value=\"([0-9]+)\"").matcher(page);
    assertThat(version.find()).isTrue();
    String next = java.net.URI.create(from).getQuery();
    return session.post(
        from,
        "/licences/land",
        Map.of(
            "version",
            version.group(1),
            "next",
            next == null ? "" : next.substring("next=".length())));
  }

  private static String problem(Session session, String path) {
    HttpResponse<String> answer = session.getAs(path, "application/json");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    return answer.body();
  }

  private static String location(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .orElse("")
        .replace(DemonstrationApp.address(), "");
  }
}
