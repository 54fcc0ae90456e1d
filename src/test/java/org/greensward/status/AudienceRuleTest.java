package org.greensward.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.greensward.database.Audience;
import org.greensward.database.StoreFixture;
import org.greensward.database.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What each audience is told and may change, kept by the database: by SQL under the roles under
 * which requests run.
 */
class AudienceRuleTest {
  private static final LocalDate LATER = LocalDate.of(2019, 6, 1);

  private static final TestStore store = TestStore.empty();
  private static final StoreFixture db = StoreFixture.in(store);
  private static final JdbcClient jdbc = JdbcClient.create(store.audienceDataSource());
  private static final CouncilStatusRepository register = new CouncilStatusRepository(jdbc);
  private final Audience officer = new Audience(Audience.Kind.OFFICER, List.of(), 7, "192.0.2.1");
  private Audience olney;
  private Audience lavendon;

  @BeforeEach
  void twoCouncils() {
    db.jdbc()
        .sql(
            "DELETE FROM status; DELETE FROM land; DELETE FROM parish; DELETE FROM council; DELETE"
                + " FROM party")
        .update();
    db.parish("E04000001", "POLYGON((0 0,0 100,100 100,100 0,0 0))");
    db.parish("E04000002", "POLYGON((100 0,100 100,200 100,200 0,100 0))");
    db.council("Olney Town Council", "E04000001");
    db.council("Lavendon Parish Council", "E04000002");
    db.status("Olney Town Council", "interested", "[2014-04-01,)");
    db.status("Lavendon Parish Council", "none", "[2010-01-01,)");
    olney = council("Olney Town Council");
    lavendon = council("Lavendon Parish Council");
  }

  @Test
  void aStatusThatIsNotPublicIsToldToItsCouncilAndOfficersAlone() {
    claim("devolved", "[2019-04-01,)", "now() + interval '1 day'");
    for (Audience told : List.of(officer, olney)) {
      assertThat(as(told, () -> status(LATER))).isEqualTo("devolved confidential");
      assertThat(as(told, () -> register.countStatuses(LATER).devolved())).isOne();
      assertThat(as(told, () -> register.listHistory("olney-town-council"))).hasSize(2);
    }
    for (Audience other : List.of(Audience.PUBLIC, lavendon)) {
      assertThat(as(other, () -> status(LATER))).isEqualTo("interested");
      assertThat(as(other, () -> register.countStatuses(LATER).devolved())).isZero();
      assertThat(as(other, () -> register.listHistory("olney-town-council"))).hasSize(1);
      assertThat(as(other, () -> count("status"))).isEqualTo(2);
      assertThat(as(other, () -> count("agreement"))).isZero();
    }
  }

  @Test
  void onceItIsPublishedEverybodyIsToldTheSame() {
    claim("devolved", "[2019-04-01,)", "now() + interval '1 day'");
    store
        .jdbc()
        .sql(
            """
            UPDATE status
            SET published_from = '-infinity', published_until = now() - interval '1 s'
            WHERE published_until IS NOT NULL
            """)
        .update();
    store
        .jdbc()
        .sql(
            "UPDATE status SET published_from = now() - interval '1 s' WHERE published_from >"
                + " now()")
        .update();
    for (Audience anybody : List.of(Audience.PUBLIC, lavendon, olney, officer)) {
      assertThat(as(anybody, () -> status(LATER))).isEqualTo("devolved");
      assertThat(as(anybody, () -> status(LocalDate.of(2018, 1, 1)))).isEqualTo("interested");
    }
  }

