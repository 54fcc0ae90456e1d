package org.greensward.security.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greensward.security.AccessVisits.ADMINISTRATOR;
import static org.greensward.security.AccessVisits.CLERK;
import static org.greensward.security.AccessVisits.OFFICE;
import static org.greensward.security.AccessVisits.OWNER;
import static org.greensward.security.AccessVisits.PEOPLE;
import static org.greensward.security.AccessVisits.actions;
import static org.greensward.security.AccessVisits.code;
import static org.greensward.security.AccessVisits.first;
import static org.greensward.security.AccessVisits.hidden;
import static org.greensward.security.AccessVisits.idOf;
import static org.greensward.security.AccessVisits.location;
import static org.greensward.security.AccessVisits.request;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.greensward.security.AccessVisits;
import org.greensward.security.TestAccounts;
import org.greensward.security.TestAccounts.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;

/** What is kept when a session has ended, and where a sign-in leads. */
class SavedFormTest {
  @BeforeEach
  void accounts() {
    AccessVisits.accounts();
  }

  @Test
  void whatWasTypedOutlivesASession() {
    Session administrator = PEOPLE.signIn(ADMINISTRATOR);
    String page = "/manage/accounts/add";
    String body = administrator.get(page).body();
    OWNER
        .sql("DELETE FROM spring_session WHERE principal_name = ?")
        .param(String.valueOf(idOf(ADMINISTRATOR)))
        .update();
    String odd = "Ann \"O'Hara\" <b>&amp;\nReed";
    HttpResponse<String> asked =
        administrator.send(
            request(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "_page=/manage/accounts/add&_csrf="
                            + first(body, "name=\"_csrf\"[^>]*value=\"([^\"]+)\"")
                            + "&role=officer&email=kept%40example.org&password=hush&name="
                            + URLEncoder.encode(odd, StandardCharsets.UTF_8))));
    assertThat(asked.statusCode()).isEqualTo(403);
    assertThat(asked.body())
        .contains("nothing has been saved yet", "name=\"kept.name\"", "name=\"next\"")
        .doesNotContain("hush", "<b>");

    // As a browser sends the page again, with what is hidden in it.
    Map<String, String> fields = new HashMap<>(hidden(asked.body()));
    fields.put("email", ADMINISTRATOR);
    fields.put("password", TestAccounts.PASSWORD);
    HttpResponse<String> half = administrator.post("/sign-in", "/sign-in", fields);
    assertThat(location(half)).isEqualTo("/sign-in/code");
    assertThat(location(code(administrator, PEOPLE.code(ADMINISTRATOR)))).isEqualTo(page);
    String again = administrator.get(page).body();
    assertThat(again)
        .contains("Your session had ended, so nothing has been saved yet")
        .contains("value=\"kept@example.org\"")
        .containsPattern("value=\"officer\"[^>]*checked");
    assertThat(HtmlUtils.htmlUnescape(again)).contains(odd);
    assertThat(administrator.get(page).body()).doesNotContain("kept@example.org");
  }

  @Test
  void aProgramIsToldInItsOwnWay() {
    HttpResponse<String> answer =
        new Session(PEOPLE.address())
            .send(
                HttpRequest.newBuilder(java.net.URI.create(PEOPLE.address() + "/manage/land"))
                    .header("Accept", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{}")));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    HttpResponse<String> denied =
        PEOPLE.signIn(CLERK).getAs("/manage/accounts", "application/json");
    assertThat(denied.statusCode()).isEqualTo(403);
    assertThat(denied.body()).contains("\"status\":403");
  }

  @Test
  void nobodyIsLedElsewhere() {
    for (String next : new String[] {"//evil.example", "https://evil.example", "/\\evil.example"}) {
      Session session = new Session(PEOPLE.address());
      HttpResponse<String> in =
          session.post(
              "/sign-in",
              "/sign-in",
              Map.of("email", CLERK, "password", TestAccounts.PASSWORD, "next", next));
      assertThat(location(in)).isEqualTo(OFFICE);
    }
    Session session = new Session(PEOPLE.address());
    HttpResponse<String> in =
        session.post(
            "/sign-in",
            "/sign-in",
            Map.of(
                "email",
                CLERK,
                "password",
                TestAccounts.PASSWORD,
                "next",
                "/councils?status=none"));
    assertThat(location(in)).isEqualTo("/councils?status=none");
  }

  @Test
  void aPageThatStoodOpenCanStillSignOut() {
    Session session = PEOPLE.signIn(CLERK);
    session.send(request("/sign-out").POST(HttpRequest.BodyPublishers.noBody()));
    assertThat(location(session.get("/account"))).startsWith("/sign-in");
    assertThat(actions(CLERK)).contains("sign-out");
  }
}
