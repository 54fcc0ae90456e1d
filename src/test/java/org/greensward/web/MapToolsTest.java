package org.greensward.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a person does with the map besides looking: strength, link, print, screen, contrast. */
class MapToolsTest extends BrowserTest {
  private static final String WHOLE = "/map?map=11/52.08/-0.74";

  @Test
  void theSliderMakesTheColoursWeaker() {
    open(WHOLE);
    assertThat(yellow()).isGreaterThan(0.4);
    pressUntilFocused("Tab", page().locator("#opacity"));
    for (int i = 0; i < 4; i++) {
      page().keyboard().press("ArrowLeft");
    }
    assertThat(page().locator("#opacity-text")).hasText("60%");
    assertThat(page()).hasURL(Pattern.compile(".*opacity=60.*"));
    await().pollInSameThread().until(() -> yellow() < 0.01);
    page().reload();
    settle();
    assertThat(page().locator("#opacity")).hasValue("60");
    assertThat(yellow()).isLessThan(0.01);
    page().locator("#opacity").fill("100");
    assertThat(page()).not().hasURL(Pattern.compile(".*opacity.*"));
    await().pollInSameThread().until(() -> yellow() > 0.4);
  }

  @Test
  void theLinkHasEverythingInIt() {
    page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    open(
        "/map?at=2014-06-01&council=olney-town-council&off=land&opacity=70&look=projector&list=all"
            + "&measure=length,52.1/-0.7,52.2/-0.7");
    pressUntilFocused("Tab", page().locator("#tool-share"));
    page().keyboard().press("Enter");
    assertThat(page().locator("#announcer")).hasText("Link copied.");
    assertThat(page().locator("#share")).isHidden();
    String link = (String) page().evaluate("navigator.clipboard.readText()");
    assertThat(link)
        .startsWith(address() + "/map?")
        .contains(
            "at=2014-06-01",
            "council=olney-town-council",
            "off=land",
            "opacity=70",
            "look=projector",
            "list=all",
            "measure=length,52.100000/-0.700000,52.200000/-0.700000")
        .containsPattern("map=[\\d.]+/52\\.\\d{5}/-0\\.\\d{5}");
  }

  @Test
  void whereNothingCanBeCopiedAFieldShowsTheLink() {
    page().addInitScript("delete Navigator.prototype.clipboard");
    open(WHOLE);
    page().locator("#tool-share").click();
    Locator field = page().locator("#share-link");
    assertThat(field).isFocused();
    assertThat(field).hasAttribute("readonly", "");
    assertThat(field).hasValue(Pattern.compile(".*/map\\?map=11/52.08.*"));
    page().keyboard().press("Escape");
    assertThat(field).isHidden();
    assertThat(page().locator("#tool-share")).isFocused();
  }

  @Test
  void theWholeScreenShowsTheMapWithKeyAndDates() {
    open("/map");
    pressUntilFocused("Tab", page().locator(".gs-full"));
    assertThat(page().locator(".gs-full")).hasAttribute("aria-label", "Full screen");
    page().keyboard().press("Enter");
    assertThat(page().locator(".gs-full")).hasAttribute("aria-label", "Leave full screen");
    assertThat(page().evaluate("document.fullscreenElement.id")).isEqualTo("mapbox");
    assertThat(page().locator("#mapbox #dates")).isVisible();
    assertThat(page().locator("#mapbox #legend")).isVisible();
    page().keyboard().press("Enter");
    assertThat(page().locator(".gs-full")).hasAttribute("aria-label", "Full screen");
  }

  @Test
  void aButtonMakesItLargeAndDark() {
    useWindow(new Browser.NewContextOptions().setViewportSize(1920, 1080));
    open("/map?map=11.5/52.08/-0.74");
    pressUntilFocused("Tab", page().locator("#tool-look"));
    page().keyboard().press("Enter");
    assertThat(page().locator("#tool-look")).hasAttribute("aria-pressed", "true");
    assertThat(page()).hasURL(Pattern.compile(".*look=projector.*"));
    settle();
    assertThat(MapPicture.of(page()).share(0x000000)).isGreaterThan(0.3);
    assertThat(page().locator(".gs-legend").evaluate("it => getComputedStyle(it).fontSize"))
        .isEqualTo("19px");
    page().keyboard().press("Enter");
    settle();
    assertThat(MapPicture.of(page()).share(0x000000)).isLessThan(0.1);
  }

