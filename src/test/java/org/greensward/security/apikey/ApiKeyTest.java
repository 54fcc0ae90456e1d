package org.greensward.security.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greensward.security.AccessVisits.ADMINISTRATOR;
import static org.greensward.security.AccessVisits.CLERK;
import static org.greensward.security.AccessVisits.OFFICER;
import static org.greensward.security.AccessVisits.OWNER;
import static org.greensward.security.AccessVisits.PEOPLE;
import static org.greensward.security.AccessVisits.first;
import static org.greensward.security.AccessVisits.idOf;
import static org.greensward.security.AccessVisits.location;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.greensward.Http;
import org.greensward.security.AccessVisits;
import org.greensward.security.TestAccounts.Session;
import org.greensward.security.account.AccountRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys as programs show them, and the pages that make and revoke them. */
class ApiKeyTest {
  private static final String COUNCIL = "/api/councils/stantonbury-parish-council";
  private static final String SECRET = "Minute of the keys";
  private static final String KEY = "(gsw_[A-Za-z0-9_-]{43})";
  private static String clerks;
  private static String officers;

  @BeforeAll
  static void oneStatusAwaitsPublication() {
    AccessVisits.accounts();
    clerks = PEOPLE.key(CLERK, false);
    officers = PEOPLE.key(OFFICER, true);
    OWNER
        .sql(
            """
            SELECT claim_status(c.id, v.id, 'devolved', '[2031-04-01,)', 'agency', 'illustrative',
                                ?, NULL, now() + interval '1 day')
            FROM council c, service v WHERE c.slug = 'stantonbury-parish-council'
            """)
        .param(SECRET)
        .query(Long.class)
        .single();
  }

  @AfterAll
  static void takeItBack() {
    OWNER.sql("DELETE FROM status WHERE published_from > now()").update();
    OWNER.sql("UPDATE status SET published_until = NULL WHERE published_until > now()").update();
    OWNER
        .sql(
            """
            DELETE FROM api_key k USING account a
            WHERE a.id = k.account_id AND a.email IN (:emails)
            """)
        .param("emails", List.of(CLERK, OFFICER, ADMINISTRATOR))
        .update();
  }

