package org.greensward.council.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Supplier;
import org.greensward.DemonstrationApp;
import org.greensward.admin.WorkbookSheet;
import org.greensward.database.Audience;
import org.greensward.security.TestAccounts;
import org.greensward.security.TestAccounts.Session;
import org.greensward.security.account.AccountRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notes of a council: read by it and officers alone, and kept. */
class NotesTest {
  private static final JdbcClient OWNER = DemonstrationApp.ownerJdbc();
  private static final TestAccounts PEOPLE = new TestAccounts(OWNER, DemonstrationApp.address());
  private static final String NOTES = "/councils/hanslope-parish-council/office/notes";
  private static Session clerk;
  private static Session officer;
  private static Session other;

  @BeforeAll
  static void signIn() {
    PEOPLE.account("notes@example.org", AccountRole.OFFICER, "Landscape officer");
    PEOPLE.account("hanslope@example.org", AccountRole.COUNCIL, "Clerk", "hanslope-parish-council");
    PEOPLE.account(
        "castlethorpe2@example.org", AccountRole.COUNCIL, "Clerk", "castlethorpe-parish-council");
    officer = PEOPLE.signIn("notes@example.org");
    clerk = PEOPLE.signIn("hanslope@example.org");
    other = PEOPLE.signIn("castlethorpe2@example.org");
  }

  @AfterAll
  static void clear() {
    OWNER.sql("ALTER TABLE council_note DISABLE TRIGGER council_note_kept").update();
    OWNER.sql("DELETE FROM council_note").update();
    OWNER.sql("ALTER TABLE council_note ENABLE TRIGGER council_note_kept").update();
  }

  @Test
  void aNoteIsReadByTheCouncilAndOfficersAndEndedByWhoWroteIt() {
    assertThat(WorkbookSheet.open(clerk, NOTES).with("body", "").send().statusCode())
        .isEqualTo(422);
    assertThat(
            WorkbookSheet.open(clerk, NOTES)
                .with("body", "Ask about\nthe <verge>")
                .send()
                .statusCode())
        .isEqualTo(303);
    assertThat(clerk.get(NOTES).body()).contains("the &lt;verge&gt;", "End this note", "Clerk");
    assertThat(officer.get(NOTES).body())
        .contains("the &lt;verge&gt;")
        .doesNotContain("End this note");
    assertThat(other.get(NOTES).statusCode()).isEqualTo(403);
    assertThat(new Session(DemonstrationApp.address()).get(NOTES).statusCode()).isEqualTo(302);
    String end = clerk.get(NOTES).body().replaceAll("(?s).*action=\"([^\"]+/end)\".*", "$1");
    assertThat(officer.post(NOTES, end, java.util.Map.of()).statusCode()).isEqualTo(403);
    assertThat(other.post("/account", end, java.util.Map.of()).statusCode()).isEqualTo(403);
    assertThat(clerk.post(NOTES, end, java.util.Map.of()).statusCode()).isEqualTo(303);
    assertThat(clerk.get(NOTES).body()).contains("Ended ", "the &lt;verge&gt;");
    assertThat(officer.get("/manage/audit?table=council_note").body())
        .contains("Hanslope Parish Council", "the &lt;verge&gt;");
  }

  /** As the application's own role has it, whatever its pages ask. */
  @Test
  void theDatabaseKeepsThem() {
    long hanslope = council("hanslope-parish-council");
    long castlethorpe = council("castlethorpe-parish-council");
    JdbcClient jdbc = DemonstrationApp.bean(JdbcClient.class);
    Audience own = new Audience(Audience.Kind.COUNCIL, List.of(hanslope), 901, null);
    Audience foreign = new Audience(Audience.Kind.COUNCIL, List.of(castlethorpe), 902, null);
    Audience colleague = new Audience(Audience.Kind.COUNCIL, List.of(hanslope), 903, null);
    Audience officers = new Audience(Audience.Kind.OFFICER, List.of(), 904, null);
    Audience doors = new Audience(Audience.Kind.ADMINISTRATOR, List.of(), 905, null);
    String insert =
        "INSERT INTO council_note (council_id, body) VALUES ("
            + hanslope
            + ", 'kept') RETURNING id";
    long id = as(own, () -> jdbc.sql(insert).query(Long.class).single());
    String seen = "SELECT count(*) FROM council_note WHERE id = " + id;
    assertThat(as(own, () -> jdbc.sql(seen).query(Long.class).single())).isOne();
    assertThat(as(officers, () -> jdbc.sql(seen).query(Long.class).single())).isOne();
    assertThat(as(foreign, () -> jdbc.sql(seen).query(Long.class).single())).isZero();
    assertThat(as(doors, () -> jdbc.sql(seen).query(Long.class).single())).isZero();
    refused(Audience.PUBLIC, jdbc, seen, "permission denied");
    refused(foreign, jdbc, insert, "row-level security");
    refused(own, jdbc, "DELETE FROM council_note WHERE id = " + id, "permission denied");
    refused(
        own,
        jdbc,
        "UPDATE council_note SET body = 'other' WHERE id = " + id,
        "a note can only be ended, once");
    String end = "UPDATE council_note SET ended_at = now() WHERE id = " + id;
    refused(colleague, jdbc, end, "a note belongs to who wrote it");
    assertThat(as(own, () -> jdbc.sql(end).update())).isOne();
    refused(own, jdbc, end, "a note can only be ended, once");
  }

  private static void refused(Audience who, JdbcClient jdbc, String sql, String why) {
    assertThatThrownBy(() -> as(who, () -> jdbc.sql(sql).query().listOfRows()))
        .rootCause()
        .hasMessageContaining(why);
  }

  private static <T> T as(Audience who, Supplier<T> what) {
    try (Audience.Bound bound = Audience.bind(who)) {
      return what.get();
    }
  }

  private static long council(String slug) {
    return OWNER
        .sql("SELECT id FROM council WHERE slug = ?")
        .param(slug)
        .query(Long.class)
        .single();
  }
}
