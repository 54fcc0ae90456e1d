package org.greensward.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.time.LocalDate;
import java.util.List;
import org.greensward.proposal.ProposalApp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What a clerk proposes in one window and an officer decides in a second changes the public's map
 * in a third, after publication and not before.
 */
class ProposalMapTest extends BrowserTest {
  private static final String COUNCIL = ProposalApp.NORTH_CRAWLEY;
  private static final String OFFICE = "/councils/" + COUNCIL + "/office";

  private final Page officer = window(ProposalApp.OFFICER);
  private final Page anybody = window(null);
  private Page clerk;

  @AfterEach
  void closeWindows() {
    officer.context().close();
    anybody.context().close();
    clerk.context().close();
  }

  @Test
  void thePublicsMapFollowsWhatIsDecidedOnceItIsPublished() {
    List<Parcel> parcels = nearest();
    String type = parcels.get(1).reference;
    String shape = parcels.get(0).reference;
    String other = parcels.get(2).reference;
    signInClerk();

    anybody.navigate(
        ProposalApp.address()
            + "/map?map=16/%s/%s".formatted(parcels.get(0).lat, parcels.get(0).lon));
    anybody.locator("#map-page[data-busy=false]").waitFor();
    anybody.locator("#map").click(); // in its middle, where the parcel lies
    Locator interested = anybody.locator("[data-status=interested] .gs-legend__count");
    Locator facts = anybody.locator("#facts");
    assertThat(facts).containsText(shape);
    assertThat(anybody.locator("#restricted")).hasCount(0);
    String before = interested.textContent();
    String quantity = quantityOf(facts);

    expressInterest();
    wrongType(type);
    wrongShapeByKeyboard(shape);
    notOurs(other);
    assertThat(clerk.locator("tbody tr")).hasCount(4);

    officer.navigate(ProposalApp.address() + "/manage/proposals?council=" + COUNCIL);
    assertThat(officer.locator("tbody tr")).hasCount(4);
    assertAccessible(officer);

    openQueued("Express interest");
    officer.getByLabel("From a day on").check();
    officer.getByLabel("Day", exactly()).fill(LocalDate.now().plusDays(9).toString());
    accept();
    assertThat(officer.locator("main")).containsText("Until then only this council");
    clerk.navigate(ProposalApp.address() + OFFICE);
    assertThat(clerk.locator(".gs-coming")).containsText("Confidential");
    clerk.navigate(ProposalApp.address() + "/map");
    assertThat(clerk.locator(".gs-restricted__label")).containsText("North Crawley");

    // Each change of land is public with its acceptance, and shows that the map listens.
    openQueued("A parcel has the wrong type");
    assertThat(officer.locator("svg.gs-change-map__picture")).hasCount(2);
    assertAccessible(officer);
    accept();
    assertThat(anybody.locator("#land-items")).containsText("Rough grass " + type);
    assertThat(interested).hasText(before);

    openQueued("A parcel has the wrong shape");
    accept();
    assertThat(facts.locator("dl")).not().containsText(quantity);

    openQueued("This parcel is not ours");
    officer.getByLabel("Record another body that looks after it").check();
    officer.getByLabel("Body", exactly()).selectOption(trust());
    accept();
    assertThat(
            anybody
                .locator("#land-items li")
                .filter(new Locator.FilterOptions().setHasText(other))
                .locator(".gs-list__keeper"))
        .hasText(trust());
    assertThat(interested).hasText(before);

    openQueued("Express interest");
    officer.getByRole(AriaRole.BUTTON, named("Publish now")).click();
    assertThat(interested).hasText(String.valueOf(Integer.parseInt(before) + 1));
    clerk.navigate(ProposalApp.address() + OFFICE);
    assertThat(clerk.locator(".gs-coming")).hasCount(0);
    assertThat(clerk.locator("main")).containsText("Interest expressed");
  }

  private void expressInterest() {
    clerk.navigate(ProposalApp.address() + OFFICE);
    assertAccessible(clerk);
    clerk.getByRole(AriaRole.LINK, linked("Express interest")).click();
    assertAccessible(clerk);
    clerk.getByLabel("Take over: look after the land ourselves").check();
    send();
  }

  private void wrongType(String reference) {
    start(reference);
    clerk.getByRole(AriaRole.LINK, linked("A parcel has the wrong type")).click();
    clerk.getByLabel("Asset type").selectOption("rough grass");
    send();
    assertAccessible(clerk);
  }

  private void notOurs(String reference) {
    start(reference);
    clerk.getByRole(AriaRole.LINK, linked("This parcel is not ours")).click();
    clerk.getByLabel("Whose it is").fill("The trust has had it since 2012.");
    send();
    clerk.getByRole(AriaRole.LINK, linked("Office of")).click();
  }

