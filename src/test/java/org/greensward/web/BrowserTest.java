package org.greensward.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.greensward.DemonstrationApp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/**
 * A test in a real browser on the demonstration. Each gets a window of its own; an error in the
 * console, or a request that fails, fails the test unless it {@link #expectsErrors() expects} some.
 *
 * <p>{@code -Dgreensward.address=http://...} runs it against a service that is already up.
 */
@Tag("browser")
public abstract class BrowserTest {
  private final List<String> faults = new ArrayList<>();
  private boolean errorsExpected;
  private BrowserContext context;
  private Page page;

  @BeforeEach
  void openWindow() {
    useWindow(new Browser.NewContextOptions().setViewportSize(1280, 800));
  }

  @AfterEach
  void closeWindow() {
    context.close();
    if (!errorsExpected) {
      assertThat(faults).as("errors in the browser").isEmpty();
    }
  }

  /** Takes a window with other properties than the usual one. */
  final void useWindow(Browser.NewContextOptions options) {
    if (context != null) {
      context.close();
    }
    context = Chromium.window(options.setReducedMotion(ReducedMotion.REDUCE).setLocale("en-GB"));
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            faults.add(message.type() + ": " + message.text());
          }
        });
    page.onPageError(error -> faults.add("error: " + error));
    page.onResponse(
        response -> {
          if (response.status() >= 400) {
            faults.add(response.status() + " " + response.url());
          }
        });
  }

  /** What is loaded here may fail: the test is about how that is told. */
  final void expectsErrors() {
    errorsExpected = true;
  }

  public final Page page() {
    return page;
  }

  /** Opens an address of the service and waits until the page has settled. */
  final void open(String path) {
    page.navigate(address() + path);
    settle();
  }

  /** Opens a page of text and waits until the small maps beside it, looked at, are painted. */
  final void openText(String path) {
    page.navigate(address() + path);
    for (Locator map : page.locator(".gs-inset-map__map").all()) {
      map.scrollIntoViewIfNeeded();
    }
    page.locator(".gs-inset-map__map:not([data-busy=false])")
        .first()
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    page.evaluate("scrollTo(0, 0)");
  }

  /** The whole page as it stands, for whoever asks: {@code -Dgreensward.pictures=folder}. */
  final void picture(String name) {
    String folder = System.getProperty("greensward.pictures");
    if (folder != null) {
      page()
          .screenshot(
              new Page.ScreenshotOptions()
                  .setFullPage(true)
                  .setPath(Path.of(folder, name.replaceAll("[^a-z0-9-]+", "_") + ".png")));
    }
  }

  public static String address() {
    String running = System.getProperty("greensward.address");
    return running != null ? running : DemonstrationApp.address();
  }

  /** Waits until the page says that nothing is being fetched or painted any more. */
  public final void settle() {
    page.locator("#map-page[data-busy=false]").waitFor();
  }

  /** Presses a key, Tab above all, until something has the keyboard. */
  final void pressUntilFocused(String key, Locator wanted) {
    for (int i = 0; i < 200; i++) {
      if ((Boolean) wanted.evaluate("it => it === document.activeElement")) {
        return;
      }
      page.keyboard().press(key);
    }
    throw new AssertionError(key + " never reaches " + wanted);
  }
}
