package org.greensward.security.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greensward.security.AccessVisits.ADMINISTRATOR;
import static org.greensward.security.AccessVisits.OFFICE;
import static org.greensward.security.AccessVisits.OFFICER;
import static org.greensward.security.AccessVisits.OWNER;
import static org.greensward.security.AccessVisits.PEOPLE;
import static org.greensward.security.AccessVisits.base32;
import static org.greensward.security.AccessVisits.change;
import static org.greensward.security.AccessVisits.first;
import static org.greensward.security.AccessVisits.idOf;
import static org.greensward.security.AccessVisits.link;
import static org.greensward.security.AccessVisits.location;
import static org.greensward.security.AccessVisits.signIn;

import java.net.http.HttpResponse;
import java.util.Map;
import org.greensward.DemonstrationApp;
import org.greensward.security.AccessVisits;
import org.greensward.security.TestAccounts;
import org.greensward.security.TestAccounts.Session;
import org.greensward.security.secondfactor.Totp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do with their own account, and administrators with those of others. */
class AccountTest {
  @BeforeEach
  void accounts() {
    AccessVisits.accounts();
  }

  @Test
  void anAdministratorMakesALinkThatSetsThePasswordOnce() {
    Session administrator = PEOPLE.signIn(ADMINISTRATOR);
    String email = "sign-in-invited@example.org";
    HttpResponse<String> made =
        administrator.post(
            "/manage/accounts/add",
            "/manage/accounts/add",
            Map.of(
                "role", "council",
                "email", email,
                "name", "Ivy Invited",
                "title", "Deputy clerk",
                "councils", "stantonbury-parish-council"));
    String link = link(made);
    assertThat(administrator.get("/manage/accounts").body()).contains(email, "No password yet");
    Session invited = new Session(PEOPLE.address());
    assertThat(invited.get(link).body()).contains("Deputy clerk");
    Map<String, String> password =
        Map.of("new-password", "heron barrow oak", "new-password-again", "heron barrow oak");
    HttpResponse<String> in = invited.post(link, link, password);
    assertThat(location(in)).isEqualTo(OFFICE);
    assertThat(new Session(PEOPLE.address()).get(link).statusCode()).isEqualTo(404);
    assertThat(new Session(PEOPLE.address()).post("/sign-in", link, password).statusCode())
        .isEqualTo(404);

    // Whoever is handed the office: the same council and title, the same mailbox, one moment.
    String page = "/manage/accounts/" + idOf(email) + "/hand-over";
    HttpResponse<String> handed =
        administrator.post(page, page, Map.of("name", "Noel Next", "email", email));
    assertThat(link(handed)).isNotEqualTo(link);
    assertThat(location(invited.get("/account"))).startsWith("/sign-in");
    Session next = new Session(PEOPLE.address());
    String second = link(handed);
    assertThat(location(next.post(second, second, password))).isEqualTo(OFFICE);
    assertThat(next.get("/account").body()).contains("Noel Next", "Deputy clerk");
    assertThat(administrator.get("/manage/accounts?ended=true").body())
        .contains("Ivy Invited", "Noel Next", "Ended ");
    assertThat(location(next.get("/manage/accounts"))).isEmpty();
    assertThat(next.get("/manage/accounts").statusCode()).isEqualTo(403);
    assertThat(PEOPLE.signIn(OFFICER).get("/manage/accounts").statusCode()).isEqualTo(403);
  }

  @Test
  void whoLostTheirTelephoneSetsUpANewOneAfterAReset() {
    String email = "sign-in-lost@example.org";
    PEOPLE.account(email, AccountRole.OFFICER, "Officer");
    Session administrator = PEOPLE.signIn(ADMINISTRATOR);
    String page = "/manage/accounts/" + idOf(email);
    String link = link(administrator.post(page, page + "/link", Map.of("clear", "true")));
    Session session = new Session(PEOPLE.address());
    assertThat(
            location(
                session.post(
                    link,
                    link,
                    Map.of(
                        "new-password", "heron barrow oak",
                        "new-password-again", "heron barrow oak"))))
        .isEqualTo("/sign-in/set-up");
    assertThat(administrator.get(page).body()).contains("it is set up at the next sign-in");
  }

