package org.greensward.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import org.greensward.DemonstrationApp;
import org.greensward.web.frontend.ScriptMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The modules of the front end by themselves, in the browser that runs them. */
class ModulesTest extends BrowserTest {

  @ParameterizedTest
  @CsvSource({
    "2014-04-01, true",
    "2016-02-29, true",
    "2014-02-29, false",
    "2014-2-1, false",
    "14-02-01, false",
    "'', false"
  })
  void knowsADate(String text, boolean real) {
    assertThat(run("common/format.js", "m => m.isDate('" + text + "')")).isEqualTo(real);
  }

  @Test
  void writesQuantitiesForPeople() {
    assertThat(
            run(
                "common/format.js",
                "m => [m.quantity(52333.6, 'm2'), m.quantity(12.4, 'm'), m.quantity(31, 'item'),"
                    + " m.hectares(9514000), m.longDate('2014-04-01'), m.dayBefore('2014-03-01')]"))
        .isEqualTo(
            List.of("52,334 m²", "12 m", "31", "951.4 hectares", "1 April 2014", "2014-02-28"));
  }

  @ParameterizedTest
  @CsvSource({"5, 5, ring", "20, 20, null", "50, 50, null", "20, 23, tree", "39, 20, ring"})
  void picksWhatLiesUnderAPoint(int x, int y, String expected) {
    Object name =
        run(
            "tiles/tile-features.js",
            """
            async ({TileFeature}) => {
              const {pick} = await import('/js/tiles/pick.js');
              const square = (a, b) => [a, a, b, a, b, b, a, b, a, a];
              const features = [
                new TileFeature({name: 'ring'}, 'polygon', [square(0, 40), square(10, 30)]),
                new TileFeature({name: 'tree'}, 'point', [[20, 25]]),
              ];
              return String(pick(features, %d, %d, 3)?.properties.name ?? null);
            }
            """
                .formatted(x, y));
    assertThat(name).isEqualTo(expected);
  }

  /**
   * The tile begins at 0.703125 degrees west; what lies 17 of its 256 pixels beside it is in it.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{}; true",
        "{bbox: [-0.71, 52.15, -0.70, 52.16]}; true",
        "{bbox: [-0.72, 52.15, -0.7055, 52.16]}; true",
        "{bbox: [-0.72, 52.15, -0.7065, 52.16]}; false",
        "{bbox: [-0.71, 51.15, -0.70, 51.16]}; false",
        "{minzoom: 13}; true",
        "{maxzoom: 12}; false"
      })
  void knowsWhichTilesAChangeTouches(String change, boolean touched) {
    String tile = "{z: 13, x: 4080, y: 2700}";
    assertThat(run("tiles/tile-changes.js", "m => m.touches(" + change + ", " + tile + ")"))
        .isEqualTo(touched);
  }

  /** Two askers, one request; when both leave it is aborted; asked again, it is made again. */
  @Test
  void requestsAreSharedAndAborted() {
    assertThat(
            run(
                "tiles/tile-source.js",
                """
                async ({TileSource}) => {
                  const asked = [];
                  const described = {tiles: ['/t/{z}/{x}/{y}'], minzoom: 0, maxzoom: 3};
                  window.fetch = (address, {signal}) => {
                    asked.push({address, signal});
                    return address.endsWith('.json')
                      ? Promise.resolve(new Response(JSON.stringify(described)))
                      : new Promise((resolve, reject) =>
                          signal.addEventListener('abort', () => reject(signal.reason)));
                  };
                  const source = new TileSource('x');
                  const [one, two] = [new AbortController(), new AbortController()];
                  const both = [one, two].map(({signal}) =>
                    source.features({x: 10, y: 6, z: 4}, null, signal).catch((e) => e.name));
                  const tiles = () => asked.filter(({address}) => address.startsWith('/t/'));
                  const until = async (test) => {
                    while (!test()) await new Promise((resolve) => setTimeout(resolve, 5));
                  };
                  await until(() => tiles().length > 0);
                  const shared = tiles().length;
                  one.abort();
                  const afterOne = tiles()[0].signal.aborted;
                  two.abort();
                  const afterTwo = tiles()[0].signal.aborted;
                  const outcome = await Promise.all(both);
                  source.features({x: 10, y: 6, z: 4}, null, new AbortController().signal);
                  await until(() => tiles().length > 1);
                  return {address: tiles()[0].address, shared, afterOne, afterTwo,
                    outcome: outcome.join(), again: tiles().length};
                }
                """))
        .isEqualTo(
            Map.of(
                "address",
                "/t/3/5/3",
                "shared",
                1,
                "afterOne",
                false,
                "afterTwo",
                true,
                "outcome",
                "AbortError,AbortError",
                "again",
                2));
  }

  @Test
  void labelsNeverCoverEachOtherOrADisc() {
    assertThat(
            run(
                "paint/place-labels.js",
                """
                ({place}) => {
                  const style = {size: 12, disc: 16};
                  const label = (text, x, y, priority, letter = 'D') =>
                    ({text, x, y, priority, letter, angle: 0, style});
                  const placed = place(
                    [label('first', 100, 50, 9), label('second', 125, 50, 8),
                     label('hidden', 104, 52, 1, ''), label('cut', 199, 50, 7, '')],
                    (text) => text.length * 6, {width: 200, height: 100});
                  return placed.map(({text, textX}) => `${text} ${Math.sign(textX ?? 0)}`);
                }
                """))
        .isEqualTo(List.of("first -1", "second 1"));
  }

  private Object run(String module, String function) {
    page()
        .route(
            "**/blank",
            route ->
                route.fulfill(
                    new Route.FulfillOptions()
                        .setContentType("text/html; charset=utf-8")
                        .setBody(
                            "<link rel=icon href='data:,'><script type=application/json"
                                + " id=script-words>"
                                + DemonstrationApp.bean(ScriptMessages.class)
                                    .json(List.of("script.common"))
                                + "</script>")));
    page().navigate(address() + "/blank");
    return page().evaluate("async () => (%s)(await import('/js/%s'))".formatted(function, module));
  }
}