  /** Nothing but the keyboard, from the parcel's page on. */
  private void wrongShapeByKeyboard(String reference) {
    clerk.navigate(ProposalApp.address() + "/land/" + reference);
    press(clerk.getByRole(AriaRole.LINK, linked("Something is wrong with this parcel")));
    clerk.waitForURL("**/proposals/new?reference=*");
    press(clerk.getByRole(AriaRole.LINK, linked("A parcel has the wrong shape")));
    clerk.waitForURL("**/proposals/new?kind=*");
    clerk.locator(".gs-shape[data-busy=false]").waitFor();
    Locator north = clerk.locator("[data-key='n 0']");
    tabTo(north);
    String there = north.inputValue();
    clerk.keyboard().press("ArrowUp");
    clerk.keyboard().press("ArrowUp");
    assertThat(north).not().hasValue(there);
    press(clerk.getByRole(AriaRole.BUTTON, linked("Send")));
    assertThat(clerk.locator(".govuk-panel")).containsText("You will have a reply by");
  }

  private void start(String reference) {
    clerk.navigate(ProposalApp.address() + "/land/" + reference);
    clerk.getByRole(AriaRole.LINK, linked("Something is wrong with this parcel")).click();
  }

  private void send() {
    clerk.getByRole(AriaRole.BUTTON, linked("Send")).click();
    assertThat(clerk.locator(".govuk-panel")).containsText("We have received your proposal");
  }

  private void openQueued(String kind) {
    officer.navigate(ProposalApp.address() + "/manage/proposals?state=all&council=" + COUNCIL);
    officer
        .locator("tbody tr")
        .filter(new Locator.FilterOptions().setHasText(kind))
        .getByRole(AriaRole.LINK)
        .click();
  }

  private void accept() {
    officer.getByRole(AriaRole.BUTTON, named("Accept")).click();
    assertThat(officer.getByRole(AriaRole.ALERT)).containsText("The proposal was accepted");
  }

  private static String quantityOf(Locator facts) {
    return facts
        .locator("dt")
        .filter(new Locator.FilterOptions().setHasText("Quantity here"))
        .locator("xpath=following-sibling::dd[1]")
        .textContent();
  }

  private static void assertAccessible(Page page) {
    assertThat(Axe.violations(page)).isEmpty();
  }

  private void press(Locator target) {
    tabTo(target);
    clerk.keyboard().press("Enter");
  }

  private void tabTo(Locator wanted) {
    for (int i = 0; i < 300; i++) {
      if ((Boolean) wanted.evaluate("it => it === document.activeElement")) {
        return;
      }
      clerk.keyboard().press("Tab");
    }
    throw new AssertionError("Tab never reaches " + wanted);
  }

  private void signInClerk() {
    clerk = window(ProposalApp.clerkOf(COUNCIL));
  }

  /** A window of its own; of somebody who signed in, or of anybody. */
  private static Page window(String email) {
    BrowserContext context =
        Chromium.window(
            new Browser.NewContextOptions()
                .setViewportSize(1280, 900)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("en-GB"));
    if (email != null) {
      ProposalApp.people()
          .signIn(email)
          .cookies()
          .forEach(
              (name, value) ->
                  context.addCookies(
                      List.of(new Cookie(name, value).setUrl(ProposalApp.address()))));
    }
    return context.newPage();
  }

  private record Parcel(String reference, double lat, double lon) {}

  /** Grass around the settlement's middle. */
  private static List<Parcel> nearest() {
    return ProposalApp.jdbc()
        .sql(
            """
            SELECT l.reference, ST_Y(spot) AS lat,
                   ST_X(spot) AS lon
            FROM land l JOIN piece x ON x.land_id = l.id AND x.geom IS NULL
            JOIN parish p ON p.id = x.parish_id JOIN council_parish cp ON cp.parish_code = p.code
            JOIN council c ON c.id = cp.council_id
            CROSS JOIN LATERAL (SELECT ST_Transform(ST_PointOnSurface(l.geom), 4326) AS spot) s
            WHERE c.slug = ? AND l.asset_type = 'amenity grass' AND ST_NPoints(l.geom) < 25
            ORDER BY l.geom <-> c.place LIMIT 3
            """)
        .param(COUNCIL)
        .query(Parcel.class)
        .list();
  }

  private static String trust() {
    return ProposalApp.jdbc()
        .sql("SELECT min(name) FROM party WHERE kind = 'trust'")
        .query(String.class)
        .single();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByRoleOptions linked(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }
}
