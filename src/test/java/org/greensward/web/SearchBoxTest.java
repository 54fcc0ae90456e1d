package org.greensward.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Geolocation;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The search box by keyboard, with a screen reader's eyes, without script, and by location. */
class SearchBoxTest extends BrowserTest {

  @Test
  void aSuggestionIsChosenByKeyboardAlone() {
    page().navigate(address() + "/search");
    Locator box = page().getByRole(AriaRole.COMBOBOX);
    pressUntilFocused("Tab", box);
    assertThat(box).hasAttribute("aria-expanded", "false");
    page().keyboard().type("olney t");
    Locator options = page().getByRole(AriaRole.OPTION);
    assertThat(box).hasAttribute("aria-expanded", "true");
    assertThat(options.first()).isVisible();
    assertThat(page().locator(".gs-search [role=status]").first())
        .hasText(Pattern.compile("^\\d+ suggestions?\\. Use the up and down"));

    page().keyboard().press("ArrowDown");
    assertThat(options.first()).hasAttribute("aria-selected", "true");
    assertThat(box).hasAttribute("aria-activedescendant", options.first().getAttribute("id"));
    assertThat(box).isFocused();
    assertNoViolations();
    page().keyboard().press("End");
    assertThat(options.last()).hasAttribute("aria-selected", "true");
    page().keyboard().press("ArrowDown");
    assertThat(box).not().hasAttribute("aria-activedescendant", Pattern.compile(".*"));
    page().keyboard().press("ArrowUp");
    assertThat(options.last()).hasAttribute("aria-selected", "true");
    page().keyboard().press("Home");
    assertThat(options.first()).hasAttribute("aria-selected", "true");

    page().keyboard().press("Escape");
    assertThat(box).hasAttribute("aria-expanded", "false");
    assertThat(box).hasValue("olney t");
    page().keyboard().press("ArrowDown");
    assertThat(box).hasAttribute("aria-expanded", "true");
    Locator council = options.filter(new Locator.FilterOptions().setHasText("Olney Town Council"));
    for (int i = 0; i < 8 && !"true".equals(council.getAttribute("aria-selected")); i++) {
      page().keyboard().press("ArrowDown");
    }
    page().keyboard().press("Enter");
    assertThat(page()).hasURL(Pattern.compile(".*/councils/olney-town-council$"));
  }

  @Test
  void enterWithoutAChoiceSearches() {
    page().navigate(address() + "/search");
    page().getByRole(AriaRole.COMBOBOX).fill("bradwell");
    page().keyboard().press("Enter");
    assertThat(page()).hasURL(Pattern.compile(".*/search\\?q=bradwell$"));
    assertThat(page().locator(".gs-hits__link").first()).isVisible();
    assertNoViolations();
  }

  @Test
  void tabLeavesAndTakesNothing() {
    page().navigate(address() + "/search");
    Locator box = page().getByRole(AriaRole.COMBOBOX);
    box.pressSequentially("newport");
    assertThat(box).hasAttribute("aria-expanded", "true");
    page().keyboard().press("ArrowDown");
    page().keyboard().press("Tab");
    assertThat(box).hasAttribute("aria-expanded", "false");
    assertThat(box).hasValue("newport");
    assertThat(
            page()
                .getByRole(
                    AriaRole.BUTTON,
                    new com.microsoft.playwright.Page.GetByRoleOptions()
                        .setName("Search")
                        .setExact(true)))
        .isFocused();
  }

  @Test
  void aSuggestionIsClicked() {
    page().navigate(address() + "/");
    page().getByRole(AriaRole.COMBOBOX).pressSequentially("mk464a");
    page()
        .getByRole(AriaRole.OPTION)
        .filter(new Locator.FilterOptions().setHasText("MK46 4AA"))
        .click();
    assertThat(page()).hasURL(Pattern.compile(".*/postcodes/MK464AA$"));
  }

  @Test
  void withoutScriptThePlainFormWorks() {
    useWindow(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    page().navigate(address() + "/search");
    assertThat(page().getByText("Use my location")).isHidden();
    page().locator("#q").fill("MK46 4AA");
    page().locator(".gs-search__button").click();
    assertThat(page()).hasURL(Pattern.compile(".*/postcodes/MK464AA$"));
    assertThat(page().getByText("Open the map")).isVisible();
  }

  @Test
  void myLocationLeadsToWhoLooksAfterIt() {
    useWindow(
        new Browser.NewContextOptions()
            .setGeolocation(new Geolocation(52.154, -0.703).setAccuracy(41.2))
            .setPermissions(List.of("geolocation")));
    page().navigate(address() + "/search");
    page().getByText("Use my location").click();
    page().waitForURL(Pattern.compile(".*/who\\?lon=-0.703000&lat=52.154000&accuracy=42$"));
    assertThat(page().getByText("about 42 metres")).isVisible();
  }

  @Test
  void aLocationThatIsRefusedIsToldInASentence() {
    useWindow(new Browser.NewContextOptions().setPermissions(List.of()));
    page().navigate(address() + "/search");
    page().getByText("Use my location").click();
    assertThat(page().locator("[data-location] [role=status]"))
        .hasText(Pattern.compile("Type a postcode or a place instead\\.$"));
  }

  /** Numbers on the map lead where those of the list lead. */
  @Test
  void landIsChosenOnTheMapOfAPostcode() {
    page().navigate(address() + "/postcodes/MK464AA");
    Locator map = page().locator(".gs-choice-map");
    assertThat(map).hasAttribute("data-busy", "false");
    Locator first = page().locator(".gs-choices__item a").first();
    Locator number =
        page()
            .locator(".gs-choice-map__number")
            .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^1$")));
    assertThat(number).hasAttribute("aria-label", "1: " + first.textContent());
    assertNoViolations();
    String href = first.getAttribute("href");
    pressUntilFocused("Tab", number);
    page().keyboard().press("Enter");
    assertThat(page()).hasURL(address() + href);
  }

  @ParameterizedTest
  @CsvSource({
    "1280, /search",
    "1280, /search?q=",
    "1280, /search?q=olney",
    "320,  /search?q=olney",
    "1280, /search?q=SW1A1AA",
    "1280, '/search?q=54.0,2.0'",
    "320,  /postcodes/MK464AA"
  })
  void everyStateOfThePageIsAccessible(int width, String path) {
    useWindow(new Browser.NewContextOptions().setViewportSize(width, 800));
    page().navigate(address() + path);
    assertNoViolations();
    assertThat(page().evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
  }

  private void assertNoViolations() {
    assertThat(Axe.violations(page())).isEmpty();
  }
}
