package org.greensward.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greensward.DemonstrationApp;
import org.greensward.Http;
import org.greensward.security.TestAccounts.Session;
import org.greensward.security.account.AccountRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A status that is not public yet, asked for at /ogc: its council and officers are told it, by
 * session and by key, and nobody else, whatever they ask.
 */
class ConfidentialOgcTest {
  private static final JdbcClient JDBC = DemonstrationApp.ownerJdbc();
  private static final String SECRET = "Secret minute";
  private static final String COLLECTIONS = "/ogc/collections/";

  /** So long as it holds, and the day on which the public is told another one. */
  private static final String THEN = "&datetime=2018-06-01";

  private static final Map<String, Client> KNOWING = new LinkedHashMap<>();
  private static final Map<String, Client> OTHERS = new LinkedHashMap<>();
  private static final Map<String, String> BEFORE = new LinkedHashMap<>();
  private static final List<String> SAME_FOR_THE_PUBLIC =
      List.of(
          "/ogc/collections",
          "/ogc/api",
          COLLECTIONS + "statuses/items?limit=1000",
          COLLECTIONS + "councils/items?limit=1000" + THEN,
          COLLECTIONS + "parishes/items?limit=1000" + THEN,
          COLLECTIONS + "councils/items/olney-town-council?datetime=2018-06-01");
  private static long status;

  /** Somebody who asks, and as what. */
  @FunctionalInterface
  private interface Client {
    Answer get(String path, String accept);
  }

  private record Answer(int status, HttpHeaders headers, String body) {
    static Answer of(HttpResponse<String> response) {
      return new Answer(response.statusCode(), response.headers(), response.body());
    }

    static Answer ofBytes(HttpResponse<byte[]> response) {
      return new Answer(
          response.statusCode(),
          response.headers(),
          new String(response.body(), StandardCharsets.UTF_8));
    }
  }

  @BeforeAll
  static void oneStatusAwaitsPublication() {
    TestAccounts people = new TestAccounts(JDBC, DemonstrationApp.address());
    people.account("its@example.org", AccountRole.COUNCIL, "Clerk", "olney-town-council");
    people.account("another@example.org", AccountRole.COUNCIL, "Clerk", "lavendon-parish-council");
    people.account("matrix-officer@example.org", AccountRole.OFFICER, "Landscape officer");
    people.account("matrix-admin@example.org", AccountRole.ADMINISTRATOR, "IT");
    both(people, "its council", "its@example.org", KNOWING);
    both(people, "officer", "matrix-officer@example.org", KNOWING);
    both(people, "another council", "another@example.org", OTHERS);
    both(people, "administrator", "matrix-admin@example.org", OTHERS);
    OTHERS.put("public", (path, accept) -> Answer.ofBytes(Http.get(path, "Accept", accept)));
    SAME_FOR_THE_PUBLIC.forEach(path -> BEFORE.put(path, said(OTHERS.get("public"), path)));
    status =
        JDBC.sql(
                """
                SELECT claim_status(c.id, v.id, 'none', '[2017-04-01,)', 'agency', 'illustrative',
                                    ?, NULL, now() + interval '1 day')
                FROM council c, service v WHERE c.slug = 'olney-town-council'
                """)
            .param(SECRET)
            .query(Long.class)
            .single();
  }

  private static void both(
      TestAccounts people, String who, String email, Map<String, Client> into) {
    Session session = people.signIn(email);
    String key = people.key(email, false);
    into.put(who, (path, accept) -> Answer.of(session.getAs(path, accept)));
    into.put(
        who + "'s key", (path, accept) -> Answer.ofBytes(Http.getAs(key, path, "Accept", accept)));
  }

  @AfterAll
  static void takeItBack() {
    JDBC.sql("DELETE FROM status WHERE published_from > now()").update();
    JDBC.sql("UPDATE status SET published_until = NULL WHERE published_until > now()").update();
    JDBC.sql(
            """
            DELETE FROM api_key k USING account a
            WHERE a.id = k.account_id AND a.email IN (:who)
            """)
        .param(
            "who",
            List.of(
                "its@example.org",
                "another@example.org",
                "matrix-officer@example.org",
                "matrix-admin@example.org"))
        .update();
  }

  @ParameterizedTest
  @CsvSource({
    "application/geo+json, statuses/items?limit=1000",
    "application/geo+json, councils/items?limit=1000&datetime=2018-06-01",
    "application/geo+json, parishes/items?limit=1000&datetime=2018-01-01/2018-06-01",
    "application/geo+json, councils/items/olney-town-council?datetime=2018-06-01",
    "text/html, statuses/items?council_slug=olney-town-council",
    "text/html, councils/items?slug=olney-town-council&datetime=2018-06-01",
    "text/html, councils/items/olney-town-council?datetime=2018-06-01"
  })
  void isToldToItsCouncilAndOfficersAlone(String accept, String path) {
    String mark = accept.equals("text/html") ? "Confidential" : "\"confidential\":true";
    String told = path.startsWith("parishes") ? "agency" : SECRET;
    assertSoftly(
        softly -> {
          KNOWING.forEach(
              (who, client) ->
                  softly
                      .assertThat(client.get(COLLECTIONS + path, accept).body())
                      .as(who + " " + path)
                      .contains(told, mark));
          OTHERS.forEach(
              (who, client) ->
                  softly
                      .assertThat(client.get(COLLECTIONS + path, accept).body())
                      .as(who + " " + path)
                      .doesNotContain(SECRET, mark, "\"confidential\""));
        });
  }

