package org.greensward.security.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greensward.security.AccessVisits.CLERK;
import static org.greensward.security.AccessVisits.OFFICER;
import static org.greensward.security.AccessVisits.OWNER;
import static org.greensward.security.AccessVisits.PEOPLE;
import static org.greensward.security.AccessVisits.actions;
import static org.greensward.security.AccessVisits.base32;
import static org.greensward.security.AccessVisits.code;
import static org.greensward.security.AccessVisits.idOf;
import static org.greensward.security.AccessVisits.location;
import static org.greensward.security.AccessVisits.request;
import static org.greensward.security.AccessVisits.signIn;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greensward.DemonstrationApp;
import org.greensward.security.AccessVisits;
import org.greensward.security.TestAccounts;
import org.greensward.security.TestAccounts.Session;
import org.greensward.security.account.AccountRole;
import org.greensward.security.secondfactor.Totp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in over HTTP: both factors, lock-out, sessions. */
class SignInTest {
  private static final Pattern KEY = Pattern.compile("<strong>([A-Z2-7 ]{30,})</strong>");

  @BeforeEach
  void accounts() {
    AccessVisits.accounts();
  }

  @Test
  void anOfficerIsNobodyBeforeTheCode() {
    Session session = new Session(PEOPLE.address());
    HttpResponse<String> half = signIn(session, OFFICER, TestAccounts.PASSWORD);
    assertThat(location(half)).isEqualTo("/sign-in/code");
    assertThat(location(session.get("/manage"))).startsWith("/sign-in?next=");
    assertThat(session.get("/councils").body()).doesNotContain("Landscape officer");
    assertThat(code(session, "000000").statusCode()).isEqualTo(422);
    String right = PEOPLE.code(OFFICER);
    HttpResponse<String> in = code(session, right);
    assertThat(in.statusCode()).isEqualTo(303);
    assertThat(location(in)).isEqualTo("/manage");
    assertThat(session.get("/councils").body()).contains("Landscape officer");

    Session other = new Session(PEOPLE.address());
    signIn(other, OFFICER, TestAccounts.PASSWORD);
    assertThat(code(other, right).body()).contains("has been used already");
  }

  @Test
  void anOfficerWithoutASecondFactorSetsOneUpFirst() {
    String email = "sign-in-new-officer@example.org";
    PEOPLE.account(email, AccountRole.OFFICER, "New officer");
    OWNER.sql("DELETE FROM account_factor WHERE account_id = ?").param(idOf(email)).update();
    Session session = new Session(PEOPLE.address());
    assertThat(location(signIn(session, email, TestAccounts.PASSWORD)))
        .isEqualTo("/sign-in/set-up");
    HttpResponse<String> page = session.get("/sign-in/set-up");
    assertThat(page.body()).contains("<svg class=\"gs-qr\"");
    assertThat(location(session.get("/account"))).startsWith("/sign-in?next=");
    Matcher key = KEY.matcher(page.body());
    assertThat(key.find()).isTrue();
    byte[] secret = base32(key.group(1).replace(" ", ""));
    String code = Totp.code(secret, Totp.step(DemonstrationApp.CLOCK.instant()));
    HttpResponse<String> in =
        session.post("/sign-in/set-up", "/sign-in/set-up", Map.of("code", code));
    assertThat(location(in)).isEqualTo("/account/recovery-codes");
    List<String> codes =
        Pattern.compile("<code>([a-z2-7-]+)</code>")
            .matcher(session.get("/account/recovery-codes").body())
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(codes).hasSize(10);
    assertThat(session.get("/account/recovery-codes").body()).doesNotContain(codes.get(0));

    for (int status : new int[] {303, 422}) {
      Session again = new Session(PEOPLE.address());
      signIn(again, email, TestAccounts.PASSWORD);
      assertThat(code(again, codes.get(0)).statusCode()).isEqualTo(status);
    }
  }

  @Test
  void aSessionFromBeforeIsGoodForNothingAfter() {
    Session session = new Session(PEOPLE.address());
    session.get("/sign-in");
    Map<String, String> before = session.cookies();
    HttpResponse<String> in = signIn(session, CLERK, TestAccounts.PASSWORD);
    assertThat(session.cookies()).isNotEqualTo(before);
    assertThat(String.join(" ", in.headers().allValues("Set-Cookie")))
        .contains("HttpOnly", "SameSite=Lax")
        .doesNotContain("Secure");
    HttpResponse<String> planted =
        new Session(PEOPLE.address())
            .send(request("/account").header("Cookie", "SESSION=" + before.get("SESSION")));
    assertThat(location(planted)).startsWith("/sign-in");
  }

  @Test
  void aSessionThatAnOlderVersionWroteIsNone() {
    Session session = PEOPLE.signIn(CLERK);
    OWNER
        .sql(
            """
            UPDATE spring_session_attributes SET attribute_bytes = '\\xaced00' FROM spring_session s
            WHERE primary_id = session_primary_id AND principal_name = ?
            """)
        .param(String.valueOf(idOf(CLERK)))
        .update();
    assertThat(location(session.get("/account"))).startsWith("/sign-in");
  }

  @Test
  void aCookieOfHttpsIsSecure() {
    HttpResponse<String> page =
        new Session(PEOPLE.address())
            .send(request("/sign-in").header("X-Forwarded-Proto", "https"));
    assertThat(String.join(" ", page.headers().allValues("Set-Cookie"))).contains("Secure");
  }

  @Test
  void manyTriesCloseAnAddressForAWhileWhetherItExistsOrNot() {
    for (String email : new String[] {CLERK, "sign-in-nobody@example.org"}) {
      Session session = new Session(PEOPLE.address());
      for (int i = 0; i < 5; i++) {
        assertThat(signIn(session, email, "wrong").body()).contains("is not right");
      }
      assertThat(signIn(session, email, TestAccounts.PASSWORD).body())
          .contains("Try again in 30 seconds")
          .contains("value=\"" + email + "\"");
    }
    DemonstrationApp.CLOCK.advance(Duration.ofSeconds(30));
    assertThat(signIn(new Session(PEOPLE.address()), CLERK, TestAccounts.PASSWORD).statusCode())
        .isEqualTo(303);
    assertThat(actions(CLERK))
        .contains("sign-in-failed", "locked-out", "sign-in-closed", "sign-in");
  }

  @Test
  void theTrailHoldsNeitherPasswordsNorAddressesOfPeople() {
    signIn(new Session(PEOPLE.address()), CLERK, "a password that is wrong");
    assertThat(OWNER.sql("SELECT row_to_json(a)::text FROM audit a").query(String.class).list())
        .noneMatch(row -> row.contains(CLERK) || row.contains("that is wrong"));
  }
}
