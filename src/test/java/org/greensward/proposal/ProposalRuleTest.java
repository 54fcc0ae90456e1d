package org.greensward.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.greensward.database.Audience;
import org.greensward.database.StoreFixture;
import org.greensward.database.TestStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database itself keeps of proposals, under the roles under which requests run. */
class ProposalRuleTest {
  private static final TestStore STORE = TestStore.empty();
  private static final StoreFixture DB = StoreFixture.in(STORE);
  private static final JdbcClient JDBC = JdbcClient.create(STORE.audienceDataSource());
  private static final Audience OFFICER =
      new Audience(Audience.Kind.OFFICER, List.of(), 7, "192.0.2.1");
  private static final Audience ADMINISTRATOR =
      new Audience(Audience.Kind.ADMINISTRATOR, List.of(), 8, "192.0.2.1");
  private static Audience olney;
  private static Audience lavendon;

  @BeforeAll
  static void twoCouncils() {
    DB.parish("E04000001", "POLYGON((0 0,0 1000,1000 1000,1000 0,0 0))");
    DB.parish("E04000002", "POLYGON((1000 0,1000 1000,2000 1000,2000 0,1000 0))");
    DB.council("Olney Town Council", "E04000001");
    DB.council("Lavendon Parish Council", "E04000002");
    DB.land("A-1", "amenity grass", null, "POLYGON((10 10,10 20,20 20,20 10,10 10))");
    DB.land("B-1", "amenity grass", null, "POLYGON((1510 10,1510 20,1520 20,1520 10,1510 10))");
    olney = council("Olney Town Council", 3);
    lavendon = council("Lavendon Parish Council", 4);
  }

  @Test
  void isSeenByItsCouncilAndOfficersAloneAndCountedSo() {
    long id = as(olney, () -> interest(olney));
    for (Audience told : List.of(olney, OFFICER)) {
      assertThat(as(told, () -> count("proposal WHERE id = " + id))).isOne();
      assertThat(as(told, () -> count("proposal_step WHERE proposal_id = " + id))).isOne();
    }
    for (Audience other : List.of(lavendon, ADMINISTRATOR)) {
      assertThat(as(other, () -> count("proposal WHERE id = " + id))).isZero();
      assertThat(as(other, () -> count("proposal_step WHERE proposal_id = " + id))).isZero();
      assertThat(as(other, () -> update(id, "words = 'x'"))).isZero();
    }
    refused(Audience.PUBLIC, () -> count("proposal"), "permission denied");
    refused(Audience.PUBLIC, () -> count("proposal_step"), "permission denied");
  }

  @Test
  void isMadeByItsCouncilOrByAnOfficerWhoNamesTheLetter() {
    refused(lavendon, () -> interest(olney), "row-level security", "made by its council");
    refused(OFFICER, () -> interest(olney), "names the letter or minute");
    long recorded =
        as(OFFICER, () -> add(olney, "kind, reach, evidence", "'interest', 'top up', 'minute 4'"));
    assertThat(as(OFFICER, () -> update(recorded, "words = 'more of it'"))).isOne();
    assertThat(as(olney, () -> update(recorded, "words = 'less of it'"))).isOne();
    long own = as(olney, () -> interest(olney));
    refused(OFFICER, () -> update(own, "words = 'x'"), "made by its council");
    refused(OFFICER, () -> update(own, "evidence = 'x', words = 'x'"), "made by its council");
  }

  @Test
  void onlyOfficersDecide() {
    long id = as(olney, () -> sent(olney));
    for (String state : List.of("accepted", "declined", "asked back")) {
      refused(
          olney,
          () -> update(id, "state = '%s', answer = 'x'".formatted(state)),
          "decided by officers");
    }
    refused(OFFICER, () -> update(id, "state = 'withdrawn'"), "made by its council");
    refused(OFFICER, () -> update(id, "state = 'declined'"), "violates check constraint");
    assertThat(as(OFFICER, () -> update(id, "state = 'asked back', answer = 'Which?'"))).isOne();
    assertThat(as(olney, () -> update(id, "words = 'These'"))).isOne();
    assertThat(as(olney, () -> update(id, "state = 'sent', reply_by = '2030-02-01'"))).isOne();
    assertThat(as(OFFICER, () -> update(id, "state = 'accepted', answer = 'Good'"))).isOne();
    assertThat(steps(id))
        .containsExactly(
            "drafted 3", "sent 3", "asked back 7 Which?", "changed 3", "sent 3", "accepted 7 Good");
  }

  @ParameterizedTest
  @CsvSource({"accepted", "declined", "withdrawn"})
  void nothingChangesAfterTheEnd(String state) {
    long id = as(olney, () -> sent(olney));
    Audience who = state.equals("withdrawn") ? olney : OFFICER;
    as(who, () -> update(id, "state = '%s', answer = 'x'".formatted(state)));
    for (String change : List.of("words = 'x'", "state = 'sent'", "answer = 'y'", "land_id = 1")) {
      refused(OFFICER, () -> update(id, change), "is not changed any more");
      refused(olney, () -> update(id, change), "is not changed any more");
    }
  }

