package org.greensward.security.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.Map;
import org.greensward.DemonstrationApp;
import org.greensward.security.TestAccounts;
import org.greensward.security.TestAccounts.Session;
import org.greensward.security.account.AccountRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sign-in, and that what is not public is told to its council and officers alone. */
class AudienceTest {
  private static final TestAccounts PEOPLE =
      new TestAccounts(DemonstrationApp.ownerJdbc(), DemonstrationApp.address());
  private static final JdbcClient OWNER = DemonstrationApp.ownerJdbc();

  @BeforeAll
  static void accounts() {
    PEOPLE.account("officer@example.org", AccountRole.OFFICER, "Landscape officer");
    PEOPLE.account("olney@example.org", AccountRole.COUNCIL, "Clerk", "olney-town-council");
    PEOPLE.account("lavendon@example.org", AccountRole.COUNCIL, "Clerk", "lavendon-parish-council");
  }

  @Test
  void thePublicHasNoSessionAndMayNotManage() {
    Session anybody = new Session(DemonstrationApp.address());
    HttpResponse<String> page = anybody.get("/councils");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(anybody.cookies()).isEmpty();
    HttpResponse<String> managed = anybody.get("/manage");
    assertThat(managed.statusCode()).isEqualTo(302);
    assertThat(managed.headers().firstValue("Location").orElseThrow()).contains("/sign-in");
  }

  @Test
  void whoSignedInIsNotAnsweredFromCaches() {
    Session officer = PEOPLE.signIn("officer@example.org");
    HttpResponse<String> page = officer.get("/councils");
    assertThat(page.headers().firstValue("Cache-Control")).contains("private, no-store");
    assertThat(page.body()).contains("Landscape officer").doesNotContain("officer@example.org");
  }

  @Test
  void aWrongPasswordIsRefusedWithoutSayingWhich() {
    Session session = new Session(DemonstrationApp.address());
    for (String email : new String[] {"officer@example.org", "nobody@example.org"}) {
      HttpResponse<String> answer =
          session.post("/sign-in", "/sign-in", Map.of("email", email, "password", "wrong"));
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).contains("The email address or the password is not right");
    }
  }

  @Test
  void theDatabaseRefusesThePublicWhatIsNotPublic() {
    JdbcClient asPublic = DemonstrationApp.bean(JdbcClient.class);
    assertThat(asPublic.sql("SELECT count(*) FROM rate").query(Long.class).single()).isZero();
    assertThat(OWNER.sql("SELECT count(*) FROM rate").query(Long.class).single()).isPositive();
    for (String table : new String[] {"account", "audit", "status_history", "account_secret"}) {
      assertThatThrownBy(() -> asPublic.sql("SELECT count(*) FROM " + table).query().singleValue())
          .rootCause()
          .hasMessageContaining("permission denied");
    }
    assertThatThrownBy(() -> asPublic.sql("DELETE FROM land").update())
        .rootCause()
        .hasMessageContaining("permission denied");
  }
}
