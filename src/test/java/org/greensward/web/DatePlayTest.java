package org.greensward.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The history of the map, played and by the slider. */
class DatePlayTest extends BrowserTest {
  private static final int MORE_THAN_ONE_STAYS = 2000;

  @Test
  void theKeyboardPlaysFromTheFirstStepToTheWorkingDate() {
    page().clock().install();
    open("/map");
    assertThat(play()).hasText("Play");
    pressUntilFocused("Tab", play());
    page().keyboard().press("Enter");
    assertThat(announced()).hasText("1 January 2014: 48 No interest recorded.");
    assertThat(page().locator("#at")).hasValue("2014-01-01");
    assertThat(play()).hasText("Pause");
    goOn();
    assertThat(announced())
        .hasText(Pattern.compile("1 April 2014: 6 Devolved, 42 No interest recorded."));
    assertThat(page()).hasURL(Pattern.compile(".*at=2014-04-01.*"));
    assertThat(count("devolved")).hasText("6");
    int last = Integer.parseInt(slider().getAttribute("max"));
    for (int stop = 2; stop <= last; stop++) {
      goOn();
      assertThat(slider()).hasValue(String.valueOf(stop));
      settle();
    }
    assertThat(announced())
        .hasText("1 October 2018: 6 Devolved, 25 Interest expressed, 17 No interest recorded.");
    assertThat(play()).hasText("Play");
    assertThat(play()).isFocused();
    assertThat(page()).not().hasURL(Pattern.compile(".*at=.*"));
  }

  @Test
  void escapeAndTheButtonStopIt() {
    page().clock().install();
    open("/map?council=olney-town-council");
    play().click();
    assertThat(play()).hasText("Pause");
    page().keyboard().press("Escape");
    assertThat(play()).hasText("Play");
    assertThat(page().locator("#facts h2")).hasText("Olney Town Council");
    settle();
    String stopped = page().locator("#at").inputValue();
    page().clock().fastForward(MORE_THAN_ONE_STAYS);
    assertThat(page().locator("#at")).hasValue(stopped);
    play().click();
    assertThat(play()).hasText("Pause");
    play().click();
    assertThat(play()).hasText("Play");
  }

  @Test
  void anotherDateStopsItAndItGoesOnFromThere() {
    page().clock().install();
    open("/map");
    play().click();
    page().locator("#at").fill("2014-06-01");
    assertThat(play()).hasText("Play");
    settle();
    assertThat(slider()).hasAttribute("aria-valuetext", "1 June 2014");
    play().click();
    assertThat(announced()).hasText(Pattern.compile("1 June 2014: 6 Devolved.*"));
  }

  @Test
  void theSliderGoesFromChangeToChange() {
    open("/map");
    assertThat(slider()).hasAttribute("aria-valuetext", "1 October 2018");
    slider().focus();
    page().keyboard().press("Home");
    settle();
    assertThat(slider()).hasAttribute("aria-valuetext", "1 January 2014");
    assertThat(count("devolved")).hasText("0");
    page().keyboard().press("ArrowRight");
    settle();
    assertThat(slider()).hasAttribute("aria-valuetext", "1 April 2014");
    assertThat(count("devolved")).hasText("6");
  }

  @Test
  void knowsItsDates() {
    page().navigate(address() + "/help");
    Object stops =
        page()
            .evaluate(
                """
                async () => {
                  const {dateStops} = await import('/js/map/date-stops.js');
                  const changes = ['2010-04-01', '2014-04-01', '2016-01-01', '2019-01-01'];
                  return [
                    dateStops(changes, '2018-10-01', '2014-04-01').join(),
                    dateStops(['2014-01-01'], '2018-10-01', '2014-01-01').join(),
                    dateStops(changes, '2018-10-01', null).join(),
                  ].join(';');
                }
                """);
    assertThat(stops)
        .isEqualTo(
            "2014-01-01,2014-04-01,2016-01-01,2018-10-01;2013-12-31,2014-01-01,2018-10-01;2018-10-01");
  }

  private void goOn() {
    settle();
    page().clock().fastForward(MORE_THAN_ONE_STAYS);
  }

  private Locator play() {
    return page().locator("#play");
  }

  private Locator slider() {
    return page().locator("#stops");
  }

  private Locator announced() {
    return page().locator("#announcer");
  }

  private Locator count(String status) {
    return page().locator("[data-status=" + status + "] .gs-legend__count");
  }
}