  @ParameterizedTest
  @ValueSource(strings = {COUNCIL, "/download/statuses.csv", "/download"})
  void aKeySeesWhatItsAccountSeesWithoutASession(String path) {
    String another = PEOPLE.key(ADMINISTRATOR, false);
    for (String[] headers :
        List.of(
            new String[] {"Authorization", Http.basic(clerks)},
            new String[] {"authorization", Http.bearer(clerks)},
            new String[] {"Authorization", Http.basic(officers), "Accept", "text/html,*/*"},
            new String[] {
              "Authorization", "bearer  " + officers + " ", "Cookie", "SESSION=none"
            })) {
      HttpResponse<byte[]> told = Http.get(path, headers);
      assertThat(told.statusCode()).isEqualTo(200);
      assertThat(text(told)).contains(path.equals("/download") ? "Confidential" : SECRET);
      assertThat(told.headers().firstValue("Cache-Control")).contains("private, no-store");
      assertThat(told.headers().map()).doesNotContainKey("Set-Cookie");
      HttpResponse<byte[]> head = Http.send("HEAD", path, headers);
      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.body()).isEmpty();
    }
    for (HttpResponse<byte[]> other : List.of(Http.get(path), Http.getAs(another, path))) {
      assertThat(other.statusCode()).isEqualTo(200);
      assertThat(text(other)).doesNotContain(SECRET, "Confidential");
      assertThat(other.headers().allValues("Vary")).anyMatch(it -> it.contains("Authorization"));
    }
  }

  @Test
  void aKeyCountsMoreThanASession() {
    Session clerk = PEOPLE.signIn(CLERK);
    String administrators = PEOPLE.key(ADMINISTRATOR, false);
    HttpResponse<String> answer =
        clerk.send(asking(COUNCIL).header("Authorization", Http.bearer(administrators)));
    assertThat(answer.body()).doesNotContain(SECRET);
    assertThat(answer.headers().map()).doesNotContainKey("Set-Cookie");
    assertThat(clerk.getAs(COUNCIL, "application/json").body()).contains(SECRET);
    assertThat(clerk.send(asking(COUNCIL).header("Authorization", "Bearer wrong")).statusCode())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bearer gsw_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | not known here",
        "Bearer password1                                      | is no key of this service",
        "Bearer                                                | no key in it",
        "Basic                                                 | no colon",
        "Basic !!!                                             | not base64",
        "Basic OnB3                                            | is no key of this service",
        "Basic YWJj                                            | no colon",
        "Basic dXNlcjo=                                        | no key in it",
        "Digest username=x                                     | not understood",
        "''                                                    | not understood",
        "gsw_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa        | not understood"
      })
  void whatIsNoKeyIsRefusedWithAReasonAndNeverAnsweredAsThePublic(String header, String reason) {
    for (String path : List.of(COUNCIL, "/download/statuses.csv", "/ogc", "/ogc/collections")) {
      HttpResponse<byte[]> refused = Http.get(path, "Authorization", header);
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(refused.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("application/problem+json");
      assertThat(refused.headers().allValues("WWW-Authenticate"))
          .containsExactly(
              "Basic realm=\"Greensward\", charset=\"UTF-8\"",
              "Bearer realm=\"Greensward\", error=\"invalid_token\"");
      assertThat(refused.headers().firstValue("Cache-Control")).contains("no-store");
      assertThat(detail(refused)).contains(reason);
    }
    assertThat(Http.send("HEAD", COUNCIL, "Authorization", header).statusCode()).isEqualTo(401);
  }

  @Test
  void aKeyInTheWrongPlaceIsToldSo() {
    String pair =
        Base64.getEncoder().encodeToString((clerks + ":").getBytes(StandardCharsets.UTF_8));
    assertThat(detail(Http.get(COUNCIL, "Authorization", "Basic " + pair)))
        .contains("where the user name goes");
    assertThat(
            detail(
                Http.get(
                    COUNCIL,
                    "Authorization",
                    Http.basic(clerks),
                    "Authorization",
                    Http.bearer(clerks))))
        .contains("more than one Authorization header");
  }

  /** Neither accounts nor what people do on pages: a key makes no key and no account. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/account",
        "/account/keys",
        "/manage",
        "/manage/accounts",
        "/manage/audit.csv",
        "/councils/stantonbury-parish-council/office",
        "/api/edit/frame?lon=-0.7&lat=52.1"
      })
  void aKeyOpensNoPagesOfPeople(String path) {
    for (String role : List.of(CLERK, OFFICER, ADMINISTRATOR)) {
      String key = PEOPLE.key(role, true);
      HttpResponse<byte[]> page = Http.getAs(key, path, "Accept", "text/html");
      assertThat(page.statusCode()).isEqualTo(302);
      assertThat(page.headers().firstValue("Location").orElseThrow()).contains("/sign-in?");
      HttpResponse<byte[]> answer = Http.getAs(key, path, "Accept", "application/json");
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(detail(answer)).contains("A key opens /ogc, /download and /api");
      assertThat(Http.send("POST", path, "Authorization", Http.bearer(key)).statusCode())
          .isEqualTo(401);
    }
  }

  @Test
  void aKeyElsewhereIsAsIfItWereNotShown() {
    for (String authorization : List.of(Http.basic(clerks), "Bearer wrong", "nonsense")) {
      for (String path :
          List.of(
              "/councils/stantonbury-parish-council",
              "/sign-in",
              "/tiles/parishes/10/510/337.geojson",
              "/tiles/parishes/10/510/337.mvt",
              "/tiles/parishes.json")) {
        HttpResponse<byte[]> answer = Http.get(path, "Authorization", authorization);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(text(answer)).doesNotContain(SECRET, "Confidential");
        assertThat(Http.send("HEAD", path, "Authorization", authorization).statusCode())
            .isEqualTo(200);
      }
      assertThat(
              Http.get("/tiles/parishes/99/0/0.geojson", "Authorization", authorization)
                  .statusCode())
          .isBetween(400, 404);
    }
  }

  @Test
  void whatChangesThingsNeedsAKeyThatMay() {
    for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
      HttpResponse<byte[]> refused =
          Http.send(method, COUNCIL, "Authorization", Http.basic(clerks));
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(detail(refused)).matches("The key \"Test ....\" only reads.*");
      // Past the door, without a token against forgery; there is just nothing to change there.
      assertThat(Http.send(method, COUNCIL, "Authorization", Http.basic(officers)).statusCode())
          .isEqualTo(405);
      assertThat(
              Http.send(
                      method,
                      COUNCIL,
                      "Authorization",
                      Http.basic(officers),
                      "Sec-Fetch-Site",
                      "cross-site")
                  .statusCode())
          .isEqualTo(403);
    }
    assertThat(Http.send("OPTIONS", COUNCIL, "Authorization", Http.basic(clerks)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aFaultIsToldToAProgramByItsProblem() {
    HttpResponse<byte[]> answer = Http.getAs(clerks, "/api/councils/nowhere");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(detail(answer)).contains("nowhere");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-store");
    HttpResponse<byte[]> page = Http.getAs(clerks, "/download/nothing.csv", "Accept", "text/html");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.headers().map()).doesNotContainKey("Set-Cookie");
  }

  @Test
  void aClerkMakesAKeySeesItOnceAndRevokesIt() {
    OWNER.sql("DELETE FROM api_key WHERE name = 'QGIS in the office'").update();
    Session clerk = PEOPLE.signIn(CLERK);
    assertThat(clerk.get("/account").body()).contains("href=\"/account/keys\"");
    Map<String, String> typed = Map.of("name", "QGIS in the office", "may", "read");
    HttpResponse<String> made = clerk.post("/account/keys", "/account/keys", typed);
    assertThat(made.statusCode()).isEqualTo(200);
    assertThat(made.headers().firstValue("Cache-Control")).contains("private, no-store");
    assertThat(made.body()).contains(PEOPLE.address() + "/ogc", "href=\"/help\"");
    String key = first(made.body(), KEY);
    assertThat(text(Http.getAs(key, COUNCIL))).contains(SECRET);

    String list = clerk.get("/account/keys").body();
    assertThat(list)
        .contains("QGIS in the office", "Only read", key.substring(key.length() - 4))
        .doesNotContain(key);
    HttpResponse<String> again = clerk.post("/account/keys", "/account/keys", typed);
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body()).contains("You have a key called QGIS in the office in use");
    assertThat(clerk.post("/account/keys", "/account/keys", Map.of("may", "anything")).statusCode())
        .isEqualTo(422);

    String revoke =
        first(list, "(?s)action=\"(/account/keys/[0-9]+/revoke)\"(?:(?!action).)*: QGIS in");
    assertThat(PEOPLE.signIn(OFFICER).post("/account/keys", revoke, Map.of()).statusCode())
        .isEqualTo(404);
    assertThat(Http.getAs(key, COUNCIL).statusCode()).isEqualTo(200);
    HttpResponse<String> revoked = clerk.post("/account/keys", revoke, Map.of());
    assertThat(revoked.statusCode()).isEqualTo(303);
    assertThat(location(revoked)).isEqualTo("/account/keys");
    HttpResponse<byte[]> refused = Http.getAs(key, COUNCIL);
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(detail(refused)).startsWith("The key \"QGIS in the office\" was revoked on ");
    assertThat(clerk.post("/account/keys", revoke, Map.of()).statusCode()).isEqualTo(404);
  }

  @Test
  void anAdministratorRevokesAndEndsKeysOfOthers() {
    String email = "keys-leaver@example.org";
    PEOPLE.account(email, AccountRole.COUNCIL, "Clerk", "stantonbury-parish-council");
    String key = PEOPLE.key(email, false);
    String other = PEOPLE.key(email, false);
    Session administrator = PEOPLE.signIn(ADMINISTRATOR);
    String page = "/manage/accounts/" + idOf(email);
    String list = administrator.get(page).body();
    assertThat(list).contains("Test " + key.substring(43)).doesNotContain(key);
    String revoke =
        first(
            list,
            "(?s)action=\"("
                + page
                + "/keys/[0-9]+/revoke)\"(?:(?!action).)*: Test "
                + key.substring(43));
    assertThat(location(administrator.post(page, revoke, Map.of()))).isEqualTo(page);
    assertThat(Http.getAs(key, COUNCIL).statusCode()).isEqualTo(401);
    assertThat(Http.getAs(other, COUNCIL).statusCode()).isEqualTo(200);

    administrator.post(page, page + "/end", Map.of("sure", "yes"));
    HttpResponse<byte[]> refused = Http.getAs(other, COUNCIL);
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(detail(refused)).contains("has ended");
    assertThat(PEOPLE.signIn(OFFICER).get("/manage/audit?subject=api_key").body())
        .contains("Key revoked", "API key");
  }

  /** A body is looked at by nobody before the key is. */
  @Test
  void aLargeBodyWithoutAKeyIsRefused() {
    HttpResponse<String> refused =
        new Session(PEOPLE.address())
            .send(
                asking("/ogc/collections/land/items")
                    .header("Authorization", "Bearer wrong")
                    .header("Content-Type", "application/geo+json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[10_000_000])));
    assertThat(refused.statusCode()).isEqualTo(401);
  }

  private static HttpRequest.Builder asking(String path) {
    return HttpRequest.newBuilder(URI.create(PEOPLE.address() + path));
  }

  private static String detail(HttpResponse<byte[]> answer) {
    return Http.json(answer).path("detail").asString();
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
