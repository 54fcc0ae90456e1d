package org.greensward.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.greensward.DemonstrationApp;
import org.greensward.Patience;
import org.greensward.database.TestStore;
import org.greensward.security.TestAccounts;
import org.greensward.security.account.AccountRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** An officer uploads a survey, reads its report, and applies it; on a store of its own. */
class UploadPagesTest extends BrowserTest {
  private static ConfigurableApplicationContext app;
  private static TestAccounts people;

  @BeforeAll
  static void startOnAnEmptyStore() {
    TestStore store = TestStore.empty();
    app = DemonstrationApp.start(store, "empty");
    people = new TestAccounts(store.jdbc(), DemonstrationApp.addressOf(app));
    people.account("surveyor@example.org", AccountRole.OFFICER, "Survey officer");
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void aSurveyIsReadBeforeItIsApplied() {
    people
        .signIn("surveyor@example.org")
        .cookies()
        .forEach(
            (name, value) ->
                page()
                    .context()
                    .addCookies(List.of(new Cookie(name, value).setUrl(people.address()))));
    page().navigate(people.address() + "/manage");
    page().getByRole(AriaRole.LINK, named("Uploads")).click();
    page().getByText("Upload a file").click();
    upload(parcel("S-1", "amenity grass", 100) + "," + parcel("S-2", "shrub bed", 300));
    assertThat(counts("land")).containsText("land 2 0 0 0");
    assertThat(page().locator("main")).containsText("nothing is changed yet");
    assertAccessible();
    press("Apply these changes");
    applied();
    page().navigate(people.address() + "/land/S-2");
    assertThat(page().locator("main")).containsText("Shrub bed");

    page().navigate(people.address() + "/manage/uploads/new");
    assertAccessible();
    upload(parcel("S-1", "rough grass", 100));
    assertThat(counts("land")).containsText("land 0 1 1 0");
    assertThat(page().locator("details[open]").first()).containsText("rough grass");
    press("Apply these changes");
    assertThat(page().getByRole(AriaRole.ALERT)).containsText("tick that the rows");
    page().getByLabel("The 1 rows").check();
    press("Apply these changes");
    applied();
    page().navigate(people.address() + "/land/S-1");
    assertThat(page().locator("main")).containsText("Rough grass");
  }

  private void upload(String features) {
    String file = "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
    page()
        .getByLabel("File", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true))
        .setInputFiles(
            new FilePayload(
                "survey.geojson", "application/geo+json", file.getBytes(StandardCharsets.UTF_8)));
    page().getByLabel("Where the file comes from").fill("Survey on site");
    press("Check the file");
    assertThat(page().getByRole(AriaRole.STATUS)).containsText("Checked", patiently());
  }

  private void applied() {
    assertThat(page().getByRole(AriaRole.STATUS)).containsText("Applied.", patiently());
  }

  private void press(String button) {
    page()
        .getByRole(
            AriaRole.BUTTON,
            new com.microsoft.playwright.Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  private Locator counts(String table) {
    return page().locator("tbody tr").filter(new Locator.FilterOptions().setHasText(table)).first();
  }

  private void assertAccessible() {
    assertThat(Axe.violations(page())).isEmpty();
  }

  private static com.microsoft.playwright.Page.GetByRoleOptions named(String name) {
    return new com.microsoft.playwright.Page.GetByRoleOptions().setName(name).setExact(true);
  }

  /** The page renews itself every two seconds. */
  private static ContainsTextOptions patiently() {
    return new ContainsTextOptions().setTimeout(Patience.OF_WORK.toMillis());
  }

  /** A square of ten metres near Olney, in degrees. */
  private static String parcel(String reference, String type, int metresEast) {
    double west = -0.7 + metresEast / 68_000.0;
    double east = west + 10 / 68_000.0;
    return ("{\"type\":\"Feature\",\"properties\":{\"reference\":\"%s\",\"asset_type\":\"%s\"},"
            + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[%f,52.15],[%f,52.15],[%f,52.1501],"
            + "[%f,52.1501],[%f,52.15]]]}}")
        .formatted(reference, type, west, east, east, west, west);
  }
}
