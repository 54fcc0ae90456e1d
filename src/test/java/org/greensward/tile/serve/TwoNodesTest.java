package org.greensward.tile.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.greensward.DemonstrationApp;
import org.greensward.database.StoreFixture;
import org.greensward.database.TestStore;
import org.greensward.layer.tile.geometry.TileCoord;
import org.greensward.revision.LayerRevisions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes on one database: what one changes, the other serves, and nothing else is disturbed. */
class TwoNodesTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static StoreFixture db;
  private static ConfigurableApplicationContext one;
  private static ConfigurableApplicationContext other;

  /** In the parish whose status changes, and 100 km away. */
  private static String near;

  private static String far;

  @BeforeAll
  static void twoNodes() {
    TestStore store = TestStore.empty();
    db = StoreFixture.in(store);
    db.parish("E04000001", square(480000, 240000));
    db.parish("E04000002", square(580000, 140000));
    db.council("Near", "E04000001");
    db.council("Far", "E04000002");
    db.status("Near", "none", "[2010-01-01,)");
    db.status("Far", "none", "[2010-01-01,)");
    db.land(
        "lawn",
        "amenity grass",
        null,
        "POLYGON((482000 242000,482000 242050,482050 242000,482000 242000))");
    near = tile(482000, 242000);
    far = tile(582000, 142000);
    one = DemonstrationApp.start(store, "empty");
    other = DemonstrationApp.start(store, "empty");
  }

  @AfterAll
  static void stop() {
    one.close();
    other.close();
  }

  @Test
  void theOtherServesTheNewTileAndTilesElsewhereKeepTheirETag() throws Exception {
    String farEtag = etag(get(other, far));
    String nearEtag = etag(get(other, near));
    change(one, "devolved");
    for (ConfigurableApplicationContext node : List.of(one, other)) {
      await().until(() -> !etag(get(node, near)).equals(nearEtag));
    }
    assertThat(get(other, near).body()).contains("\"status\":\"devolved\"");
    assertThat(get(one, near).body()).contains("\"status\":\"devolved\"");
    assertThat(etag(get(one, near))).isEqualTo(etag(get(other, near)));
    for (ConfigurableApplicationContext node : List.of(one, other)) {
      assertThat(get(node, far, "If-None-Match", farEtag).statusCode()).isEqualTo(304);
      assertThat(get(node, near, "If-None-Match", nearEtag).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whoHasATileIsAnsweredWithoutAQuery() throws Exception {
    String farEtag = etag(get(other, far));
    // The nodes' own rounds, of sessions and mail, may fall between: then once more.
    await()
        .untilAsserted(
            () -> {
              List<String> before = lastQueries();
              for (String encoding : List.of("gzip", "identity")) {
                for (int i = 0; i < 20; i++) {
                  HttpResponse<String> answer =
                      get(other, far, "If-None-Match", farEtag, "Accept-Encoding", encoding);
                  assertThat(answer.statusCode()).isEqualTo(304);
                }
              }
              assertThat(lastQueries()).isNotEmpty().containsAll(before);
            });
    List<String> before = lastQueries();
    get(other, far + "?at=1990-01-01");
    assertThat(lastQueries().containsAll(before)).as("a query is seen").isFalse();
  }

  /** Most of what such a tile is prepared from was not touched, and is older than the change. */
  @ParameterizedTest
  @ValueSource(ints = {9, 11, 12, 13, 14, 16})
  void aTileThatAChangeTouchedIsMadeAnewOnce(int zoom) {
    TileService tiles = other.getBean(TileService.class);
    LayerRevisions known = other.getBean(LayerRevisions.class);
    TileKey key =
        new TileKey(
            tiles.getLayer("land"),
            TileCoord.parse("" + zoom, column(zoom), row(zoom)),
            TileFormat.GEOJSON,
            known.spanOf(LocalDate.of(2018, 1, 1)));
    CachedTile before = tiles.getTile(key);
    db.jdbc().sql("UPDATE land SET name = coalesce(name, '') || 'x'").update();
    long revision = revision("land");
    await().until(() -> known.ofLayer("land") == revision);
    CachedTile after = tiles.getTile(key);
    assertThat(after).isNotSameAs(before);
    assertThat(tiles.getTile(key)).isSameAs(after);
  }

  @Test
  void anAddressWithARevisionMayBeKeptWhileNothingTouchedTheTile() throws Exception {
    long before = revision("parishes");
    change(one, "interested");
    long now = revision("parishes");
    assertThat(now).isGreaterThan(before);
    // Asked for at once: a node that has not heard of it yet reads it.
    assertThat(cacheControl(get(other, near + "?revision=" + now)))
        .contains("max-age=31536000", "immutable");
    assertThat(get(other, near + "?revision=" + now).body()).contains("\"status\":\"interested\"");
    assertThat(cacheControl(get(other, far + "?revision=" + now))).contains("immutable");
    assertThat(cacheControl(get(other, far + "?revision=" + before))).contains("immutable");
    assertThat(cacheControl(get(other, near + "?revision=" + before)))
        .isEqualTo("public, max-age=10");
    HttpResponse<String> unknown = get(other, near + "?revision=" + (now + 1));
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(cacheControl(unknown)).isEqualTo("no-store");
  }

  @Test
  void datesInASpanWithoutChangeAreOneTile() throws Exception {
    String etag = etag(get(one, near + "?at=2011-03-04"));
    assertThat(get(one, near + "?at=2012-05-06", "If-None-Match", etag).statusCode())
        .isEqualTo(304);
    assertThat(get(one, near + "?at=2009-12-31", "If-None-Match", etag).statusCode())
        .isEqualTo(200);
  }

  private static void change(ConfigurableApplicationContext node, String status) {
    node.getBean("ownerJdbc", JdbcClient.class)
        .sql(
            "UPDATE status s SET status = ? FROM council c"
                + " WHERE c.id = s.council_id AND c.name = 'Near'")
        .param(status)
        .update();
  }

  /** Of a tile in the nearer parish, from that of zoom 14. */
  private static String column(int zoom) {
    return scaled(near.split("/")[4], zoom);
  }

  private static String row(int zoom) {
    return scaled(near.split("/")[5].replace(".geojson", ""), zoom);
  }

  private static String scaled(String atZoom14, int zoom) {
    int number = Integer.parseInt(atZoom14);
    return "" + (zoom < 14 ? number >> 14 - zoom : number << zoom - 14);
  }

  private static long revision(String layer) {
    return db.jdbc()
        .sql("SELECT revision FROM layer_revision WHERE layer = ?")
        .param(layer)
        .query(Long.class)
        .single();
  }

  /** Of each connection that the nodes' pools hold, when its last query began. */
  private static List<String> lastQueries() {
    return db.jdbc()
        .sql(
            """
            SELECT pid || ' ' || query_start FROM pg_stat_activity
            WHERE datname = current_database() AND application_name = 'greensward'
              AND pid <> pg_backend_pid()
            """)
        .query(String.class)
        .list();
  }

  private static HttpResponse<String> get(
      ConfigurableApplicationContext node, String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(DemonstrationApp.addressOf(node) + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String etag(HttpResponse<?> response) {
    return response.headers().firstValue("ETag").orElseThrow();
  }

  private static String cacheControl(HttpResponse<?> response) {
    return response.headers().firstValue("Cache-Control").orElse("");
  }

  /** The tile of zoom 14 at a place of EPSG:27700. */
  private static String tile(double x, double y) {
    return db.jdbc()
        .sql(
            """
            SELECT '/tiles/parishes/14/' || floor((ST_X(p) / 40075016.685578488 + 0.5) * 16384)
                   || '/' || floor((0.5 - ST_Y(p) / 40075016.685578488) * 16384) || '.geojson'
            FROM ST_Transform(ST_SetSRID(ST_MakePoint(:x, :y), 27700), 3857) AS t (p)
            """)
        .param("x", x)
        .param("y", y)
        .query(String.class)
        .single();
  }

  private static String square(int west, int south) {
    return "POLYGON((%1$d %2$d,%1$d %4$d,%3$d %4$d,%3$d %2$d,%1$d %2$d))"
        .formatted(west, south, west + 4000, south + 4000);
  }
}