  /**
   * Whatever is asked of the row, by its own values or around them, it is one that is not there.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "statuses | source = 'Secret minute'",
        "statuses | source LIKE 'Secret%'",
        "statuses | CASEI(source) LIKE CASEI('SECRET%')",
        "statuses | council_slug = 'olney-town-council' AND status = 'none' AND \"from\" >"
            + " DATE('2017-01-01')",
        "statuses | council_slug = 'olney-town-council' AND NOT (status <> 'none' OR \"from\" <"
            + " DATE('2017-01-01'))",
        "statuses | council_slug = 'olney-town-council' AND \"from\" = DATE('2017-04-01')",
        "statuses | source IN ('Secret minute') AND S_INTERSECTS(geometry, BBOX(-2, 50, 1, 54))",
        "councils | slug = 'olney-town-council' AND status = 'none'",
        "councils | slug = 'olney-town-council' AND NOT (status = 'devolved')",
        "councils | status_source LIKE 'Secret%'",
        "councils | slug = 'olney-town-council' AND status_from = DATE('2017-04-01')",
        "parishes | name = 'Olney' AND status = 'none'"
      })
  void noFilterFindsItForOthers(String collection, String filter) {
    String path = COLLECTIONS + collection + "/items?filter=" + encoded(filter) + THEN;
    KNOWING.forEach((who, client) -> assertThat(matched(client, path)).as(who).isOne());
    OTHERS.forEach((who, client) -> assertThat(matched(client, path)).as(who).isZero());
  }

  @Test
  void countsAreOfWhatIsTold() {
    String devolved = COLLECTIONS + "councils/items?limit=1&filter=status%3D'devolved'" + THEN;
    long ofPublic = matched(OTHERS.get("public"), devolved);
    KNOWING.forEach(
        (who, client) -> assertThat(matched(client, devolved)).as(who).isEqualTo(ofPublic - 1));
    OTHERS.forEach(
        (who, client) -> assertThat(matched(client, devolved)).as(who).isEqualTo(ofPublic));
    String all = COLLECTIONS + "statuses/items?limit=1";
    long told = matched(OTHERS.get("public"), all);
    KNOWING.forEach((who, client) -> assertThat(matched(client, all)).as(who).isEqualTo(told + 1));
  }

  /** A hidden one is as one that never was; a page that goes on after it tells nothing. */
  @Test
  void theOneIsThereForThoseWhoAreToldItAlone() {
    String path = COLLECTIONS + "statuses/items/" + status;
    for (String accept : List.of("application/geo+json", "text/html")) {
      KNOWING.forEach(
          (who, client) -> assertThat(client.get(path, accept).body()).as(who).contains(SECRET));
      OTHERS.forEach(
          (who, client) -> assertThat(client.get(path, accept).status()).as(who).isEqualTo(404));
    }
    String after = COLLECTIONS + "statuses/items?after=" + (status - 1);
    KNOWING.forEach((who, client) -> assertThat(client.get(after, "*/*").body()).contains(SECRET));
    OTHERS.forEach(
        (who, client) -> assertThat(client.get(after, "*/*").body()).doesNotContain(SECRET));
  }

  /** The public's answers are the same, letter by letter, whether there is a hidden row or none. */
  @Test
  void thePublicsAnswersDoNotVary() {
    BEFORE.forEach(
        (path, before) -> assertThat(said(OTHERS.get("public"), path)).as(path).isEqualTo(before));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ogc",
        "/ogc/collections/statuses/items?limit=1",
        "/ogc/collections/councils/items/olney-town-council",
        "/ogc/collections/parishes/tiles/WebMercatorQuad/10/337/510.mvt"
      })
  void answersToThoseWhoSignedInAreKeptByNobody(String path) {
    OTHERS.forEach(
        (who, client) -> {
          String kept = client.get(path, "*/*").headers().firstValue("Cache-Control").orElse("");
          if (who.equals("public")) {
            assertThat(kept).as(who).doesNotContain("private", "no-store");
          } else {
            assertThat(kept).as(who).isEqualTo("private, no-store");
          }
        });
    KNOWING.forEach(
        (who, client) ->
            assertThat(client.get(path, "*/*").headers().firstValue("Cache-Control"))
                .as(who)
                .contains("private, no-store"));
  }

  /** Tiles are made once for all, so nobody's may hold what only some may know. */
  @Test
  void tilesAreThePublicsForEverybody() {
    String path = COLLECTIONS + "parishes/tiles/WebMercatorQuad/10/337/510.mvt?datetime=2018-06-01";
    String ofPublic = OTHERS.get("public").get(path, "*/*").body();
    KNOWING.forEach(
        (who, client) -> assertThat(client.get(path, "*/*").body()).as(who).isEqualTo(ofPublic));
  }

  private static long matched(Client client, String path) {
    Answer answer = client.get(path, "application/geo+json");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return Http.parse(answer.body()).get("numberMatched").asLong();
  }

  /** What is said, but when. */
  private static String said(Client client, String path) {
    return client
        .get(path, "application/geo+json, application/json;q=0.9")
        .body()
        .replaceAll("\"timeStamp\":\"[^\"]*\"", "");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