  @Test
  void whatWasSentStaysAsItIs() {
    long id = as(olney, () -> sent(olney));
    refused(olney, () -> update(id, "words = 'x'"), "after it was asked back only");
    refused(olney, () -> update(id, "council_id = council_id + 1"), "", "security");
    refused(olney, () -> update(id, "kind = 'withdrawal'"), "stays");
    as(olney, () -> update(id, "reply_by = '2040-01-01', sent_at = '2001-01-01', seen = '{}'"));
    assertThat(
            DB.jdbc()
                .sql("SELECT reply_by::text FROM proposal WHERE id = ?")
                .param(id)
                .query(String.class)
                .single())
        .isEqualTo("2030-01-01");
    refused(olney, () -> JDBC.sql("DELETE FROM proposal").update(), "permission denied");
  }

  @Test
  void stepsAreOnlyAddedTo() {
    as(olney, () -> interest(olney));
    for (String change :
        List.of("UPDATE proposal_step SET words = 'x'", "DELETE FROM proposal_step")) {
      refused(OFFICER, () -> JDBC.sql(change).update(), "permission denied");
      assertThatThrownBy(() -> DB.jdbc().sql(change).update())
          .rootCause()
          .hasMessageContaining("only ever added to");
    }
  }

  @Test
  void landIsOfItsOwnParishes() {
    refused(olney, () -> about(olney, "B-1"), "does not lie in a parish");
    assertThat(as(olney, () -> about(olney, "A-1"))).isPositive();
    assertThat(as(olney, () -> missing(olney, "POLYGON((0 0,0 9,-9 9,-9 0,0 0))"))).isPositive();
    refused(
        olney,
        () -> missing(olney, "POLYGON((1500 0,1500 9,1509 9,1509 0,1500 0))"),
        "in or near a parish");
    refused(
        olney, () -> missing(olney, "POLYGON((0 0,9 9,9 0,0 9,0 0))"), "violates check constraint");
  }

  @Test
  void whatItIsAboutIsKeptAsItWasWhenItWasSent() {
    long id =
        as(
            olney,
            () -> {
              long made = about(olney, "A-1");
              update(made, "state = 'sent', reply_by = '2030-01-01'");
              return made;
            });
    String same = "SELECT seen = proposal_subject(p) FROM proposal p WHERE id = " + id;
    assertThat(DB.jdbc().sql(same).query(Boolean.class).single()).isTrue();
    DB.jdbc().sql("UPDATE land SET name = 'Elsewhere' WHERE reference = 'A-1'").update();
    assertThat(DB.jdbc().sql(same).query(Boolean.class).single()).isFalse();
  }

  private static long interest(Audience council) {
    return add(council, "kind, reach", "'interest', 'take over'");
  }

  private static long sent(Audience council) {
    long id = interest(council);
    update(id, "state = 'sent', reply_by = '2030-01-01'");
    return id;
  }

  private static long about(Audience council, String reference) {
    return add(council, "kind, land_reference", "'land-not-ours', '" + reference + "'");
  }

  private static long missing(Audience council, String wkt) {
    return add(
        council,
        "kind, asset_type, geom",
        "'land-missing', 'amenity grass', ST_GeomFromText('%s', 27700)".formatted(wkt));
  }

  private static long add(Audience council, String columns, String values) {
    return JDBC.sql(
            "INSERT INTO proposal (council_id, %s) VALUES (%d, %s) RETURNING id"
                .formatted(columns, council.councils().get(0), values))
        .query(Long.class)
        .single();
  }

  private static int update(long id, String change) {
    return JDBC.sql("UPDATE proposal SET " + change + " WHERE id = " + id).update();
  }

  private static long count(String from) {
    return JDBC.sql("SELECT count(*) FROM " + from).query(Long.class).single();
  }

  private static List<String> steps(long id) {
    return DB.jdbc()
        .sql(
            "SELECT concat_ws(' ', what, account_id, words) FROM proposal_step"
                + " WHERE proposal_id = ? ORDER BY id")
        .param(id)
        .query(String.class)
        .list();
  }

  private static Audience council(String name, long account) {
    long id =
        DB.jdbc()
            .sql("SELECT id FROM council WHERE name = ?")
            .param(name)
            .query(Long.class)
            .single();
    return new Audience(Audience.Kind.COUNCIL, List.of(id), account, "192.0.2.1");
  }

  private static <T> T as(Audience audience, Supplier<T> asked) {
    try (Audience.Bound bound = Audience.bind(audience)) {
      return asked.get();
    }
  }

  /** Refused, with one of some sayings. */
  private static void refused(Audience audience, ThrowingCallable asked, String... sayings) {
    assertThatThrownBy(
            () -> {
              try (Audience.Bound bound = Audience.bind(audience)) {
                asked.call();
              }
            })
        .rootCause()
        .satisfies(
            fault ->
                assertThat(List.of(sayings))
                    .anySatisfy(saying -> assertThat(fault.getMessage()).contains(saying)));
  }
}
