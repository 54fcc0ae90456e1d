package org.greensward.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of text in a browser: for everybody, at every size, by keyboard, without script. */
class TextPagesTest extends BrowserTest {

  private static final int NARROW = 320; // what 1280 leaves at 400 %

  /** What reaches over the edge of the window and lies in nothing that scrolls by itself. */
  private static final String BEYOND_THE_EDGE =
      """
      [...document.querySelectorAll('body *')]
        .filter(it => it.checkVisibility() && !it.closest('.gs-scroll, .gs-inset-map, .govuk-visually-hidden'))
        .filter(it => it.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
        .map(it => it.outerHTML.slice(0, 120))
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/councils",
        "/councils?status=devolved&sort=-area",
        "/councils/olney-town-council",
        "/councils/sherington-parish-council?at=2013-01-01",
        "/councils/olney-town-council?embed=1",
        "/who?lon=-0.7&lat=52.15",
        "/who?lon=1.75&lat=54",
        "/land/MK-000612",
        "/search",
        "/search?q=olney",
        "/search?q=Shringtn",
        "/search?q=SW1A+1AA",
        "/search?q=1.75,54",
        "/postcodes/MK464AA",
        "/data",
        "/download",
        "/download?council=olney-town-council&crs=4326",
        "/licences",
        "/licences/land",
        "/help",
        "/help/clerk",
        "/help/officer",
        "/help/presenter",
        "/help/gis",
        "/glossary",
        "/accessibility",
        "/privacy"
      })
  void axeFindsNothingAndNothingScrollsSideways(String path) {
    openText(path);
    assertThat(Axe.violations(page())).isEmpty();
    for (int width : List.of(NARROW, 768, 1920)) {
      page().setViewportSize(width, 800);
      assertThat((List<?>) page().evaluate(BEYOND_THE_EDGE)).as("beyond %d", width).isEmpty();
      if (width == NARROW) {
        assertThat(Axe.violations(page())).as("in a narrow window").isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing-here", "/councils/olny", "/who?lon=x&lat=1", "/land/none"})
  void pagesThatRefuseAreAccessibleToo(String path) {
    expectsErrors();
    openText(path);
    assertThat(Axe.violations(page())).isEmpty();
    assertThat(page().locator("h1")).hasCount(1);
    assertThat(page().getByRole(AriaRole.LINK, byName("See all local councils"))).isVisible();
  }

  /** From the first page to the answer and on, with nothing but the keyboard. */
  @Test
  void aClerkFindsTheirCouncilByKeyboard() {
    openText("/");
    Locator skip = page().getByRole(AriaRole.LINK, byName("Skip to main content"));
    page().keyboard().press("Tab");
    assertThat(skip).isFocused();
    assertThat(skip).isInViewport();
    press(page().getByRole(AriaRole.LINK, byName("Councils")).first());
    page().waitForURL("**/councils");
    Locator status = page().getByLabel("Status");
    pressUntilFocused("Tab", status);
    page().keyboard().press("D"); // Devolved
    assertThat(status).hasValue("devolved");
    press(page().getByRole(AriaRole.BUTTON, byName("Show")));
    assertThat(page().getByRole(AriaRole.STATUS)).hasText("6 local councils on 1 October 2018");
    press(page().getByRole(AriaRole.LINK, byName("Olney Town Council")));
    assertThat(page().locator("h1")).hasText("Olney Town Council");
    Locator table =
        page()
            .getByRole(
                AriaRole.REGION,
                new Page.GetByRoleOptions().setName("What Olney Town Council looks after"));
    assertThat(table.first()).containsText("Amenity grass");
    press(page().getByRole(AriaRole.LINK, byName("Open the map")));
    settle();
    assertThat(page().locator("#facts h2")).hasText("Olney Town Council");
  }

  @Test
  void aClerkTakesTheirLandAwayByKeyboard() {
    openText("/councils/olney-town-council");
    press(page().getByRole(AriaRole.LINK, byName("Download this land")));
    page().waitForURL("**/download?council=olney-town-council");
    Locator land = page().getByRole(AriaRole.ROW, byName("Whole parcels"));
    Download file =
        page()
            .waitForDownload(
                () ->
                    press(
                        land.getByRole(
                            AriaRole.LINK, new Locator.GetByRoleOptions().setName("CSV"))));
    assertThat(file.suggestedFilename())
        .isEqualTo("greensward-land-olney-town-council-2018-10-01.csv");
    assertThat(file.path()).content().contains("MK-000612", "Open Government Licence v3.0");
  }

  @Test
  void anotherDateOfACouncil() {
    openText("/councils/olney-town-council");
    page().getByLabel("Show as at").fill("2013-01-01");
    page().getByRole(AriaRole.BUTTON, byName("Show")).click();
    assertThat(page().locator("main")).containsText("This is how it stood on 1 January 2013.");
    assertThat(page().locator(".gs-answer")).containsText("No interest recorded");
  }

  @Test
  void everythingButTheMapWorksWithoutScript() {
    useWindow(
        new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(1280, 800));
    page().navigate(address() + "/");
    assertThat(page().locator(".gs-inset-map__map")).isHidden();
    page().getByRole(AriaRole.LINK, byName("look after green land themselves")).click();
    assertThat(page().locator("tbody tr")).hasCount(6);
    page().getByRole(AriaRole.LINK, byName("Area (hectares)")).click();
    assertThat(page().locator("thead [aria-sort]")).hasText("Area (hectares) ▲");
    assertThat(page().locator("tbody tr")).hasCount(6);
    page().getByRole(AriaRole.LINK, byName("Woughton Community Council")).click();
    assertThat(page().locator("main")).containsText("What stays out, and who has it");
    page().navigate(address() + "/who?lon=-0.7&lat=52.15");
    assertThat(page().locator("main")).containsText("looked after by Olney Town Council");
    page().getByRole(AriaRole.LINK, byName("MK-000612")).first().click();
    assertThat(page().locator("h1")).hasText("Amenity grass, MK-000612");
    page().getByRole(AriaRole.LINK, byName("Open the map")).click();
    assertThat(page().locator("#list")).containsText("Olney Town Council");
  }

  /** The snippet that a council copies into its own site. */
  @Test
  void theSnippetIsWhole() {
    openText("/councils/olney-town-council");
    assertThat(page().getByLabel("Map for your own site"))
        .hasValue(
            "<iframe src=\"%s/map?council=olney-town-council&embed=1\" title=\"Map of the area of Olney Town Council\" width=\"100%%\" height=\"560\"></iframe>"
                .formatted(address()));
    assertThat(page().getByLabel("Link to this page"))
        .hasValue(address() + "/councils/olney-town-council");
  }

  @ParameterizedTest
  @CsvSource({"/, 3", "/councils/olney-town-council, 3", "/who?lon=-0.7&lat=52.15, 3"})
  void smallMapsShowSomething(String path, int colours) {
    openText(path);
    Object seen =
        page()
            .evaluate(
                """
                [...document.querySelectorAll('.gs-inset-map canvas.gs-tile')].reduce((all, canvas) => {
                  const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                  for (let i = 0; i < data.length; i += 400) all.add(`${data[i]},${data[i + 1]},${data[i + 2]}`);
                  return all;
                }, new Set()).size
                """);
    assertThat((Integer) seen).isGreaterThanOrEqualTo(colours);
  }

  private void press(Locator target) {
    pressUntilFocused("Tab", target);
    page().keyboard().press("Enter");
  }

  private static Page.GetByRoleOptions byName(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
