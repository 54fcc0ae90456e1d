package org.greensward.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fingers on a phone. */
class TouchTest extends BrowserTest {

  @BeforeEach
  void usePhone() {
    useWindow(
        new Browser.NewContextOptions()
            .setViewportSize(390, 844)
            .setHasTouch(true)
            .setIsMobile(true)
            .setDeviceScaleFactor(2));
    open("/map?map=12/52.15370/-0.70200");
  }

  @Test
  void aTapSelects() {
    BoundingBox map = page().locator("#map").boundingBox();
    page().touchscreen().tap(map.x + map.width / 2, map.y + map.height / 2);
    settle();
    assertThat(page().locator("#facts h2")).hasText("Olney Town Council");
    assertThat(page().locator("#announcer")).containsText("Olney Town Council: Devolved");
  }

  @Test
  void oneFingerMovesTheMapAndTwoZoom() {
    BoundingBox map = page().locator("#map").boundingBox();
    double x = map.x + map.width / 2;
    double y = map.y + 60;
    drag(at -> List.of(point(x, y + 120 * at)));
    settle();
    assertThat(page()).not().hasURL(Pattern.compile(".*map=12/52.15370/-0.70200.*"));
    assertThat(page().evaluate("scrollY")).isEqualTo(0);
    drag(at -> List.of(point(x - 30 - 70 * at, y + 60), point(x + 30 + 70 * at, y + 60)));
    settle();
    assertThat(page()).hasURL(Pattern.compile(".*map=1[3-9].*"));
  }

  /** Above the map there is always a place for the finger, and the map never fills the screen. */
  @Test
  void thePageScrolls() {
    BoundingBox bar = page().locator("#dates").boundingBox();
    drag(at -> List.of(point(bar.x + 5, bar.y + bar.height / 2 - 150 * at)));
    page().waitForCondition(() -> ((Number) page().evaluate("scrollY")).intValue() > 40);
    assertThat(page().locator("#map").boundingBox().height).isLessThan(0.6 * 844);
  }

  /** Moves fingers: where each is at a part of the way, 0 to 1. */
  private void drag(DoubleFunction<List<JsonObject>> fingers) {
    CDPSession session = page().context().newCDPSession(page());
    send(session, "touchStart", fingers.apply(0));
    for (int step = 1; step <= 10; step++) {
      send(session, "touchMove", fingers.apply(step / 10.0));
    }
    send(session, "touchEnd", List.of());
    session.detach();
  }

  private static void send(CDPSession session, String type, List<JsonObject> fingers) {
    JsonArray points = new JsonArray();
    for (int i = 0; i < fingers.size(); i++) {
      fingers.get(i).addProperty("id", i);
      points.add(fingers.get(i));
    }
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", points);
    session.send("Input.dispatchTouchEvent", event);
  }

  private static JsonObject point(double x, double y) {
    JsonObject point = new JsonObject();
    point.addProperty("x", x);
    point.addProperty("y", y);
    return point;
  }
}
