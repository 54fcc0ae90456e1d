package org.greensward.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.CDPSession;
import java.util.concurrent.atomic.DoubleAdder;
import org.junit.jupiter.api.Test;

/** What a first look at the map weighs in all, as it travels: page, styles, scripts and tiles. */
class FirstViewTest extends BrowserTest {
  private static final double MOST_BYTES = 400_000;

  @Test
  void staysWithinItsBudget() {
    DoubleAdder bytes = new DoubleAdder();
    CDPSession network = page().context().newCDPSession(page());
    network.send("Network.enable");
    network.on(
        "Network.loadingFinished",
        event -> bytes.add(event.get("encodedDataLength").getAsDouble()));
    open("/map");
    assertThat(bytes.sum()).isBetween(50_000.0, MOST_BYTES);
  }
}
