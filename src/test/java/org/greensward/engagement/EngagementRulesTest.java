package org.greensward.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javax.sql.DataSource;
import org.greensward.database.StoreFixture;
import org.greensward.database.TestStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database itself keeps of steps, plans, events and mail. */
class EngagementRulesTest {
  private static StoreFixture fixture;
  private static JdbcClient jdbc;
  private static TransactionTemplate transaction;

  @BeforeAll
  static void councils() {
    TestStore store = TestStore.empty();
    StoreFixture.in(store);
    DataSource source = store.dataSource();
    jdbc = JdbcClient.create(source);
    fixture = new StoreFixture(jdbc);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    fixture.council("Ashby");
    fixture.council("Barton");
    fixture.council("Colne");
    fixture.council("Denby");
  }

  @Test
  void aStepIsNeitherDeletedNorChanged() {
    long step = step("Ashby", "2018-05-01", "told");
    assertThatThrownBy(() -> run("DELETE FROM engagement_step WHERE id = " + step))
        .rootCause()
        .hasMessageContaining("corrected by a later one or ended");
    assertThatThrownBy(() -> run("TRUNCATE engagement_step CASCADE")).isNotNull();
    assertThatThrownBy(() -> run("UPDATE engagement_step SET day = day - 1 WHERE id = " + step))
        .isNotNull();
    run("UPDATE engagement_step SET ended_at = now(), end_reason = 'twice' WHERE id = " + step);
    assertThatThrownBy(
            () ->
                run(
                    "UPDATE engagement_step SET ended_at = NULL, end_reason = NULL WHERE id = "
                        + step))
        .isNotNull();
    assertThatThrownBy(() -> correct(step, "2018-05-02")).isNotNull();
  }

  @Test
  void theLatestStepThatStandsCounts() {
    long told = step("Barton", "2018-03-01", "told");
    long maps = step("Barton", "2018-06-01", "maps");
    assertThat(standing("Barton", "2018-04-01")).containsExactly("told 2018-03-01");
    assertThat(standing("Barton", "2018-07-01")).containsExactly("maps 2018-06-01");
    correct(maps, "2018-06-20");
    assertThat(standing("Barton", "2018-06-10")).containsExactly("told 2018-03-01");
    assertThat(standing("Barton", "2018-07-01")).containsExactly("maps 2018-06-20");
    assertThatThrownBy(() -> correct(maps, "2018-06-21")).isNotNull();
    run("UPDATE engagement_step SET ended_at = now(), end_reason = 'x' WHERE id = " + told);
    assertThat(standing("Barton", "2018-04-01")).isEmpty();
  }

  @Test
  void aResolutionHasItsMinuteAndACorrectionItsCouncil() {
    assertThatThrownBy(() -> step("Ashby", "2018-05-01", "resolved"))
        .rootCause()
        .hasMessageContaining("minute");
    long step = step("Ashby", "2018-05-03", "told");
    assertThatThrownBy(
            () ->
                run(
                    "INSERT INTO engagement_step (council_id, day, step, corrects)"
                        + " SELECT id, '2018-05-04', 'told', "
                        + step
                        + " FROM council WHERE name = 'Barton'"))
        .isNotNull();
  }

  @Test
  void eachSideIsToldOfWhatTheOtherDid() {
    as("officer", () -> step("Colne", "2018-05-01", "told"));
    assertThat(recipients("Colne")).containsExactly("council");
    as("council:" + id("Colne"), () -> step("Colne", "2018-05-02", "maps"));
    assertThat(recipients("Colne")).containsExactly("council", "team");
    run("INSERT INTO council_delivery (council_id, mail) VALUES (" + id("Colne") + ", false)");
    as("officer", () -> step("Colne", "2018-05-03", "figures"));
    assertThat(recipients("Colne")).containsExactly("council", "team");
  }

