package org.greensward.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.greensward.database.ExternalDatabase;
import org.greensward.database.StoreFixture;
import org.greensward.database.TestStore;
import org.greensward.database.pool.StoreConfiguration;
import org.greensward.revision.LayerRevisions.Change;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a node knows, and hears of while it runs. */
class CachedRevisionsTest {
  private TestStore store;
  private StoreFixture db;
  private Node node;

  @BeforeEach
  void oneNode() {
    store = TestStore.empty();
    db = StoreFixture.in(store);
    db.parish("E04000001", square(480000, 240000));
    db.parish("E04000002", square(580000, 140000));
    db.council("Near", "E04000001");
    db.council("Far", "E04000002");
    db.status("Near", "none", "[2010-01-01,2014-04-01)");
    node = Node.start(store);
  }

  @AfterEach
  void stop() {
    node.listening.stop();
  }

  @Test
  void itKnowsAllThatWasCommittedBeforeItStarted() {
    assertThat(node.known.ofLayer("parishes")).isEqualTo(revision("parishes"));
    assertThat(node.known.ofLayer("lakes")).isZero();
    assertThat(near("parishes")).isEqualTo(revision("parishes"));
    assertThat(far("parishes")).isLessThan(near("parishes"));
  }

  @Test
  void itHearsOfAChangeAndOnlyTheTilesThereChange() {
    long near = near("parishes");
    long far = far("parishes");
    db.status("Far", "devolved", "[2012-01-01,)");
    await().until(() -> node.known.ofLayer("parishes") == revision("parishes"));
    assertThat(far("parishes")).isGreaterThan(far).isEqualTo(revision("parishes"));
    assertThat(near("parishes")).isEqualTo(near);
    assertThat(node.known.ofTile("parishes", 0, 0, 0)).isEqualTo(revision("parishes"));
  }

  @Test
  void itCatchesUpAfterItsConnectionWasCut() {
    cutConnections();
    db.status("Far", "devolved", "[2012-01-01,)");
    await().until(() -> node.known.ofLayer("parishes") == revision("parishes"));
    db.status("Far", "none", "[2011-01-01,2012-01-01)");
    await().until(() -> node.known.ofLayer("parishes") == revision("parishes"));
    assertThat(far("parishes")).isEqualTo(revision("parishes"));
  }

  @Test
  void listenersHearEachChangeInOrder() {
    List<Change> heard = new CopyOnWriteArrayList<>();
    node.known.listen(heard::add);
    db.status("Far", "devolved", "[2012-01-01,)");
    db.status("Far", "none", "[2011-01-01,2012-01-01)");
    long last = revision("parishes");
    await().until(() -> heard.stream().filter(c -> c.layer().equals("parishes")).count() == 2);
    assertThat(heard)
        .filteredOn(change -> change.layer().equals("parishes"))
        .extracting(Change::revision)
        .containsExactly(last - 1, last);
    assertThat(heard).allMatch(change -> change.box() != null);
  }

  @Test
  void aNodeThatStartsLaterKnowsTheSame() {
    db.status("Far", "devolved", "[2012-01-01,)");
    db.land("lawn", "amenity grass", null, square(480000, 240000));
    await().until(() -> node.known.ofLayer("land") == revision("land"));
    CachedRevisions later = new CachedRevisions(store.dataSource());
    later.catchUp();
    for (String layer : List.of("boundaries", "context", "land", "parishes")) {
      assertThat(later.ofLayer(layer)).isEqualTo(node.known.ofLayer(layer));
      for (int x = 8080; x < 8110; x++) {
        assertThat(later.ofTile(layer, 14, x, 5400))
            .isEqualTo(node.known.ofTile(layer, 14, x, 5400));
      }
    }
  }

  @Test
  void whatIsPublishedByTheClockIsHeardAtThatTime() {
    long before = near("parishes");
    long known = node.known.ofLayer("parishes");
    // In one transaction, so that it is not published before the revision is read.
    long inserted =
        new TransactionTemplate(new JdbcTransactionManager(store.pooledDataSource()))
            .execute(
                status -> {
                  db.jdbc()
                      .sql(
                          "INSERT INTO status (council_id, service_id, status, valid, basis,"
                              + " published_from) SELECT c.id, s.id, 'devolved',"
                              + " '[2014-04-01,)', 'documented', now() + interval '1.5 s'"
                              + " FROM council c, service s WHERE c.name = 'Near'")
                      .update();
                  return revision("parishes");
                });
    assertThat(inserted).isEqualTo(known);
    await().until(() -> near("parishes") > before);
    assertThat(
            db.jdbc()
                .sql("SELECT now() >= max(published_from) FROM status")
                .query(Boolean.class)
                .single())
        .isTrue();
    assertThat(node.known.ofLayer("parishes")).isEqualTo(revision("parishes"));
  }