  @Test
  void aClerkMayHaveASecondFactorAndDoWithoutAgain() {
    String email = "sign-in-careful@example.org";
    PEOPLE.account(email, AccountRole.COUNCIL, "Clerk", "stantonbury-parish-council");
    Session session = PEOPLE.signIn(email);
    String page = "/account/second-factor";
    byte[] secret =
        base32(
            first(session.get(page).body(), "<strong>([A-Z2-7 ]{30,})</strong>").replace(" ", ""));
    String code = Totp.code(secret, Totp.step(DemonstrationApp.CLOCK.instant()));
    assertThat(session.post(page, page, Map.of("code", code, "password", "wrong")).body())
        .contains("This is not your password");
    assertThat(
            location(
                session.post(page, page, Map.of("code", code, "password", TestAccounts.PASSWORD))))
        .isEqualTo("/account/recovery-codes");
    assertThat(location(signIn(new Session(PEOPLE.address()), email, TestAccounts.PASSWORD)))
        .isEqualTo("/sign-in/code");
    session.post(
        "/account",
        "/account/recovery-codes",
        Map.of("change", "remove", "password", TestAccounts.PASSWORD));
    assertThat(location(signIn(new Session(PEOPLE.address()), email, TestAccounts.PASSWORD)))
        .isEqualTo(OFFICE);
  }

  @Test
  void aPasswordIsChangedWithTheOldOneAndEndsOtherSessions() {
    String email = "sign-in-changer@example.org";
    PEOPLE.account(email, AccountRole.COUNCIL, "Clerk", "stantonbury-parish-council");
    Session here = PEOPLE.signIn(email);
    Session there = PEOPLE.signIn(email);
    String fresh = "heron barrow oak seven";
    assertThat(change(here, "wrong", fresh).body()).contains("This is not your password");
    assertThat(change(here, TestAccounts.PASSWORD, "short").body())
        .contains("at least 12 characters");
    assertThat(change(here, TestAccounts.PASSWORD, "password1234").body()).contains("tried first");
    assertThat(change(here, TestAccounts.PASSWORD, email).body())
        .contains("your name or email address");
    assertThat(location(change(here, TestAccounts.PASSWORD, fresh))).isEqualTo("/account");
    assertThat(here.get("/account").body()).contains("Your password is changed");
    assertThat(location(there.get("/account"))).startsWith("/sign-in");
    assertThat(signIn(new Session(PEOPLE.address()), email, fresh).statusCode()).isEqualTo(303);

    Session another = new Session(PEOPLE.address());
    signIn(another, email, fresh);
    assertThat(here.get("/account").body()).contains("2 other browsers");
    here.post("/account", "/account/other-sessions", Map.of());
    assertThat(location(another.get("/account"))).startsWith("/sign-in");
    assertThat(here.get("/account").statusCode()).isEqualTo(200);
  }

  @Test
  void sessionsEndWhenTheAccountDoesOrChanges() {
    for (String change :
        new String[] {
          "UPDATE account SET title = 'Locum clerk' WHERE id = ?",
          "DELETE FROM account_council WHERE account_id = ?",
          "UPDATE account SET ended_at = now() WHERE id = ?"
        }) {
      String email = "sign-in-leaver@example.org";
      PEOPLE.account(email, AccountRole.COUNCIL, "Clerk", "stantonbury-parish-council");
      Session session = PEOPLE.signIn(email);
      assertThat(session.get("/account").statusCode()).isEqualTo(200);
      OWNER.sql(change).param(idOf(email)).update();
      assertThat(location(session.get("/account"))).as(change).startsWith("/sign-in");
    }
  }
}
