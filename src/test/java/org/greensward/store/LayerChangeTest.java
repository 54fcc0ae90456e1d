package org.greensward.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What the database notes of each change: which layers, and where it can be seen. */
class LayerChangeTest {
  private static Fixture db;
  private static SingleConnectionDataSource connection;

  /**
   * Two parishes of 4 km side by side, and a third far away; each with its council, two with a
   * lawn, and a tree outside all of them.
   */
  @BeforeAll
  static void threeParishes() {
    TestStore store = TestStore.empty();
    Fixture.in(store);
    connection = new SingleConnectionDataSource(open(store), true);
    db = new Fixture(JdbcClient.create(connection));
    db.parish("E04000001", square(480000, 240000, 4000));
    db.parish("E04000002", square(484000, 240000, 4000));
    db.parish("E04000003", square(580000, 140000, 4000));
    db.council("West", "E04000001");
    db.council("East", "E04000002");
    db.council("Far", "E04000003");
    db.party("contractor", "The Contractor");
    db.party("trust", "The Trust");
    db.contract("N", "The Contractor", "[2014-01-01,2020-01-01)");
    db.land("west", "amenity grass", null, square(481000, 241000, 100));
    db.land("far", "amenity grass", null, square(581000, 141000, 100));
    db.land("stray", "tree", null, "POINT(300000 300000)");
    db.status("West", "none", "[2010-01-01,2014-01-01)");
  }

