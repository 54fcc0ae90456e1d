package org.greensward.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.data.Percentage;
import org.greensward.database.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lengths and areas by mouse and by keyboard, and that they are right. */
class MeasureTest extends BrowserTest {
  private static final String NEAR = "/map?off=context,land&map=16/52.15000/-0.70000";

  /** From a flower bed to a county, each a ring of lon lat. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-0.70000 52.15000, -0.69990 52.15000, -0.69990 52.15005, -0.70000 52.15005",
        "-0.702 52.153, -0.698 52.156, -0.691 52.151, -0.699 52.149, -0.700 52.151",
        "-0.9 51.97, -0.55 51.98, -0.6 52.2, -0.85 52.19",
        "-3 50, 1 50.5, 0 54, -2 55",
        "-6 58, -5.99 58, -5.99 58.01"
      })
  void agreesWithPostgis(String ring) {
    JdbcClient jdbc = TestStore.empty().jdbc();
    double length = ask(jdbc, "ST_Length('LINESTRING(%s)'::geography)".formatted(ring));
    String closed = ring + ", " + ring.split(",")[0];
    double area = ask(jdbc, "ST_Area('POLYGON((%s))'::geography)".formatted(closed));
    page().navigate(address() + "/help");
    List<?> ours =
        (List<?>)
            page()
                .evaluate(
                    """
                    async points => {
                      const {lengthOf, areaOf} = await import('/js/map/geodesy.js');
                      const ring = points.map(([lon, lat]) => ({lon, lat}));
                      return [lengthOf(ring), areaOf(ring), areaOf(ring.reverse()), lengthOf([ring[0], ring[0]])];
                    }
                    """,
                    Arrays.stream(ring.split(", "))
                        .map(
                            point ->
                                Arrays.stream(point.split(" "))
                                    .map(Double::valueOf)
                                    .collect(Collectors.toList()))
                        .collect(Collectors.toList()));
    assertThat(number(ours.get(0))).isCloseTo(length, Percentage.withPercentage(0.01));
    assertThat(number(ours.get(1))).isCloseTo(area, Percentage.withPercentage(0.05));
    assertThat(number(ours.get(2))).isCloseTo(number(ours.get(1)), within(0.01));
    assertThat(number(ours.get(3))).isZero();
  }

  @Test
  void theMouseMeasuresALengthAndThenItsArea() {
    open(NEAR);
    page().locator("#tool-measure").click();
    MapPicture map = MapPicture.of(page());
    page().mouse().click(map.x(-0.7), map.y(52.152));
    assertThat(result()).hasText("Length: add one more point.");
    page().mouse().click(map.x(-0.7), map.y(52.148));
    assertThat(result()).hasText(Pattern.compile("Length: 44\\d metres."));
    page().mouse().dblclick(map.x(-0.704), map.y(52.148));
    assertThat(announced()).hasText(Pattern.compile("Finished. Length: 7[12]\\d metres."));
    assertThat(page().locator(".gs-measured")).hasCount(1);
    page().getByLabel("Area").check();
    assertThat(result())
        .hasText(
            Pattern.compile("Area: 6\\d,\\d\\d\\d square metres, 6.\\d\\d hectares. Outline: .*"));
    // Finished: a click selects again.
    page().mouse().click(map.x(-0.702), map.y(52.1505));
    settle();
    assertThat(page().locator("#facts h2")).isVisible();
    assertThat(result()).hasText(Pattern.compile("Area: 6\\d,.*"));
    page().reload();
    settle();
    assertThat(result()).hasText(Pattern.compile("Area: 6\\d,.*"));
    page().locator("[data-measure=undo]").click();
    assertThat(result()).hasText("Area: add one more point.");
    page().locator("[data-measure=close]").click();
    assertThat(page().locator("#measure")).isHidden();
    assertThat(page().locator(".gs-measured")).hasCount(0);
    assertThat(page()).not().hasURL(Pattern.compile(".*measure.*"));
  }

  @Test
  void theKeyboardAloneMeasures() {
    open(NEAR);
    pressUntilFocused("Tab", page().locator("#tool-measure"));
    page().keyboard().press("Enter");
    assertThat(announced()).hasText(Pattern.compile("Click or tap the map.*"));
    pressUntilFocused("Tab", page().locator("#map"));
    page().keyboard().press("Enter");
    page().keyboard().press("ArrowRight");
    assertThat(announced()).hasText(Pattern.compile("1\\d\\d metres from the last point."));
    page().keyboard().press("Enter");
    assertThat(announced()).hasText(Pattern.compile("Point 2. Length: 1\\d\\d metres."));
    page().keyboard().press("Backspace");
    assertThat(announced()).hasText("Length: add one more point.");
    page().keyboard().press("ArrowRight");
    page().keyboard().press("Enter");
    page().keyboard().press("Escape");
    assertThat(announced()).hasText(Pattern.compile("Finished. Length: 2\\d\\d metres."));
    assertThat(page().locator("#map")).isFocused();
    page().keyboard().press("Enter");
    settle();
    assertThat(page().locator("#facts h2")).isVisible();
  }

  @Test
  void whatIsNoMeasurementIsLeftOut() {
    open(NEAR + "&measure=area,52/north");
    assertThat(page().locator("#measure")).isHidden();
  }

  private Locator result() {
    return page().locator("#measure-result");
  }

  private Locator announced() {
    return page().locator("#announcer");
  }

  private static double ask(JdbcClient jdbc, String expression) {
    return jdbc.sql("SELECT " + expression).query(Double.class).single();
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }
}
