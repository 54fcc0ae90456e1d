package org.greensward.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.Color;
import java.util.Map;
import java.util.regex.Pattern;
import org.greensward.DemonstrationApp;
import org.greensward.database.StoreFixture;
import org.greensward.database.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** A raster map of another server, from a configured template, under our own. */
class BaseMapTest extends BrowserTest {
  private static final int GREEN = 0x80c080;

  /** Yellow multiplied over that green. */
  private static final int YELLOW_OVER_GREEN = 0x80a600;

  private static final String OVER_THE_PARISH = "/map?map=12/52.0980/-0.7600";

  private static TileHost tiles;
  private static ConfigurableApplicationContext application;

  @BeforeAll
  static void serveBoth() {
    tiles = new TileHost(new Color(GREEN));
    TestStore store = TestStore.empty();
    StoreFixture fixture = StoreFixture.in(store);
    fixture.parish(
        "E04000001",
        "POLYGON((484000 242000,484000 248000,486000 248000,486000 242000,484000 242000))");
    fixture.council("Sedge Parish Council", "E04000001");
    fixture.status("Sedge Parish Council", "devolved", "[2014-04-01,)");
    application =
        DemonstrationApp.start(
            store,
            "empty",
            Map.of(
                "greensward.web.base-map",
                tiles.address() + "/tiles/{z}/{x}/{y}.png",
                "greensward.web.base-map-attribution",
                "Tiles of the test"));
  }

  @AfterAll
  static void stop() {
    application.close();
    tiles.close();
  }

  @Test
  void liesUnderTheColours() {
    openOwn(OVER_THE_PARISH);
    await().pollInSameThread().until(() -> MapPicture.of(page()).share(GREEN) > 0.3);
    assertThat(MapPicture.of(page()).share(YELLOW_OVER_GREEN)).isGreaterThan(0.02);
    assertThat(page().locator(".leaflet-control-attribution")).containsText("Tiles of the test");
    assertThat(tiles.asked()).anyMatch(address -> address.matches("/tiles/12/\\d+/\\d+\\.png"));
  }

  @Test
  void canBeSwitchedOff() {
    openOwn(OVER_THE_PARISH);
    await().pollInSameThread().until(() -> MapPicture.of(page()).share(GREEN) > 0.3);
    pressUntilFocused("Tab", page().locator("input[name=base]"));
    page().keyboard().press("Space");
    settle();
    assertThat(page()).hasURL(Pattern.compile(".*off=base.*"));
    assertThat(MapPicture.of(page()).share(GREEN)).isZero();
    assertThat(MapPicture.of(page()).share(MapPageTest.YELLOW)).isGreaterThan(0.02);
    assertThat(page().locator(".leaflet-control-attribution"))
        .not()
        .containsText("Tiles of the test");
    int asked = tiles.asked().size();
    page().reload();
    settle();
    assertThat(page().locator("input[name=base]")).not().isChecked();
    assertThat(tiles.asked()).hasSize(asked);
  }

  @Test
  void givesWayToTheBlackGroundOfAProjector() {
    openOwn(OVER_THE_PARISH + "&look=projector");
    assertThat(MapPicture.of(page()).share(GREEN)).isZero();
  }

  @Test
  void nothingElseIsLetThrough() {
    expectsErrors();
    try (TileHost other = new TileHost(Color.RED)) {
      openOwn(OVER_THE_PARISH);
      Object outcome =
          page()
              .evaluate(
                  """
                  address => new Promise(resolve => {
                    document.addEventListener('securitypolicyviolation', e => resolve(e.effectiveDirective));
                    const image = new Image();
                    image.onload = () => resolve('loaded');
                    image.src = address;
                  })
                  """,
                  other.address() + "/tiles/1/1/1.png");
      assertThat(outcome).isEqualTo("img-src");
      assertThat(other.asked()).isEmpty();
    }
  }

  @Test
  void thereIsNoSwitchWithoutATemplate() {
    open("/map");
    assertThat(page().locator("input[name=base]")).hasCount(0);
  }

  private void openOwn(String path) {
    page().navigate(DemonstrationApp.addressOf(application) + path);
    settle();
  }
}
