package org.greensward.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.greensward.database.StoreFixture;
import org.greensward.database.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Rows to change, and what the database notes of each change: which layers, and where. */
abstract class ChangeNotes {
  static StoreFixture db;
  private static SingleConnectionDataSource connection;

  /**
   * Two parishes of 4 km side by side, and a third far away; each with its council, two with a
   * lawn, and a tree outside all of them.
   */
  @BeforeAll
  static void threeParishes() {
    TestStore store = TestStore.empty();
    StoreFixture.in(store);
    connection = new SingleConnectionDataSource(open(store), true);
    db = new StoreFixture(JdbcClient.create(connection));
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

  /**
   * What a statement makes be noted: layer, zooms, and the box's south-west corner in EPSG:27700,
   * to 10 metres. The new revision of a layer is the same for all its places.
   */
  final List<String> seen(String statement) {
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

  static String square(int west, int south, int size) {
    return "POLYGON((%1$d %2$d,%1$d %4$d,%3$d %4$d,%3$d %2$d,%1$d %2$d))"
        .formatted(west, south, west + size, south + size);
  }
}
