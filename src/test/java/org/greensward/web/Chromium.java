package org.greensward.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.greensward.Patience;

/** One chromium for all browser tests of a run: the machine's own, never a downloaded one. */
final class Chromium {
  private static final Path PROGRAM =
      Path.of(System.getProperty("greensward.chromium", "/usr/bin/chromium"));
  private static Browser browser;

  private Chromium() {}

  /** A new window. */
  static BrowserContext window(Browser.NewContextOptions options) {
    return Patience.in(browser().newContext(options));
  }

  private static synchronized Browser browser() {
    if (browser == null) {
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
      browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(PROGRAM)
                      .setArgs(
                          List.of(
                              "--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }
    return browser;
  }
}
