package org.greensward.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.greensward.DemonstrationApp;
import org.greensward.security.TestAccounts;
import org.greensward.security.account.AccountRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of accounts in a browser without script: accessible, and as narrow as a telephone. */
class AccountPagesTest extends BrowserTest {
  private static final TestAccounts PEOPLE =
      new TestAccounts(DemonstrationApp.ownerJdbc(), DemonstrationApp.address());
  private static final String ADMINISTRATOR = "pages-administrator@example.org";
  private static final String OFFICER = "pages-officer@example.org";
  private static final String BEYOND_THE_EDGE =
      """
      [...document.querySelectorAll('body *')]
        .filter(it => it.checkVisibility() && !it.closest('.gs-scroll, .govuk-visually-hidden'))
        .filter(it => it.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
        .map(it => it.outerHTML.slice(0, 120))
      """;

  @BeforeEach
  void people() {
    PEOPLE.account(ADMINISTRATOR, AccountRole.ADMINISTRATOR, "Service desk");
    PEOPLE.account(OFFICER, AccountRole.OFFICER, "Landscape officer");
    DemonstrationApp.ownerJdbc()
        .sql(
            "DELETE FROM account_factor WHERE account_id = (SELECT id FROM account WHERE email ="
                + " ?)")
        .param(OFFICER)
        .update();
  }

  /** An administrator hands a council over to a new clerk, who sets a password by the link. */
  @Test
  void aCouncilIsHandedOverToANewClerk() {
    useWindow(
        new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(1280, 800));
    page().navigate(address() + "/manage/accounts");
    signIn(ADMINISTRATOR);
    page().getByLabel("Code").fill(PEOPLE.code(ADMINISTRATOR));
    press("Continue");
    link("Add an account");
    page().getByLabel("Local council", exact()).check();
    page().getByLabel("Name").fill("Olive Old");
    page().getByLabel("Email address").fill("pages-clerk@example.org");
    page().getByLabel("Title").fill("Clerk");
    press("Make the account");
    assertThat(page().locator(".govuk-error-message"))
        .containsText("Choose the local council that the account acts for");
    assertThat(page().getByLabel("Name")).hasValue("Olive Old");
    page().getByLabel("Walton Community Council").check();
    press("Make the account");
    assertThat(page().locator("h1")).hasText("The account is made");
    link("All accounts");
    page().getByLabel("Name, email, title or local council").fill("walton");
    press("Show");
    assertThat(page().getByRole(AriaRole.STATUS)).hasText("One account");
    link("Olive Old");
    page().getByRole(AriaRole.BUTTON, named("Hand over")).click();
    page().getByLabel("Name of the next person").fill("Nora New");
    page().getByLabel("Email address of the next person").fill("pages-clerk@example.org");
    press("End the one account and start the next");
    String link = page().getByLabel("Link").inputValue();
    press("Sign out");
    page().navigate(link);
    page().getByLabel("New password", exact()).fill("walton heron barrow");
    page().getByLabel("New password again").fill("walton heron barrow");
    press("Set password and sign in");
    assertThat(page().locator(".gs-visitor")).containsText("Walton Community Council");
    page().navigate(address() + "/account");
    assertThat(page().locator("main")).containsText("Nora New");
    expectsErrors(); // the page of faults is a 422, and the office may not be there yet
  }

  @Test
  void axeFindsNothingAndNothingScrollsSideways() {
    useWindow(new Browser.NewContextOptions().setViewportSize(1280, 900));
    expectsErrors();
    look("/sign-in?failed=gone", "sign-in");
    page().navigate(address() + "/sign-in");
    signIn(OFFICER);
    look("/sign-in/set-up", "set-up");
    page().navigate(address() + "/sign-in");
    signIn(ADMINISTRATOR);
    look("/sign-in/code", "code");
    page().getByLabel("Code").fill(PEOPLE.code(ADMINISTRATOR));
    press("Continue");
    long id =
        DemonstrationApp.ownerJdbc()
            .sql("SELECT id FROM account WHERE email = ?")
            .param(OFFICER)
            .query(Long.class)
            .single();
    look("/manage/accounts?ended=true", "accounts");
    look("/manage/accounts/add", "add");
    look("/manage/accounts/" + id, "one");
    look("/manage/accounts/" + id + "/hand-over", "hand-over");
    look("/account", "account");
    look("/account/password", "password");
    look("/account/recovery-codes", "recovery");
    look("/account/keys", "keys");
    page().getByLabel("Name").fill("");
    press("Make the key");
    look(null, "a key without a name");
    page().getByLabel("Name").fill("QGIS on the laptop of the office " + System.nanoTime());
    press("Make the key");
    look(null, "key");
    link("All your keys");
    look(null, "keys that are there");
    look(
        "/manage/accounts/"
            + DemonstrationApp.ownerJdbc()
                .sql("SELECT id FROM account WHERE email = ?")
                .param(ADMINISTRATOR)
                .query(Long.class)
                .single(),
        "keys of another");
    page().navigate(address() + "/manage/accounts/" + id);
    press("Make a new link");
    look(null, "link");
    String link = page().getByLabel("Link").inputValue();
    look(link.substring(address().length()), "set-password");
  }

  private void look(String path, String name) {
    if (path != null) {
      page().navigate(address() + path);
    }
    for (int width : List.of(320, 1280)) {
      page().setViewportSize(width, 900);
      assertThat((List<?>) page().evaluate(BEYOND_THE_EDGE)).as(name + " at " + width).isEmpty();
    }
    assertThat(Axe.violations(page())).as(name).isEmpty();
  }

  private void signIn(String email) {
    page().getByLabel("Email address").fill(email);
    page().getByLabel("Password").fill(TestAccounts.PASSWORD);
    page().locator("main").getByRole(AriaRole.BUTTON).click();
  }

  private void press(String button) {
    page().getByRole(AriaRole.BUTTON, named(button)).click();
  }

  private void link(String name) {
    page()
        .getByText(name, new Page.GetByTextOptions().setExact(true))
        .and(page().locator("a"))
        .first()
        .click();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByLabelOptions exact() {
    return new Page.GetByLabelOptions().setExact(true);
  }
}
