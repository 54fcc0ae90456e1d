package org.greensward;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The timeout of every wait for a state, in a browser or not: long enough for a busy machine, since
 * a wait ends as soon as its state is there. JUnit finds this class by itself and applies it before
 * the first test; no test sets a shorter timeout of its own.
 */
public final class Patience implements BeforeAllCallback {
  public static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** For what takes real work before it is there, such as a file that GDAL reads or writes. */
  public static final Duration OF_WORK = Duration.ofMinutes(2);

  static {
    Awaitility.setDefaultTimeout(TIMEOUT);
    PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT.toMillis());
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    // Loading the class has set the defaults.
  }

  /** A browser window whose actions and navigations wait as long. */
  public static BrowserContext in(BrowserContext window) {
    window.setDefaultTimeout(TIMEOUT.toMillis());
    window.setDefaultNavigationTimeout(TIMEOUT.toMillis());
    return window;
  }
}