  private static Connection open(TestStore store) {
    try {
      return store.dataSource().getConnection();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterAll
  static void close() {
    connection.destroy();
  }

  /** Each test finds the same rows: what it does is taken back. */
  @BeforeEach
  void begin() throws SQLException {
    connection.getConnection().setAutoCommit(false);
  }

  @AfterEach
  void takeBack() throws SQLException {
    connection.getConnection().rollback();
  }

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

  @Test
  void aParcelIsSeenWhereItLiesAndWhereItsParishIsMerged() {
    assertThat(seen("UPDATE land SET name = 'The Green' WHERE reference = 'west'"))
        .containsExactly("land 0-12 480000,240000", "land 13-22 481000,241000");
  }

  @Test
  void aParcelThatMovesIsSeenAtBothPlaces() {
    assertThat(seen("UPDATE land SET geom = ST_Translate(geom, 3500, 0) WHERE reference = 'west'"))
        .containsExactly(
            "land 0-12 480000,240000",
            "land 0-12 484000,240000",
            "land 13-22 481000,241000",
            "land 13-22 484500,241000");
  }

  /** All land outside the parishes is one group, whose quantity every tile that shows it tells. */
  @Test
  void aParcelOutsideOrAcrossABorderIsSeenEverywhereWhereLandIsMerged() {
    assertThat(seen("DELETE FROM land WHERE reference = 'stray'"))
        .containsExactly("land 0-12 everywhere", "land 13-22 300000,300000");
    db.land("across", "amenity grass", null, square(483950, 241000, 100));
    assertThat(seen("UPDATE land SET name = 'Across' WHERE reference = 'across'"))
        .containsExactly("land 0-12 everywhere", "land 13-22 484000,241000");
  }

  /** Given whole to one parish, it is drawn as that parish's outside of it. */
  @Test
  void aParishIsSeenAsFarAsTheLandThatIsGivenToIt() {
    db.jdbc().sql("UPDATE contract SET straddle = 'majority'").update();
    db.land("across", "amenity grass", null, square(479600, 241000, 1000));
    db.landLot("across", "N");
    assertThat(db.pieces("across")).hasSize(1).first().asString().startsWith("E04000001");
    assertThat(seen("UPDATE status SET status = 'devolved'")).contains("land 0-22 479500,240000");
  }

  @Test
  void manyParcelsAreGatheredInSquaresOrElseAreEverywhere() {
    String grid =
        "INSERT INTO land (reference, asset_type, unit, geom) SELECT 't' || x || '-' || y || '-' || %1$d,"
            + " 'tree', 'item', ST_SetSRID(ST_MakePoint(400000 + x * %1$d, 400000 + y * %1$d), 27700)"
            + " FROM generate_series(0, 9) x, generate_series(0, 9) y";
    assertThat(seen(grid.formatted(1001)))
        .containsExactly("land 0-12 everywhere", "land 13-22 400000,400000");
    assertThat(seen(grid.formatted(11000)))
        .containsExactly("land 0-12 everywhere", "land 13-22 everywhere");
  }

  /** Its neighbour's borders are generalised from end to end, and one of their ends moved. */
  @Test
  void aBoundaryIsSeenInItsNeighboursToo() {
    assertThat(
            seen(
                "UPDATE parish SET geom = ST_Multi(ST_GeomFromText('"
                    + square(480000, 240000, 3900)
                    + "', 27700)) WHERE code = 'E04000001'"))
        .containsExactly(
            "boundaries 0-22 480000,240000",
            "boundaries 0-22 484000,240000",
            "coverage 0-22 480000,240000",
            "coverage 0-22 484000,240000",
            "land 0-12 everywhere",
            "land 13-22 481000,241000",
            "parishes 0-22 480000,240000",
            "parishes 0-22 484000,240000");
    assertThat(seen("UPDATE parish SET name = 'Weston' WHERE code = 'E04000001'"))
        .containsExactly("parishes 0-22 480000,240000");
  }

  @Test
  void contractLotAndPartyAreSeenOnTheLandThatNamesThem() {
    db.landLot("far", "N");
    db.landParty("west", "owner_id", "The Trust");
    for (String change :
        List.of(
            "UPDATE contract SET term = '[2014-01-01,2019-01-01)'",
            "UPDATE lot SET code = 'M'",
            "UPDATE party SET name = 'Another Contractor' WHERE kind = 'contractor'")) {
      assertThat(seen(change)).containsExactly("land 0-12 everywhere", "land 13-22 581000,141000");
    }
    assertThat(seen("UPDATE party SET name = 'Parks Trust' WHERE kind = 'trust'"))
        .containsExactly("land 0-12 everywhere", "land 13-22 481000,241000");
    assertThat(seen("INSERT INTO party (kind, name) VALUES ('other', 'Nobody yet')")).isEmpty();
  }

  @Test
  void theBackgroundIsSeenWhereItLies() {
    assertThat(
            seen(
                "INSERT INTO context (theme, min_zoom, geom, edition_id) SELECT 'place', 10,"
                    + " ST_SetSRID(ST_MakePoint(480500, 240500), 27700), max(id) FROM edition"))
        .containsExactly("context 0-22 480500,240500");
    assertThat(seen("UPDATE context SET geom = ST_Translate(geom, 1000, 0)"))
        .containsExactly("context 0-22 480500,240500", "context 0-22 481500,240500");
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
  void anEmptiedTableIsSeenEverywhere() {
    assertThat(seen("TRUNCATE land")).containsExactly("land 0-22 everywhere");
  }

  /** Too far out to be projected, and still nothing that stops an edit. */
  @Test
  void landOffTheMapIsSeenEverywhere() {
    assertThat(
            seen(
                "INSERT INTO land (reference, asset_type, unit, geom) VALUES ('lost', 'tree',"
                    + " 'item', ST_SetSRID(ST_MakePoint(9e9, 9e9), 27700))"))
        .containsExactly("land 0-12 everywhere", "land 13-22 everywhere");
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

  /**
   * What a statement makes be noted: layer, zooms, and the box's south-west corner in EPSG:27700,
   * to 10 metres. The new revision of a layer is the same for all its places.
   */
  private List<String> seen(String statement) {
    db.jdbc().sql("DELETE FROM layer_change").update();
    new JdbcTemplate(connection).execute(statement);
    assertThat(
            db.jdbc()
                .sql("SELECT count(DISTINCT revision) FROM layer_change GROUP BY layer")
                .query(Long.class)
                .list())
        .allMatch(count -> count == 1);
    return db.jdbc()
        .sql(
            """
            SELECT DISTINCT concat(layer, ' ', from_zoom, '-', to_zoom, ' ',
                   coalesce(500 * round(ST_X(corner) / 500) || ',' ||
                            500 * round(ST_Y(corner) / 500), 'everywhere')) AS text
            FROM layer_change
            CROSS JOIN ST_Transform(ST_SetSRID(ST_MakePoint(west, south), 3857), 27700) AS c (corner)
            ORDER BY text
            """)
        .query(String.class)
        .list();
  }

  private static String square(int west, int south, int size) {
    return "POLYGON((%1$d %2$d,%1$d %4$d,%3$d %4$d,%3$d %2$d,%1$d %2$d))"
        .formatted(west, south, west + size, south + size);
  }
}
