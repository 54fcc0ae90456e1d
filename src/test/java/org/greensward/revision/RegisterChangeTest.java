package org.greensward.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where changes of the register are seen, and what is kept beside them. */
class RegisterChangeTest extends ChangeNotes {

  @Test
  void aStatusIsSeenInTheParishesOfItsCouncil() {
    assertThat(seen("UPDATE status SET status = 'interested'"))
        .containsExactly(
            "boundaries 0-22 480000,240000",
            "land 0-22 480000,240000",
            "parishes 0-22 480000,240000");
  }

  @Test
  void aStatusThatMovesIsSeenAtBothPlaces() {
    assertThat(seen("UPDATE status SET council_id = (SELECT id FROM council WHERE name = 'Far')"))
        .contains("parishes 0-22 480000,240000", "parishes 0-22 580000,140000")
        .hasSize(6);
  }

  @Test
  void aStatusThatIsNotYetPublicIsNotSeen() {
    assertThat(
            seen(
                "INSERT INTO status (council_id, service_id, status, valid, basis, published_from)"
                    + " SELECT c.id, s.id, 'devolved', '[2015-01-01,)', 'documented',"
                    + " now() + interval '1 day' FROM council c, service s WHERE c.name = 'East'"))
        .isEmpty();
    assertThat(seen("UPDATE status SET note = 'soon' WHERE status = 'devolved'")).isEmpty();
    assertThat(days()).doesNotContain("2015-01-01");
    assertThat(seen("SELECT note_due_publications()")).isEmpty();
    db.jdbc().sql("UPDATE publication_due SET due = now() - interval '1 s'").update();
    db.jdbc().sql("ALTER TABLE status DISABLE TRIGGER USER").update();
    db.jdbc().sql("UPDATE status SET published_from = now() - interval '1 s'").update();
    assertThat(seen("SELECT note_due_publications()"))
        .containsExactly(
            "boundaries 0-22 484000,240000",
            "land 0-22 484000,240000",
            "parishes 0-22 484000,240000");
    assertThat(seen("SELECT note_due_publications()")).isEmpty();
    assertThat(days()).contains("2015-01-01");
  }

  @Test
  void aStatusThatIsMadePublicIsSeen() {
    db.jdbc().sql("UPDATE status SET published_from = 'infinity'").update();
    assertThat(seen("UPDATE status SET published_from = now()")).hasSize(3);
  }

  @Test
  void anAgreementAndWhatItCoversAreSeenOnTheLandOfItsParish() {
    assertThat(seen("INSERT INTO agreement (status_id, term) SELECT id, valid FROM status"))
        .containsExactly("land 0-22 480000,240000");
    assertThat(
            seen(
                "INSERT INTO agreement_cover (agreement_id, asset_type, covers)"
                    + " SELECT id, 'hedge', false FROM agreement"))
        .containsExactly("land 0-22 480000,240000");
    assertThat(seen("DELETE FROM status")).contains("land 0-22 480000,240000");
  }

  @Test
  void aCouncilIsSeenInItsParishes() {
    assertThat(seen("UPDATE council SET name = 'Weston' WHERE name = 'West'"))
        .containsExactly(
            "boundaries 0-22 480000,240000",
            "land 0-22 480000,240000",
            "parishes 0-22 480000,240000");
    assertThat(
            seen(
                "UPDATE council_parish SET parish_code = 'E04000009'"
                    + " WHERE parish_code = 'E04000003'"))
        .containsExactly(
            "boundaries 0-22 580000,140000",
            "land 0-22 580000,140000",
            "parishes 0-22 580000,140000");
  }

  @Test
  void aForumIsSeenInTheParishesOfItsCouncils() {
    assertThat(seen("INSERT INTO forum (slug, name, kind) VALUES ('f', 'F', 'ward forum')"))
        .isEmpty();
    assertThat(
            seen(
                "INSERT INTO forum_council SELECT f.id, c.id FROM forum f, council c"
                    + " WHERE c.name = 'Far'"))
        .containsExactly("parishes 0-22 580000,140000");
    assertThat(seen("UPDATE forum SET chair = 'Somebody'")).isEmpty();
    assertThat(seen("UPDATE forum SET name = 'G'")).containsExactly("parishes 0-22 580000,140000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE status SET status = status, note = 'x'",
        "UPDATE land SET regime_id = NULL, name = name",
        "UPDATE parish SET edition_id = edition_id",
        "UPDATE council SET note = 'x'",
        "UPDATE contract SET title = 'x'",
        "UPDATE party SET contact_email = 'x'",
        "DELETE FROM status WHERE false"
      })
  void whatDoesNotChangeWhatIsShownIsNotSeen(String statement) {
    assertThat(seen(statement)).isEmpty();
  }

  @Test
  void oldChangesBecomeTheFloor() {
    db.jdbc()
        .sql("SELECT raise_revisions('{context}') FROM generate_series(1, 9999)")
        .query()
        .listOfRows();
    db.jdbc().sql("SELECT note_change('{context}', NULL)").query().listOfRows();
    assertThat(floor()).isEqualTo(1);
    db.jdbc().sql("SELECT note_change('{context}', NULL)").query().listOfRows();
    assertThat(floor()).isEqualTo(5002);
    db.jdbc().sql("SELECT note_change('{context}', NULL)").query().listOfRows();
    assertThat(floor()).isEqualTo(5002);
  }

  @Test
  void everyDateOnWhichSomethingBeginsOrEndsIsKept() {
    db.status("East", "devolved", "[2016-04-01,2017-04-01)");
    db.jdbc()
        .sql("UPDATE land SET valid = '[2011-02-03,)', maintainer_valid = '[,2012-03-04)'")
        .update();
    db.jdbc().sql("UPDATE land SET valid = '[2011-02-04,)'").update();
    db.jdbc().sql("UPDATE council SET valid = '[1066-01-01,2999-01-01)'").update();
    assertThat(days())
        .containsExactly(
            "2010-01-01",
            "2011-02-03",
            "2011-02-04",
            "2012-03-04",
            "2014-01-01",
            "2016-04-01",
            "2017-04-01",
            "2020-01-01");
  }

  private long floor() {
    return db.jdbc()
        .sql("SELECT floor FROM layer_revision WHERE layer = 'context'")
        .query(Long.class)
        .single();
  }

  private List<String> days() {
    return db.jdbc()
        .sql("SELECT day::text FROM change_date ORDER BY day")
        .query(String.class)
        .list();
  }
}