  @Test
  void aDateOfAPlanNeedsAStepAndAPointPersonIsNoAddress() {
    String plan = "INSERT INTO engagement_plan (council_id, %s) VALUES (%d, %s)";
    assertThatThrownBy(() -> run(plan.formatted("next_date", id("Denby"), "'2018-05-01'")))
        .isNotNull();
    assertThatThrownBy(
            () -> run(plan.formatted("point_council", id("Denby"), "'clerk@example.org'")))
        .isNotNull();
  }

  /** What the public was told stays one piece of news when later claims cut it. */
  @Test
  void newsIsToldOnce() {
    String claim =
        "SELECT claim_status((SELECT id FROM council WHERE name = 'Denby'),"
            + " (SELECT id FROM service), '%s', '%s', NULL, 'documented', NULL, NULL, %s)";
    jdbc.sql(claim.formatted("interested", "[2017-01-01,)", "now() - interval '1 day'"))
        .query()
        .singleValue();
    String news =
        "SELECT n.id || ' ' || n.status FROM status_news n JOIN council c ON c.id = n.council_id"
            + " WHERE c.name = 'Denby' ORDER BY n.since";
    List<String> before = jdbc.sql(news).query(String.class).list();
    assertThat(before).hasSize(1);
    jdbc.sql(claim.formatted("devolved", "[2019-04-01,)", "now()")).query().singleValue();
    List<String> after = jdbc.sql(news).query(String.class).list();
    assertThat(after).hasSize(2).contains(before.get(0));
    jdbc.sql(claim.formatted("none", "[2020-04-01,)", "now() + interval '1 day'"))
        .query()
        .singleValue();
    assertThat(jdbc.sql(news).query(String.class).list()).isEqualTo(after);
  }

  /** A claim that is cut takes its agreement along, with the day on which it was signed. */
  @Test
  void aCopiedAgreementHasItsSigning() {
    fixture.council("Esher");
    fixture.status("Esher", "devolved", "[2014-04-01,)");
    run(
        "INSERT INTO agreement (status_id, term, signed_on) SELECT s.id, s.valid, '2014-03-01'"
            + " FROM status s JOIN council c ON c.id = s.council_id WHERE c.name = 'Esher'");
    jdbc.sql(
            "SELECT claim_status((SELECT id FROM council WHERE name = 'Esher'),"
                + " (SELECT id FROM service), 'none', '[2020-04-01,)', NULL, 'documented', NULL,"
                + " NULL, now())")
        .query()
        .singleValue();
    assertThat(
            jdbc.sql("SELECT DISTINCT signed_on::text FROM agreement").query(String.class).list())
        .containsExactly("2014-03-01");
  }

  private static void as(String audience, Runnable change) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("SELECT set_config('app.audience', :audience, true)")
              .param("audience", audience)
              .query(String.class)
              .single();
          change.run();
        });
  }

  private static long id(String council) {
    return jdbc.sql("SELECT id FROM council WHERE name = ?")
        .param(council)
        .query(Long.class)
        .single();
  }

  private static long step(String council, String day, String step) {
    return jdbc.sql(
            "INSERT INTO engagement_step (council_id, day, step) VALUES (?, ?::date, ?)"
                + " RETURNING id")
        .param(id(council))
        .param(day)
        .param(step)
        .query(Long.class)
        .single();
  }

  private static void correct(long step, String day) {
    jdbc.sql(
            "INSERT INTO engagement_step (council_id, day, step, corrects)"
                + " SELECT council_id, ?::date, step, id FROM engagement_step WHERE id = ?")
        .param(day)
        .param(step)
        .update();
  }

  private static List<String> standing(String council, String at) {
    return jdbc.sql("SELECT step || ' ' || since FROM engagement_at(?::date) WHERE council_id = ?")
        .param(at)
        .param(id(council))
        .query(String.class)
        .list();
  }

  private static List<String> recipients(String council) {
    return jdbc.sql(
            "SELECT recipient FROM mail_outbox o JOIN event e ON e.id = o.event_id"
                + " WHERE e.council_id = ? ORDER BY o.id")
        .param(id(council))
        .query(String.class)
        .list();
  }

  private static void run(String sql) {
    jdbc.sql(sql).update();
  }
}
