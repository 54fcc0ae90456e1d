package org.greensward.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.greensward.DemonstrationApp;
import org.greensward.admin.WorkbookSheet;
import org.greensward.security.TestAccounts;
import org.greensward.security.TestAccounts.Session;
import org.greensward.security.account.AccountRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A status is claimed, at once or for a later day, and ended; the public is told when it is time.
 */
class StatusPageTest {
  private static final JdbcClient OWNER = DemonstrationApp.ownerJdbc();
  private static final TestAccounts PEOPLE = new TestAccounts(OWNER, DemonstrationApp.address());
  private static final String SLUG = "castlethorpe-parish-council";
  private static Session officer;
  private static long council;

  @BeforeAll
  static void signIn() {
    PEOPLE.account("claims@example.org", AccountRole.OFFICER, "Landscape officer");
    officer = PEOPLE.signIn("claims@example.org");
    council =
        OWNER.sql("SELECT id FROM council WHERE slug = ?").param(SLUG).query(Long.class).single();
    OWNER.sql("DROP TABLE IF EXISTS status_before_test").update();
    OWNER
        .sql("CREATE TABLE status_before_test AS SELECT * FROM status WHERE council_id = ?")
        .param(council)
        .update();
  }

  @AfterEach
  void putBack() {
    OWNER.sql("DELETE FROM status WHERE council_id = ?").param(council).update();
    OWNER
        .sql("INSERT INTO status OVERRIDING SYSTEM VALUE SELECT * FROM status_before_test")
        .update();
  }

  /** The store is shared, and other tests look at all of its tables. */
  @AfterAll
  static void forget() {
    OWNER.sql("DROP TABLE status_before_test").update();
  }

  private static WorkbookSheet claim(String status) {
    return WorkbookSheet.open(officer, "/manage/council/" + council + "/status")
        .with("status", status)
        .with("from", "2018-06-01")
        .with("source", "their minute")
        .with("change_reason", "they resolved it");
  }

  @Test
  void aLaterClaimIsConfidentialAndTheFirstIsPublicStill() {
    String day = LocalDate.now().plusDays(40).toString();
    HttpResponse<String> saved =
        claim("devolved")
            .with("arrangement", "agency")
            .with("publish", "later")
            .with("publish_date", day)
            .send();
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
    assertThat(officer.get("/manage/status?is_council_id=" + council).body())
        .contains("It is confidential until", "Confidential", "Public");
    String page = officer.get("/manage/council/" + council + "/status").body();
    assertThat(page).contains("What the public sees", "Confidential: recorded, not public yet");
    assertThat(new Session(DemonstrationApp.address()).get("/councils/" + SLUG).body())
        .doesNotContain("their minute");
    assertThat(officer.get("/manage").body()).contains("waiting to be published");
    assertThat(officer.get("/manage/status?rows=confidential").body()).contains("Castlethorpe");
  }

  @Test
  void aClaimForNowIsSeenAtOnceAndEnds() {
    assertThat(claim("interested").send().statusCode()).isEqualTo(303);
    assertThat(new Session(DemonstrationApp.address()).get("/councils/" + SLUG).body())
        .contains("their minute");
    String id =
        OWNER
            .sql("SELECT id::text FROM status WHERE council_id = ? AND source = 'their minute'")
            .param(council)
            .query(String.class)
            .single();
    assertThat(officer.get("/manage/status/" + id).body()).contains("Claim a status");
    HttpResponse<String> wrong =
        WorkbookSheet.open(officer, "/manage/status/" + id + "/end")
            .with("from", "2018-05-01")
            .with("change_reason", "withdrawn")
            .send();
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("from-error");
    HttpResponse<String> ended =
        WorkbookSheet.open(officer, "/manage/status/" + id + "/end")
            .with("from", "2018-08-01")
            .with("change_reason", "withdrawn")
            .send();
    assertThat(ended.statusCode()).as(ended.body()).isEqualTo(303);
    assertThat(
            OWNER
                .sql("SELECT status FROM council_status_at('2018-10-01') WHERE council_id = ?")
                .param(council)
                .query(String.class)
                .single())
        .isEqualTo("unknown");
  }

  @Test
  void whoeverClaimsAfterAnotherIsShownTheirClaim() {
    WorkbookSheet stale = claim("none").with("note", "typed at length");
    assertThat(claim("interested").send().statusCode()).isEqualTo(303);
    HttpResponse<String> answer = stale.send();
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body())
        .contains("Somebody else has recorded a status", "their minute", "typed at length");
    assertThat(WorkbookSheet.of(officer, answer.body()).send().statusCode()).isEqualTo(303);
  }

  @Test
  void faultsAreToldAtTheirFields() {
    HttpResponse<String> answer =
        WorkbookSheet.open(officer, "/manage/council/" + council + "/status")
            .with("status", "none")
            .with("from", "2018-06-01")
            .with("until", "2018-06-01")
            .with("arrangement", "agency")
            .with("publish", "later")
            .with("publish_date", "2018-01-01")
            .send();
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("until-error", "arrangement-error", "publish_date-error", "change_reason-error");
    assertThat(officer.get("/manage/status/new").body()).contains("Castlethorpe Parish Council");
    assertThat(
            officer
                .get("/manage/status/new?council=" + council)
                .headers()
                .firstValue("Location")
                .orElse(""))
        .endsWith("/manage/council/" + council + "/status");
    assertThat(officer.get("/manage/council/x/status").statusCode()).isEqualTo(404);
    assertThat(officer.get("/manage/council/99999/status").statusCode()).isEqualTo(404);
  }
}
