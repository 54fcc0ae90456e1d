package org.greensward.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.awt.image.BufferedImage;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The map in a browser: what it shows, and that mouse, keyboard and address all reach it. */
class MapPageTest extends BrowserTest {
  static final int YELLOW = 0xffdd00;
  private static final int BLUE = 0x1d70b8;
  private static final String WHOLE = "/map?map=11/52.08/-0.74";
  static final double OLNEY_LON = -0.702;
  static final double OLNEY_LAT = 52.1537;
  private static final double SHERINGTON_LON = -0.7018;
  private static final double SHERINGTON_LAT = 52.1097;

  @Test
  void devolvedIsYellowAndInterestedIsBlue() {
    open(WHOLE);
    MapPicture map = MapPicture.of(page());
    assertThat(map.shareAround(OLNEY_LON, OLNEY_LAT, YELLOW)).isGreaterThan(0.4);
    assertThat(map.shareAround(SHERINGTON_LON, SHERINGTON_LAT, BLUE)).isGreaterThan(0.4);
  }

  @Test
  void keyAndListCountTheCouncils() {
    open("/map");
    assertThat(count("devolved")).hasText("6");
    assertThat(count("interested")).hasText("25");
    assertThat(count("none")).hasText("17");
    assertThat(count("unknown")).hasText("0");
    assertThat(page().locator("#list-items li")).hasCount(48);
    assertThat(page().locator("#list-items .gs-tag--devolved")).hasCount(6);
  }

  @Test
  void aClickOnTheMapOpensTheCouncilsFacts() {
    open(WHOLE);
    MapPicture map = MapPicture.of(page());
    page().mouse().click(map.x(OLNEY_LON), map.y(OLNEY_LAT));
    settle();
    assertOlneyIsOpen();
    assertThat(facts()).containsText("Devolved since 1 April 2014");
    assertThat(facts()).containsText("Grant-funded");
    assertThat(facts()).containsText("Olney Ward Forum");
    assertThat(facts()).containsText("Amenity grass");
  }

  @Test
  void theKeyboardAloneSelectsOnTheMap() {
    open("/map?map=12/52.1537/-0.72947");
    pressUntilFocused("Tab", page().locator("#map"));
    assertThat(page().locator(".gs-crosshair")).isVisible();
    page().keyboard().press("ArrowRight");
    settle();
    page().keyboard().press("Enter");
    settle();
    assertOlneyIsOpen();
    assertThat(page().locator("#announcer"))
        .hasText("Olney Town Council: Devolved since 1 April 2014. Its facts are open.");
    page().keyboard().press("Escape");
    settle();
    assertThat(page().locator("#list")).isVisible();
    assertThat(facts()).isHidden();
  }

  @Test
  void theKeyboardAloneSelectsInTheList() {
    open("/map");
    pressUntilFocused("Tab", page().locator("#filter-name"));
    page().keyboard().type("olney");
    assertThat(page().locator("#list-count")).hasText("1 of 48 local councils on 1 October 2018");
    pressUntilFocused("Tab", page().locator("#list-items a"));
    page().keyboard().press("Enter");
    settle();
    assertOlneyIsOpen();
    assertThat(facts().locator("h2")).isFocused();
    page().keyboard().press("Escape");
    settle();
    assertThat(page().locator("#list-items a")).isFocused();
  }

  @Test
  void everythingFollowsTheDate() {
    open(WHOLE);
    assertThat(MapPicture.of(page()).share(YELLOW)).isGreaterThan(0.005);
    page().locator("#at").fill("2013-01-01");
    settle();
    assertThat(MapPicture.of(page()).share(YELLOW)).isZero();
    assertThat(count("devolved")).hasText("0");
    assertThat(page().locator("#list-items .gs-tag--devolved")).hasCount(0);
    assertThat(page()).hasURL(Pattern.compile(".*at=2013-01-01.*"));

    page()
        .getByRole(com.microsoft.playwright.options.AriaRole.BUTTON)
        .filter(new Locator.FilterOptions().setHasText("Working date"))
        .click();
    settle();
    assertThat(count("devolved")).hasText("6");
    assertThat(MapPicture.of(page()).share(YELLOW)).isGreaterThan(0.005);
  }

  @Test
  void stepsFromChangeToChange() {
    open("/map?at=2014-04-01");
    assertThat(count("devolved")).hasText("6");
    page().locator("[data-step=earlier]").click();
    settle();
    assertThat(count("devolved")).hasText("0");
  }

