package org.greensward.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.greensward.DemonstrationApp;
import org.greensward.database.StoreFixture;
import org.greensward.database.TestStore;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** The map before there is much to show: no councils, and no demonstration. */
class EmptyStoreTest extends BrowserTest {

  @Test
  void aStoreWithParishesOnlyShowsThemAndSaysWhatIsMissing() {
    TestStore store = TestStore.empty();
    StoreFixture.in(store)
        .parish("E04000001", "POLYGON((480000 240000,480000 250000,490000 250000,480000 240000))");
    try (ConfigurableApplicationContext application = DemonstrationApp.start(store, "empty")) {
      page().navigate(DemonstrationApp.addressOf(application) + "/map");
      settle();
      assertThat(page().locator("#list-empty")).containsText("./greensward import councils");
      assertThat(page().locator("#list-count")).containsText("0 local councils");
      assertThat(page().locator("#legend-statuses .gs-legend__count").first()).hasText("0");
      assertThat(page().getByText("Demonstration")).hasCount(0);
    }
  }
}