  /** Without dragging, for those who cannot. */
  @Test
  void buttonsMoveTheMap() {
    open(WHOLE);
    String before = page().url();
    page().getByLabel("Move the map up").click();
    settle();
    assertThat(page()).not().hasURL(before);
    assertThat(latitude(page())).isGreaterThan(52.09);
  }

  @Test
  void thePrintKeepsTheViewAndSaysItsDate() {
    open("/map?at=2014-06-01&council=olney-town-council&map=12/52.15000/-0.70000");
    byte[] before = page().locator("#map").screenshot();
    byte[] pdf = page().pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
    String text = new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThat(text.split("/Type /Page\\b(?!s)").length - 1).isEqualTo(1);
    assertThat(text).containsPattern("/MediaBox \\[0 0 84[12][.\\d]* 59[456][.\\d]*]");
    // What it was laid out as, which the browser takes back afterwards.
    page().evaluate("window.dispatchEvent(new Event('beforeprint'))");
    page()
        .emulateMedia(
            new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
    assertThat(page().locator("#print-line"))
        .hasText("As at 1 June 2014. Olney Town Council: Devolved.");
    assertThat(page().locator("h1")).isVisible();
    assertThat(page().locator(".leaflet-control-scale")).isVisible();
    assertThat(page().locator(".leaflet-control-attribution")).isVisible();
    assertThat(page().locator("#legend-statuses")).isVisible();
    assertThat(page().locator(".gs-banner")).isVisible();
    for (String control : List.of("#dates", "#tools", "#panel", ".leaflet-control-zoom")) {
      assertThat(page().locator(control)).isHidden();
    }
    page()
        .emulateMedia(
            new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.SCREEN));
    page().evaluate("window.dispatchEvent(new Event('afterprint'))");
    settle();
    assertThat(page().locator("#map").screenshot()).isEqualTo(before);
  }

  @Test
  void theListFollowsTheMap() {
    open("/map?map=13/52.1537/-0.702");
    Locator count = page().locator("#list-count");
    assertThat(count)
        .hasText(Pattern.compile("\\d+ of 48 local councils in view on 1 October 2018"));
    assertThat(page().locator("#list-items")).containsText("Olney Town Council");
    assertThat(page().locator("#list-items")).not().containsText("West Bletchley");
    assertThat(page().locator("#land-list")).isHidden();
    page().locator("#filter-view").uncheck();
    assertThat(page().locator("#list-items li")).hasCount(48);
    assertThat(page()).hasURL(Pattern.compile(".*list=all.*"));
    page().locator("#filter-view").check();
    page().locator("#filter-name").fill("bletchley");
    assertThat(page().locator("#list-items")).containsText("West Bletchley");
  }

  @Test
  void theLandInViewIsListedAndTheKeyboardStaysWhereItIs() {
    open("/map?map=16/52.1537/-0.702");
    assertThat(page().locator("#land-count")).containsText("pieces of land in view");
    Locator items = page().locator("#land-items li");
    assertThat(items.count()).isBetween(5, 50);
    Locator first = items.first().locator("a");
    String reference = first.innerText().replaceFirst(".* ", "");
    assertThat(first).hasAttribute("href", "/land/" + reference);
    assertThat(items.first().locator(".gs-list__keeper")).not().isEmpty();
    first.focus();
    String before = items.last().innerText();
    page().evaluate("document.querySelector('.gs-pan__button--right').click()");
    settle();
    assertThat(page().locator("#land-items")).not().containsText(before);
    assertThat(page().locator("#land-items a:focus")).containsText(reference);
  }

  @Test
  void selectingLandTellsWhoLooksAfterIt() {
    open("/map?map=17/52.1537/-0.702");
    LandInView land = LandInView.of(page(), 17, MapPageTest.OLNEY_LON, MapPageTest.OLNEY_LAT);
    MapPicture map = MapPicture.of(page());
    page().mouse().click(map.x(land.lon()), map.y(land.lat()));
    assertThat(page().locator("#announcer"))
        .hasText(
            Pattern.compile(
                "Amenity grass " + land.reference() + "\\. Amenity grass, looked after by .+\\."));
  }

  private double yellow() {
    return MapPicture.of(page())
        .shareAround(MapPageTest.OLNEY_LON, MapPageTest.OLNEY_LAT, MapPageTest.YELLOW);
  }

  private static double latitude(Page page) {
    return Double.parseDouble(page.url().replaceFirst(".*map=[\\d.]+/([\\d.]+)/.*", "$1"));
  }
}