  /** Claims of the span from 2016 to 2018 over one that was there. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[2010-01-01,)           | interested 2010-01-01 2016-01-01, devolved 2016-01-01"
            + " 2018-01-01, interested 2018-01-01 -",
        "[2010-01-01,2017-01-01) | interested 2010-01-01 2016-01-01, devolved 2016-01-01"
            + " 2018-01-01",
        "[2017-01-01,2020-01-01) | devolved 2016-01-01 2018-01-01, interested 2018-01-01"
            + " 2020-01-01",
        "[2016-06-01,2017-01-01) | devolved 2016-01-01 2018-01-01",
        "[2016-01-01,2018-01-01) | devolved 2016-01-01 2018-01-01",
        "[2018-01-01,)           | devolved 2016-01-01 2018-01-01, interested 2018-01-01 -",
        "[2010-01-01,2016-01-01) | interested 2010-01-01 2016-01-01, devolved 2016-01-01 2018-01-01"
      })
  void aClaimTakesItsSpanAndLeavesTheRest(String before, String after) {
    store.jdbc().sql("DELETE FROM status").update();
    db.status("Olney Town Council", "interested", before);
    // What was there is published already, and what was planned before never is.
    claim("none", "[2016-03-01,2016-09-01)", "now() + interval '2 days'");
    claim("devolved", "[2016-01-01,2018-01-01)", "now() + interval '1 day'");
    assertThat(as(officer, () -> told("published_until IS NULL"))).isEqualTo(after);
    assertThat(as(Audience.PUBLIC, () -> told("true")))
        .isEqualTo(
            "interested "
                + before.replaceAll("[\\[)]", "").replaceFirst(",$", " -").replace(',', ' '));
  }

  @Test
  void whatAnAgreementCoversGoesOnWithTheRestOfItsClaim() {
    claim("devolved", "[2014-04-01,)", "now()");
    as(
        officer,
        () ->
            jdbc.sql(
                    "INSERT INTO agreement_cover (agreement_id, asset_type, covers)"
                        + " SELECT id, 'hedge', false FROM agreement")
                .update());
    claim("none", "[2016-01-01,2017-01-01)", "now()");
    assertThat(
            as(
                officer,
                () ->
                    jdbc.sql(
                            """
                            SELECT lower(s.valid)::text || ' without ' || a.asset_type
                            FROM status s JOIN agreement g ON g.status_id = s.id
                            JOIN agreement_cover a ON a.agreement_id = g.id
                            WHERE s.published_until IS NULL ORDER BY 1
                            """)
                        .query(String.class)
                        .list()))
        .containsExactly("2014-04-01 without hedge", "2017-01-01 without hedge");
  }

  @Test
  void aConnectionKeepsNothingOfWhoHadItBefore() {
    claim("devolved", "[2019-04-01,)", "now() + interval '1 day'");
    assertThat(as(officer, () -> count("status"))).isEqualTo(4);
    assertThat(as(lavendon, () -> count("status"))).isEqualTo(2);
    assertThat(as(new Audience(Audience.Kind.COUNCIL, List.of(), 9, null), () -> count("status")))
        .isEqualTo(2);
  }

  /** A way in for SQL must not be a way in for more. */
  @Test
  void thePublicsRoleCanNotMakeItselfAnOfficer() {
    claim("devolved", "[2019-04-01,)", "now() + interval '1 day'");
    assertThat(
            jdbc.sql(
                    "SELECT count(*) FROM status, set_config('app.audience', 'officer', false)"
                        + " WHERE published_from > now()")
                .query(Long.class)
                .single())
        .isZero();
    assertThatThrownBy(() -> jdbc.sql("SET ROLE greensward").update())
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Test
  void councilsChangeNothingOfWhatOfficersKeep() {
    for (String write :
        List.of(
            "UPDATE council SET note = 'x'",
            "INSERT INTO party (kind, name) VALUES ('other', 'x')",
            "DELETE FROM land",
            "UPDATE parish SET name = 'x'")) {
      assertThatThrownBy(() -> as(olney, () -> jdbc.sql(write).update()))
          .rootCause()
          .hasMessageContaining("changed by officers only");
    }
    assertThatThrownBy(() -> as(olney, () -> claimAsAsked("devolved", "[2019-04-01,)", "now()")))
        .rootCause()
        .hasMessageContaining("row-level security");
    assertThat(as(olney, () -> jdbc.sql("UPDATE status SET note = 'x'").update())).isZero();
    assertThat(as(olney, () -> jdbc.sql("UPDATE rate SET gbp = 0").update())).isZero();
    for (String hidden : List.of("account_secret", "publication_due", "flyway_schema_history")) {
      assertThatThrownBy(() -> as(officer, () -> count(hidden)))
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void whatFollowsFromAnOfficersChangeIsDoneByTheDatabase() {
    db.land("G1", "amenity grass", null, "POLYGON((90 10,90 20,110 20,110 10,90 10))");
    assertThat(db.pieces("G1"))
        .containsExactly("E04000001 100.000 100.000", "E04000002 100.000 100.000");
    as(
        officer,
        () ->
            jdbc.sql("UPDATE land SET geom = ST_Translate(geom, -10, 0) WHERE reference = 'G1'")
                .update());
    assertThat(db.pieces("G1")).containsExactly("E04000001 200.000 200.000");
  }

  @Test
  void everyChangeIsWrittenDownForEver() {
    as(
        officer,
        () ->
            jdbc.sql("UPDATE council SET name = 'Olney Council' WHERE slug = 'olney-town-council'")
                .update());
    var entry =
        store
            .jdbc()
            .sql(
                """
                SELECT a.account_id, a.action, a.subject, a.council_id = c.id AS its,
                       a.before ->> 'name' AS before, a.after ->> 'name' AS after, o.address::text
                FROM audit a JOIN audit_origin o USING (transaction_id), council c
                WHERE c.name = 'Olney Council' AND a.subject = 'council' AND a.action = 'update'
                """)
            .query()
            .singleRow();
    assertThat(entry)
        .containsEntry("account_id", 7L)
        .containsEntry("its", true)
        .containsEntry("before", "Olney Town Council")
        .containsEntry("after", "Olney Council")
        .containsEntry("address", "192.0.2.1/32");
    for (String write :
        List.of("UPDATE audit SET reason = 'x'", "DELETE FROM audit", "TRUNCATE audit")) {
      assertThatThrownBy(() -> store.jdbc().sql(write).update())
          .rootCause()
          .hasMessageContaining("only ever added to");
    }
    assertThatThrownBy(() -> as(officer, () -> jdbc.sql("DELETE FROM audit").update()))
        .rootCause()
        .hasMessageContaining("permission denied");
    assertThat(as(officer, () -> count("audit"))).isPositive();
    assertThat(as(olney, () -> count("audit"))).isZero();
  }

  /** A box is looked up in the index, whoever asks: not each row by a function that might tell. */
  @Test
  void theIndexOfLandIsUsedByEveryRole() {
    store
        .jdbc()
        .sql(
            """
            INSERT INTO land (reference, asset_type, unit, geom)
            SELECT 'P' || n, 'tree', 'item', ST_SetSRID(ST_MakePoint(n % 50 * 4, n / 50 * 2), 27700)
            FROM generate_series(1, 2000) n
            """)
        .update();
    store.jdbc().sql("ANALYZE land").update();
    for (Audience anybody : List.of(Audience.PUBLIC, olney, officer)) {
      String plan =
          as(
              anybody,
              () ->
                  String.join(
                      "\n",
                      jdbc.sql(
                              """
                              EXPLAIN SELECT reference FROM land
                              WHERE geom && ST_MakeEnvelope(0, 0, 9, 9, 27700)
                                AND ST_Intersects(geom, ST_MakeEnvelope(0, 0, 9, 9, 27700))
                              """)
                          .query(String.class)
                          .list()));
      assertThat(plan).contains("land_geom");
    }
  }

  private Audience council(String name) {
    long id =
        db.jdbc()
            .sql("SELECT id FROM council WHERE name = ?")
            .param(name)
            .query(Long.class)
            .single();
    return new Audience(Audience.Kind.COUNCIL, List.of(id), 8, null);
  }

  private static <T> T as(Audience audience, Supplier<T> action) {
    try (Audience.Bound bound = Audience.bind(audience)) {
      return action.get();
    }
  }

  private void claim(String status, String span, String publish) {
    as(officer, () -> claimAsAsked(status, span, publish));
  }

  private Object claimAsAsked(String status, String span, String publish) {
    return jdbc.sql(
            """
            SELECT claim_status(c.id, v.id, :status, CAST(:span AS daterange), NULL, 'documented',
                                NULL, NULL, %s)
            FROM council c, service v WHERE c.name = 'Olney Town Council'
            """
                .formatted(publish))
        .param("status", status)
        .param("span", span)
        .query(Long.class)
        .single();
  }

  private String status(LocalDate at) {
    CouncilStatus standing = register.findStanding("olney-town-council", at).orElseThrow();
    return standing.status() + (standing.confidential() ? " confidential" : "");
  }

  private String told(String condition) {
    return String.join(
        ", ",
        jdbc.sql(
                """
                SELECT status || ' ' || lower(valid) || ' ' || coalesce(upper(valid)::text, '-')
                FROM status WHERE %s ORDER BY lower(valid)
                """
                    .formatted(condition))
            .query(String.class)
            .list());
  }

  private long count(String table) {
    return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
  }
}
