package org.greensward.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The map in a frame of another site, as a council puts it on its own pages. */
class EmbedTest extends BrowserTest {
  private static final String FRAME =
      "<!doctype html><html lang=en><title>A council</title><link rel=icon href='data:,'>"
          + "<iframe title=Map width=700 height=520 src='%s'></iframe><p style='height: 3000px'>";

  private TileHost council;

  @BeforeEach
  void serveACouncilsSite() {
    council = new TileHost(Color.WHITE);
  }

  @AfterEach
  void stop() {
    council.close();
  }

  @Test
  void anotherSiteShowsTheMapAndItsState() {
    FrameLocator frame = openFramed("/map?embed=1&at=2014-06-01&map=11/52.15000/-0.70000");
    assertThat(frame.locator("#map .gs-tile").first()).isVisible();
    assertThat(frame.locator("#legend")).isVisible();
    assertThat(frame.locator("#dates")).isVisible();
    for (String part : List.of(".gs-header", "#panel", "#tools", "#measure")) {
      assertThat(frame.locator(part)).hasCount(0);
    }
    frame.locator("[data-step=today]").click();
    frame.locator("#map-page[data-busy=false]").waitFor();
    frame.locator("#map").focus();
    page().keyboard().press("Enter");
    assertThat(frame.locator("#announcer"))
        .hasText(Pattern.compile("Olney Town Council: Devolved since 1 April 2014\\."));
    Frame inner = page().frames().get(1);
    assertThat(inner.url()).contains("embed=1", "council=olney-town-council");
    assertThat(page().context().cookies()).isEmpty();
    Page opened =
        page().context().waitForPage(() -> frame.getByText("Open in the service").click());
    assertThat(opened)
        .hasURL(
            Pattern.compile(
                ".*/map\\?council=olney-town-council&map=11/52\\.15\\d+/-0\\.[67]\\d+"));
    assertThat(opened.locator("#facts h2")).hasText("Olney Town Council");
  }

  /** A frame that is scrolled away holds no connection. */
  @Test
  void onlyAFrameInSightHearsOfChanges() {
    List<String> ended = new CopyOnWriteArrayList<>();
    page()
        .onRequestFailed(
            request -> {
              if (request.url().contains("/events")) {
                ended.add(request.url());
              }
            });
    page()
        .waitForRequest(
            "**/events*", () -> openFramed("/map?embed=1&map=11/52\\.15\\d+/-0\\.[67]\\d+"));
    page().evaluate("window.scrollTo(0, 2500)");
    page().waitForCondition(() -> !ended.isEmpty());
    page().waitForRequest("**/events*", () -> page().evaluate("window.scrollTo(0, 0)"));
  }

  @Test
  void anOrdinaryPageRefuses() {
    expectsErrors();
    List<String> refused = new CopyOnWriteArrayList<>();
    page().onConsoleMessage(message -> refused.add(message.text()));
    council.serve("/page", "text/html", FRAME.formatted(address() + "/map").getBytes());
    page().navigate(council.address() + "/page");
    page().waitForCondition(() -> refused.stream().anyMatch(it -> it.contains("frame")));
    assertThat(page().frameLocator("iframe").locator("#map")).hasCount(0);
  }

  private FrameLocator openFramed(String path) {
    byte[] html = FRAME.formatted(address() + path).getBytes(StandardCharsets.UTF_8);
    council.serve("/page", "text/html", html);
    page().navigate(council.address() + "/page");
    FrameLocator frame = page().frameLocator("iframe");
    frame.locator("#map-page[data-busy=false]").waitFor();
    return frame;
  }
}