  @Test
  void whatIsTooLongAgoIsEverywhere() {
    long start = node.known.ofLayer("context");
    db.jdbc()
        .sql("SELECT note_change('{context}', NULL) FROM generate_series(1, 300)")
        .query((row, n) -> "")
        .list();
    long last = revision("context");
    await().until(() -> node.known.ofLayer("context") == last);
    assertThat(node.known.since("context", last)).isEmpty();
    assertThat(node.known.since("context", last - 3)).hasSize(3);
    assertThat(node.known.since("context", start))
        .containsExactly(Change.everywhere("context", last));
  }

  @Test
  void datesFallIntoSpansWithoutChange() {
    LayerRevisions known = node.known;
    assertThat(known.spanOf(LocalDate.of(1900, 1, 1))).isEqualTo("1800-01-01");
    assertThat(known.spanOf(LocalDate.of(2009, 12, 31))).isEqualTo("1800-01-01");
    assertThat(known.spanOf(LocalDate.of(2010, 1, 1))).isEqualTo("2010-01-01");
    assertThat(known.spanOf(LocalDate.of(2014, 3, 31))).isEqualTo("2010-01-01");
    assertThat(known.spanOf(LocalDate.of(2100, 1, 1))).isEqualTo("2014-04-01");
    db.status("Far", "devolved", "[2012-06-01,)");
    await().until(() -> known.spanOf(LocalDate.of(2013, 1, 1)).equals(LocalDate.of(2012, 6, 1)));
    assertThat(known.spanOf(LocalDate.of(2012, 5, 31))).isEqualTo("2010-01-01");
  }

  @Test
  void theStoresRecordIsKnownToo() {
    assertThat(node.known.findStore()).isEmpty();
    db.jdbc().sql("INSERT INTO store (demonstration, today) VALUES (true, '2018-10-01')").update();
    await().until(() -> node.known.findStore().isPresent());
    db.jdbc().sql("UPDATE store SET today = '2019-01-01'").update();
    await()
        .until(() -> node.known.findStore().orElseThrow().today().equals(LocalDate.of(2019, 1, 1)));
  }

  private void cutConnections() {
    assertThat(
            db.jdbc()
                .sql(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE application_name = 'greensward changes'"
                        + " AND datname = current_database()")
                .query(Boolean.class)
                .list())
        .containsExactly(true);
  }

  private long near(String layer) {
    return tile(layer, 482000, 242000);
  }

  private long far(String layer) {
    return tile(layer, 582000, 142000);
  }

  /** Of the tile of zoom 14 at a place of EPSG:27700. */
  private long tile(String layer, double x, double y) {
    return db.jdbc()
        .sql(
            "SELECT floor((ST_X(p) / 40075016.685578488 + 0.5) * 16384)::int,"
                + " floor((0.5 - ST_Y(p) / 40075016.685578488) * 16384)::int"
                + " FROM ST_Transform(ST_SetSRID(ST_MakePoint(:x, :y), 27700), 3857) AS t (p)")
        .param("x", x)
        .param("y", y)
        .query((row, n) -> node.known.ofTile(layer, 14, row.getInt(1), row.getInt(2)))
        .single();
  }

  private long revision(String layer) {
    return new RevisionRepository(db.jdbc()).findRevision(layer).orElseThrow();
  }

  private static String square(int west, int south) {
    return "POLYGON((%1$d %2$d,%1$d %4$d,%3$d %4$d,%3$d %2$d,%1$d %2$d))"
        .formatted(west, south, west + 4000, south + 4000);
  }

  private record Node(CachedRevisions known, ChangeListener listening) {
    static Node start(TestStore store) {
      CachedRevisions known = new CachedRevisions(store.dataSource());
      ChangeListener listening = new ChangeListener(details(store), known);
      listening.start();
      return new Node(known, listening);
    }

    private static JdbcConnectionDetails details(TestStore store) {
      ExternalDatabase database = ExternalDatabase.parse(store.url());
      return new StoreConfiguration().jdbcConnectionDetails(database);
    }
  }
}
