package org.greensward.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a machine can check of WCAG 2.2 AA, in each state of the map page. */
class AccessibilityTest extends BrowserTest {

  @ParameterizedTest
  @CsvSource({
    "1280, 800, /map",
    "1280, 800, /map?council=olney-town-council",
    "1280, 800, /map?at=2013-01-01&council=sherington-parish-council",
    "1280, 800, '/map?map=16/52.1537/-0.702&opacity=40'",
    "1280, 800, '/map?measure=area,52.15/-0.7,52.16/-0.7,52.16/-0.69&list=all'",
    "1280, 800, '/map?look=projector&map=16/52.1537/-0.702'",
    "1280, 800, '/map?look=projector&council=olney-town-council'",
    "600, 400, /map?embed=1",
    "360, 740, '/map?embed=1&council=olney-town-council'",
    "360, 740, /map",
    "360, 740, /map?council=olney-town-council"
  })
  void axeFindsNothing(int width, int height, String address) {
    useWindow(new Browser.NewContextOptions().setViewportSize(width, height));
    open(address);
    assertThat(Axe.violations(page())).isEmpty();
  }

  /** 320 pixels are what a window of 1280 leaves at 400 %. */
  @ParameterizedTest
  @CsvSource({"320, 256", "360, 740", "390, 844", "768, 1024", "1280, 720", "1920, 1080"})
  void nothingScrollsSideways(int width, int height) {
    useWindow(new Browser.NewContextOptions().setViewportSize(width, height));
    open("/map?council=olney-town-council");
    assertThat(page().evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
  }

  @Test
  void targetsAreLargeEnough() {
    open("/map?measure=length,52.1/-0.7,52.2/-0.7&map=16/52.1537/-0.702");
    Object small =
        page()
            .evaluate(
                """
                [...document.querySelectorAll('a, button, input, select, summary')]
                  .filter(it => it.checkVisibility() && !it.closest('.govuk-skip-link'))
                  .map(it => [it.closest('label') ?? it, it])
                  .filter(([target]) => target.getBoundingClientRect().height < (it => it.matches('a') ? 20 : 24)(target))
                  .map(([, it]) => it.outerHTML.slice(0, 120))
                """);
    assertThat((List<?>) small).isEmpty();
  }
}
