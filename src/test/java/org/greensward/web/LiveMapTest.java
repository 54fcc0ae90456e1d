package org.greensward.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.greensward.DemonstrationApp;
import org.greensward.database.TestStore;
import org.greensward.importing.DemonstrationStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An open map follows what is changed in the database, by whomever. */
class LiveMapTest extends BrowserTest {
  private static final String OLNEY = "olney-town-council";

  /** Around Olney, so near that much of the authority is out of view. */
  private static final String NEAR_OLNEY = "/map?off=context,land&map=12/52.15000/-0.70000";

  private static ConfigurableApplicationContext context;
  private static JdbcClient jdbc;

  @BeforeAll
  static void ownDemonstration() {
    TestStore store = DemonstrationStore.copy();
    context = DemonstrationApp.start(store, "demonstration");
    jdbc = store.jdbc();
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  @Test
  void aStatusTurnsTheColourAndOnlyTheTilesItTouchesAreFetched() {
    setStatus("devolved");
    openOwn(NEAR_OLNEY);
    assertThat(yellow()).isGreaterThan(0.4);
    List<String> fetched = tilesFetched();
    setStatus("interested");
    await().pollInSameThread().until(() -> settled() && yellow() < 0.05);
    assertThat(page().locator("[data-status=interested] .gs-legend__count"))
        .hasText(count("interested"));
    // Of the two layers with statuses, those tiles in which Olney lies; all else stays as it is.
    int layersOfAllTiles = 2 * page().locator("canvas.gs-tile").count();
    assertThat(fetched).isNotEmpty().doesNotHaveDuplicates();
    assertThat(fetched.size()).isLessThan(layersOfAllTiles);
    assertThat(fetched).allMatch(address -> address.matches(".*/tiles/(parishes|boundaries)/.*"));
  }

  @Test
  void aChangeElsewhereFetchesNothing() {
    openOwn("/map?off=context,land&map=14/52.15000/-0.70000");
    List<String> fetched = tilesFetched();
    jdbc.sql(
            """
            UPDATE status SET status = CASE status WHEN 'none' THEN 'interested' ELSE 'none' END
            WHERE upper_inf(valid) AND council_id = (
              SELECT cp.council_id FROM parish p JOIN council_parish cp ON cp.parish_code = p.code
              ORDER BY ST_Distance(p.box, (SELECT q.box FROM parish q WHERE q.code = 'E04001268'))
                DESC LIMIT 1)
            """)
        .update();
    String changed = count("interested");
    assertThat(page().locator("[data-status=interested] .gs-legend__count")).hasText(changed);
    settle();
    assertThat(fetched).isEmpty();
  }

  @Test
  void theFactsFollow() {
    setStatus("devolved");
    openOwn(NEAR_OLNEY + "&council=" + OLNEY);
    assertThat(page().locator("#facts")).containsText("Devolved");
    page().locator("#facts a").first().focus();
    setStatus("interested");
    assertThat(page().locator("#facts")).containsText("Interest expressed");
    settle();
    assertThat(
            (Boolean)
                page()
                    .evaluate("document.querySelector('#facts').contains(document.activeElement)"))
        .isTrue();
  }

  /** Chromium hides no page of a test; the page is told that it is. */
  @Test
  void aHiddenPageLetsGoAndAsksWhatItMissedWhenItIsSeenAgain() {
    setStatus("devolved");
    openOwn(NEAR_OLNEY);
    assertThat(yellow()).isGreaterThan(0.4);
    hide(true);
    List<String> events = new CopyOnWriteArrayList<>();
    page()
        .onRequest(
            request -> {
              if (request.url().contains("/events")) {
                events.add(request.url());
              }
            });
    setStatus("interested");
    assertThat(yellow()).isGreaterThan(0.4);
    hide(false);
    await().pollInSameThread().until(() -> settled() && yellow() < 0.05);
    assertThat(events).singleElement().asString().contains("since=").contains("parishes%3A");
  }

  @Test
  void aServerThatDoesNotAnswerIsAskedAgainAndThePageSaysNothing() {
    expectsErrors();
    setStatus("devolved");
    page().route("**/events*", route -> route.abort());
    openOwn(NEAR_OLNEY);
    assertThat(yellow()).isGreaterThan(0.4);
    setStatus("interested");
    page().waitForRequest("**/events*", () -> {});
    assertThat(page().locator("#status")).isEmpty();
    page().unroute("**/events*");
    await().pollInSameThread().until(() -> settled() && yellow() < 0.05);
  }

  private void hide(boolean hidden) {
    page()
        .evaluate(
            "hidden => { Object.defineProperty(document, 'hidden', {value: hidden, configurable:"
                + " true}); document.dispatchEvent(new Event('visibilitychange')); }",
            hidden);
  }

  private void openOwn(String path) {
    page().navigate(DemonstrationApp.addressOf(context) + path);
    settle();
  }

  private boolean settled() {
    return page().locator("#map-page").getAttribute("data-busy").equals("false");
  }

  /** How much of the map around Olney has the colour of what is devolved. */
  private double yellow() {
    return MapPicture.of(page())
        .shareAround(MapPageTest.OLNEY_LON, MapPageTest.OLNEY_LAT, MapPageTest.YELLOW);
  }

  private List<String> tilesFetched() {
    List<String> fetched = new CopyOnWriteArrayList<>();
    page()
        .onRequest(
            request -> {
              if (request.url().matches(".*/tiles/[a-z]+/.*")) {
                fetched.add(request.url());
              }
            });
    return fetched;
  }

  private static void setStatus(String status) {
    jdbc.sql(
            "UPDATE status SET status = :status, arrangement = NULL WHERE upper_inf(valid) AND"
                + " council_id = (SELECT id FROM council WHERE slug = :slug)")
        .param("status", status)
        .param("slug", OLNEY)
        .update();
  }

  private static String count(String status) {
    return jdbc.sql(
            "SELECT count(*)::text FROM council_status_at((SELECT today FROM store))"
                + " WHERE status = ?")
        .param(status)
        .query(String.class)
        .single();
  }
}
