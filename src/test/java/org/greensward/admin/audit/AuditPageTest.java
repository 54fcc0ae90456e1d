package org.greensward.admin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.greensward.DemonstrationApp;
import org.greensward.admin.WorkbookSheet;
import org.greensward.security.TestAccounts;
import org.greensward.security.TestAccounts.Session;
import org.greensward.security.account.AccountRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The trail of changes: every filter, field by field, page by page, and as CSV. */
class AuditPageTest {
  private static final JdbcClient OWNER = DemonstrationApp.ownerJdbc();
  private static final TestAccounts PEOPLE = new TestAccounts(OWNER, DemonstrationApp.address());
  private static Session officer;
  private static String party;
  private static String account;

  @BeforeAll
  static void changeSomething() {
    PEOPLE.account("auditor@example.org", AccountRole.OFFICER, "Trail officer");
    account =
        OWNER
            .sql("SELECT id::text FROM account WHERE email = 'auditor@example.org'")
            .query(String.class)
            .single();
    officer = PEOPLE.signIn("auditor@example.org");
    String path =
        WorkbookSheet.open(officer, "/manage/party/new")
            .with("name", "Trail & Trust")
            .with("kind", "trust")
            .with("change_reason", "=trail begins")
            .send()
            .headers()
            .firstValue("Location")
            .orElseThrow();
    party = path.replaceAll(".*/", "");
    WorkbookSheet.open(officer, path)
        .with("contact_role", "Warden")
        .with("change_reason", "trail goes on")
        .with("change_source", "minute 7")
        .send();
    WorkbookSheet.open(officer, "/manage/land/MK-000612")
        .with("owner_id", party)
        .with("change_reason", "trail of land")
        .send();
  }

  @AfterAll
  static void putBack() {
    OWNER
        .sql(
            "UPDATE land SET owner_id = (SELECT (before ->> 'owner_id')::bigint FROM audit"
                + " WHERE reason = 'trail of land' LIMIT 1) WHERE reference = 'MK-000612'")
        .update();
    OWNER.sql("DELETE FROM party WHERE name = 'Trail & Trust'").update();
  }

  @Test
  void aChangeIsToldFieldByFieldWithWhoAndWhyAndWhereFrom() {
    String page = officer.get("/manage/audit?table=party&row=" + party).body();
    assertThat(page)
        .contains("Trail &amp; Trust", "Trail officer", "account " + account, "from 127.0.0.1")
        .contains("Reason: trail goes on", "Source: minute 7", "Contact: office", "Warden")
        .contains("href=\"/manage/party/" + party + "\"")
        .doesNotContain("??", "auditor@example.org", "Person of");
    assertThat(page.indexOf("trail goes on")).isLessThan(page.indexOf("=trail begins"));
    assertThat(officer.get("/manage/audit?reason=trail+of+land").body())
        .as("names, not numbers, of what is referred to")
        .contains("Owner", "Trail &amp; Trust", "href=\"/manage/land/MK-000612\"");
  }

  @ParameterizedTest
  @CsvSource({
    "who=trail+off, true",
    "who=Nobody, false",
    "table=party, true",
    "table=lot, false",
    "action=update, true",
    "action=delete, false",
    "action=other, false",
    "reason=MINUTE+7, true",
    "reason=minute+8, false",
    "council=1, false",
    "to=2020-01-01, false",
    "from=2020-01-01, true",
  })
  void everyFilterNarrows(String filter, boolean found) {
    String page = officer.get("/manage/audit?row=" + party + "&" + filter).body();
    if (found) {
      assertThat(page).contains("trail goes on");
    } else {
      assertThat(page).doesNotContain("trail goes on");
    }
    assertThat(
            officer
                .get("/manage/audit?who=" + account + "&to=" + LocalDate.now().plusDays(1))
                .body())
        .contains("trail goes on");
  }

  @Test
  void faultyFiltersAreToldAtTheirFields() {
    HttpResponse<String> page = officer.get("/manage/audit?from=yesterday&council=x&action=y");
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("from-error", "council-error", "action-error");
  }

  @Test
  void theFileHasTheSameEntries() {
    HttpResponse<String> file = officer.get("/manage/audit.csv?table=party&row=" + party);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Type").orElse("")).contains("text/csv");
    assertThat(file.body())
        .startsWith("\uFEFFentry,at,who")
        .contains("Trail officer,", "Contact: office,,Warden,trail goes on,minute 7")
        .contains(",'=trail begins,");
  }

  @Test
  void aShapeIsToldAsAShapeAndPagesGoOn() {
    OWNER
        .sql("UPDATE land SET geom = ST_Translate(geom, 0.001, 0) WHERE reference = 'MK-000613'")
        .update();
    OWNER
        .sql("UPDATE land SET geom = ST_Translate(geom, -0.001, 0) WHERE reference = 'MK-000613'")
        .update();
    assertThat(officer.get("/manage/audit?table=land").body())
        .contains("Shape changed", "/manage/land/MK-000613/shape")
        .doesNotContain("coordinates");
    OWNER
        .sql(
            "INSERT INTO audit (action, subject, row_key) SELECT 'test', 'nothing', i::text"
                + " FROM generate_series(1, 60) AS i")
        .update();
    String first = officer.get("/manage/audit?table=nothing").body();
    assertThat(first).contains("Changes on this page: 50", "Older changes");
    String older =
        first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1").replace("&amp;", "&");
    assertThat(officer.get(older).body()).contains("Changes on this page: 10");
    assertThat(officer.get("/manage/audit.csv?table=nothing").body().lines().count()).isEqualTo(61);
  }
}