  @Test
  void theAddressBringsEverythingBack() {
    open("/map?at=2014-06-01&council=olney-town-council&off=context&map=12/52.15000/-0.70000");
    assertOlneyIsOpen();
    assertThat(page().locator("#at")).hasValue("2014-06-01");
    assertThat(page().locator("input[name=context]")).not().isChecked();
    page().locator(".leaflet-control-zoom-in").click();
    settle();
    page().reload();
    settle();
    assertThat(page()).hasURL(Pattern.compile(".*map=13/52\\.1.*"));
    assertOlneyIsOpen();
    page().getByText("Back to list").click();
    assertThat(page().locator("#list")).isVisible();
    page().goBack();
    settle();
    assertOlneyIsOpen();
  }

  /** The edge of a column of tiles runs through Olney at 0.703125 degrees west. */
  @ParameterizedTest
  @CsvSource({"1", "1.5", "2"})
  void aPatternRunsOnAcrossTiles(double devicePixels) {
    useWindow(
        new Browser.NewContextOptions()
            .setViewportSize(1280, 800)
            .setDeviceScaleFactor(devicePixels));
    open("/map?off=context&map=12/52.15/-0.70");
    MapPicture map = MapPicture.of(page());
    BufferedImage image = map.tiles();
    int edge = (int) Math.round(map.x(-0.703125) * devicePixels);
    int period = (int) Math.round(8 * devicePixels);
    int top = (int) Math.round(map.y(52.1545) * devicePixels);
    for (int y = top; y < top + 2 * period; y++) {
      for (int x = edge - period; x < edge + period; x++) {
        int here = image.getRGB(x, y) & 0xffffff;
        assertThat(here & 0xff).as("no ground shows through at %d, %d", x, y).isLessThan(40);
        int there = image.getRGB(x + 2 * period, y) & 0xffffff;
        assertThat(Math.abs((here >> 16) - (there >> 16)))
            .as("the hatch repeats at %d, %d", x, y)
            .isLessThan(24);
      }
    }
  }

  @Test
  void aPieceOfLandTellsItsFacts() {
    open("/map?map=17/52.1537/-0.702");
    LandInView land = LandInView.of(page(), 17, OLNEY_LON, OLNEY_LAT);
    MapPicture map = MapPicture.of(page());
    page().mouse().click(map.x(land.lon()), map.y(land.lat()));
    settle();
    assertThat(facts()).containsText(land.reference());
    assertThat(facts()).containsText("Looked after by");
    assertThat(facts()).containsText("Owner");
    assertThat(facts().getByText("Olney Town Council").first()).isVisible();
    page().reload();
    settle();
    assertThat(facts()).containsText(land.reference());
    assertThat(facts()).containsText("Looked after by");
    page().locator("#at").fill("2009-01-01"); // before there was any
    settle();
    assertThat(facts()).containsText("not in view at this date");
    assertThat(facts()).not().containsText("Looked after by");
  }

  @Test
  void aFailureIsToldInWords() {
    expectsErrors();
    page().route("**/tiles/parishes/**", route -> route.abort());
    open(WHOLE);
    assertThat(page().locator("#status"))
        .containsText("The map is not complete: The server does not answer.");
    page().unroute("**/tiles/parishes/**");
    page().getByText("Try again").click();
    settle();
    assertThat(page().locator("#status")).isEmpty();
    assertThat(MapPicture.of(page()).share(YELLOW)).isGreaterThan(0.005);
  }

  @Test
  void aTextThatIsNoDateIsRefusedInWords() {
    open("/map?at=2014-02-30");
    assertThat(page().locator("#status")).containsText("2014-02-30 is not a date");
    assertThat(count("devolved")).hasText("6");
  }

  @Test
  void theListIsThereWithoutScript() {
    useWindow(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    page().navigate(address() + "/map?at=2013-01-01");
    assertThat(page().locator("#list-items li")).hasCount(48);
    assertThat(page().locator("#list-items .gs-tag--devolved")).hasCount(0);
    page().navigate(address() + "/map?council=olney-town-council");
    assertThat(facts()).containsText("Devolved since 1 April 2014");
  }

  private void assertOlneyIsOpen() {
    assertThat(facts().locator("h2")).hasText("Olney Town Council");
    assertThat(page().locator("#list")).isHidden();
    assertThat(page()).hasURL(Pattern.compile(".*council=olney-town-council.*"));
  }

  private Locator facts() {
    return page().locator("#facts");
  }

  private Locator count(String status) {
    return page().locator("[data-status=" + status + "] .gs-legend__count");
  }
}
