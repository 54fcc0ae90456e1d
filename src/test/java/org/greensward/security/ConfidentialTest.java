package org.greensward.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
 * A status that is not public yet: its council and officers are told it in pages, counts and files,
 * and nobody else anywhere.
 */
class ConfidentialTest {
  private static final JdbcClient JDBC = DemonstrationApp.ownerJdbc();
  private static final Map<String, Session> KNOWING = new LinkedHashMap<>();
  private static final Map<String, Session> OTHERS = new LinkedHashMap<>();
  private static long before;

  @BeforeAll
  static void oneStatusAwaitsPublication() {
    TestAccounts people = new TestAccounts(JDBC, DemonstrationApp.address());
    people.account("its@example.org", AccountRole.COUNCIL, "Clerk", "olney-town-council");
    people.account("another@example.org", AccountRole.COUNCIL, "Clerk", "lavendon-parish-council");
    people.account("matrix-officer@example.org", AccountRole.OFFICER, "Landscape officer");
    people.account("matrix-admin@example.org", AccountRole.ADMINISTRATOR, "IT");
    KNOWING.put("its council", people.signIn("its@example.org"));
    KNOWING.put("officer", people.signIn("matrix-officer@example.org"));
    OTHERS.put("public", new Session(DemonstrationApp.address()));
    OTHERS.put("another council", people.signIn("another@example.org"));
    OTHERS.put("administrator", people.signIn("matrix-admin@example.org"));
    before = devolved(OTHERS.get("public"));
    JDBC.sql(
            """
            SELECT claim_status(c.id, v.id, 'none', '[2019-04-01,)', 'agency', 'illustrative',
                                'Secret minute', NULL, now() + interval '1 day')
            FROM council c, service v WHERE c.slug = 'olney-town-council'
            """)
        .query(Long.class)
        .single();
  }

  @AfterAll
  static void takeItBack() {
    JDBC.sql("DELETE FROM status WHERE published_from > now()").update();
    JDBC.sql("UPDATE status SET published_until = NULL WHERE published_until > now()").update();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/councils/olney-town-council                          | Secret minute",
        "/councils/olney-town-council?at=2019-06-01            | Confidential",
        "/councils?at=2019-06-01                               | Confidential",
        "/download/statuses.csv                                | Secret minute",
        "/download/parishes.csv?council=olney-town-council&at=2019-06-01 | agency",
        "/councils.csv?at=2019-06-01                           | agency",
        "/                                                     | Confidential",
        "/who?lon=-0.7013&lat=52.1530                          | Confidential"
      })
  void isToldToItsCouncilAndOfficersAlone(String path, String words) {
    assertSoftly(
        softly -> {
          KNOWING.forEach(
              (who, session) ->
                  softly.assertThat(session.get(path).body()).as(who + " " + path).contains(words));
          OTHERS.forEach(
              (who, session) ->
                  softly
                      .assertThat(session.get(path).body())
                      .as(who + " " + path)
                      .doesNotContain(words, "Secret minute"));
        });
  }

  @Test
  void countsAreOfWhatIsTold() {
    KNOWING.values().forEach(it -> assertThat(devolved(it)).isEqualTo(before - 1));
    OTHERS.values().forEach(it -> assertThat(devolved(it)).isEqualTo(before));
  }

  /** Tiles are made once for all, so nobody's may hold what only some may know. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tiles/parishes/10/510/337.geojson?at=2019-06-01",
        "/tiles/boundaries/10/510/337.geojson?at=2019-06-01",
        "/tiles/land/13/4080/2697.geojson?at=2019-06-01"
      })
  void tilesAreThePublicsForEverybody(String path) {
    Function<Session, String> tile = it -> it.getAs(path, "application/geo+json").body();
    String ofPublic = tile.apply(OTHERS.get("public"));
    assertThat(ofPublic).contains("FeatureCollection");
    for (Map<String, Session> all : List.of(KNOWING, OTHERS)) {
      all.forEach((who, it) -> assertThat(tile.apply(it)).as(who).isEqualTo(ofPublic));
    }
  }

  @Test
  void aFileThatHoldsItSaysSo() {
    Function<Session, String> name =
        it ->
            it.get("/download/statuses.csv").headers().firstValue("Content-Disposition").orElse("");
    KNOWING.values().forEach(it -> assertThat(name.apply(it)).contains("-confidential"));
    OTHERS.values().forEach(it -> assertThat(name.apply(it)).doesNotContain("confidential"));
  }

  private static long devolved(Session session) {
    return Http.parse(session.getAs("/api/summary?at=2019-06-01", "application/json").body())
        .path("statuses")
        .path("devolved")
        .asLong();
  }
}
