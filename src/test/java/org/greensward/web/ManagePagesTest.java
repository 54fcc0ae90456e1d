package org.greensward.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.greensward.DemonstrationApp;
import org.greensward.admin.WorkbookSheet;
import org.greensward.security.TestAccounts;
import org.greensward.security.TestAccounts.Session;
import org.greensward.security.account.AccountRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Officers' pages in a browser without script: accessible, narrow, and two officers at one row. */
class ManagePagesTest extends BrowserTest {
  private static final int NARROW = 320;
  private static final String BEYOND_THE_EDGE =
      """
      [...document.querySelectorAll('body *')]
        .filter(it => it.checkVisibility() && !it.closest('.gs-scroll, .govuk-visually-hidden'))
        .filter(it => it.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
        .map(it => it.outerHTML.slice(0, 160))
      """;
  private static final TestAccounts PEOPLE =
      new TestAccounts(DemonstrationApp.ownerJdbc(), DemonstrationApp.address());
  private static Session ann;
  private static Session bob;

  @BeforeAll
  static void people() {
    PEOPLE.account("ann.browser@example.org", AccountRole.OFFICER, "Landscape officer");
    PEOPLE.account("bob.browser@example.org", AccountRole.OFFICER, "Contracts officer");
    ann = PEOPLE.signIn("ann.browser@example.org");
    bob = PEOPLE.signIn("bob.browser@example.org");
  }

  @BeforeEach
  void bobSitsDown() {
    takeOver(bob);
  }

  private void takeOver(Session session) {
    page()
        .context()
        .addCookies(
            session.cookies().entrySet().stream()
                .map(it -> new Cookie(it.getKey(), it.getValue()).setUrl(address()))
                .toList());
  }

  @Test
  void axeFindsNothingAndNothingScrollsSideways() {
    String council = council();
    for (String path :
        List.of(
            "/manage",
            "/manage/council",
            "/manage/rate?rows=current",
            council,
            council + "/end",
            "/manage/party/new",
            "/manage/forum/1",
            "/manage/agreement/1",
            council + "/status",
            "/manage/audit",
            "/manage/contractor-links",
            "/manage/contractor-links/new",
            "/manage/licence_acceptance",
            "/councils/castlethorpe-parish-council/office/notes")) {
      page().setViewportSize(1280, 800);
      page().navigate(address() + path);
      checked(path);
    }
  }

  private void checked(String name) {
    picture(name + "-wide");
    assertThat(Axe.violations(page())).as(name).isEmpty();
    page().setViewportSize(NARROW, 700);
    assertThat((List<?>) page().evaluate(BEYOND_THE_EDGE)).as(name).isEmpty();
    assertThat(Axe.violations(page())).as(name + " in a narrow window").isEmpty();
    picture(name + "-narrow");
  }

  @Test
  void twoOfficersAtOneRowWithoutScript() {
    expectsErrors();
    useWindow(
        new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(1280, 800));
    takeOver(bob);
    page().navigate(address() + council());
    Locator office = page().getByLabel("Contact: office (optional)");
    Locator phone = page().getByLabel("Contact: telephone (optional)");
    String before = office.inputValue();
    office.fill("Locum clerk");
    WorkbookSheet.open(ann, council())
        .with("contact_role", "Acting clerk")
        .with("contact_phone", "01234 222222")
        .with("change_reason", "told by phone")
        .send();
    page().getByLabel("Reason for this change").fill("their letter");
    page().getByRole(AriaRole.BUTTON, byName("Save")).click();

    assertThat(page().locator("h1")).containsText("Somebody else has changed this");
    assertThat(page().locator("main")).containsText("Changed last by Landscape officer");
    assertThat(page().getByLabel("Reason for this change")).hasValue("their letter");
    Locator clash = page().getByRole(AriaRole.GROUP, byName("Contact: office (optional)"));
    assertThat(clash).containsText(before);
    assertThat(clash).containsText("Acting clerk");
    assertThat(office).hasValue("Locum clerk");
    picture("clash-wide");
    page().getByRole(AriaRole.BUTTON, byName("Save")).click();
    assertThat(page().locator(".govuk-error-summary"))
        .containsText("Choose which value is to stay.");
    clash.getByLabel("Keep mine").check();
    page().getByRole(AriaRole.BUTTON, byName("Save")).click();
    assertThat(page().locator("main")).containsText("The row has been changed");
    assertThat(office).hasValue("Locum clerk");
    assertThat(phone).hasValue("01234 222222");

    office.fill(before);
    phone.fill("");
    page().getByLabel("Reason for this change").fill("put back");
    page().getByRole(AriaRole.BUTTON, byName("Save")).click();
    assertThat(office).hasValue(before);
    page().getByRole(AriaRole.LINK, byName("History of this row")).click();
    assertThat(page().locator("h1")).containsText("Who changed what");
    assertThat(page().locator("main")).containsText("put back");
  }

  /** The page of two versions is accessible too, and fits a phone. */
  @Test
  void thePageOfTwoVersionsIsAccessible() {
    expectsErrors();
    page().navigate(address() + council());
    page().getByLabel("Note (optional)").fill("Bob's note");
    WorkbookSheet.open(ann, council())
        .with("note", "Ann's note")
        .with("change_reason", "a test")
        .send();
    page().getByLabel("Reason for this change").fill("their letter");
    page().getByRole(AriaRole.BUTTON, byName("Save")).click();
    assertThat(page().locator("h1")).containsText("Somebody else has changed this");
    page().getByRole(AriaRole.BUTTON, byName("Save")).click();
    assertThat(page().locator(".govuk-error-summary")).isVisible();
    checked("clash");
    WorkbookSheet.open(ann, council()).with("note", "").with("change_reason", "put back").send();
  }

  private static String council() {
    return "/manage/council/"
        + DemonstrationApp.ownerJdbc()
            .sql("SELECT id FROM council WHERE slug = 'castlethorpe-parish-council'")
            .query(Long.class)
            .single();
  }

  private static Page.GetByRoleOptions byName(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
