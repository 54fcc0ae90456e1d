package org.greensward.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.greensward.DemonstrationApp;
import org.greensward.security.TestAccounts;
import org.greensward.security.account.AccountRole;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of engagement in a browser: what a machine can check of WCAG, and what is printed. */
class EngagementTest extends BrowserTest {
  private static final int NARROW = 390;
  private static final TestAccounts PEOPLE =
      new TestAccounts(DemonstrationApp.ownerJdbc(), DemonstrationApp.address());
  private static final JdbcClient OWNER = DemonstrationApp.ownerJdbc();

  /** Every council has moved: the report is as long as it can be, and is one page all the same. */
  @Test
  void pagesAreAccessibleAndWhatChangedIsPrintedOnOnePage() throws IOException {
    signIn();
    look("/manage/board?status=#nothing-recorded");
    OWNER
        .sql(
            "INSERT INTO engagement_step (council_id, day, step) SELECT id, '2018-09-20',"
                + " (ARRAY['told','workshop','maps','figures','told','withdrawn'])[1 + id % 6]"
                + " FROM council WHERE id % 6 <> 4")
        .update();
    OWNER
        .sql(
            "INSERT INTO engagement_step (council_id, day, step, minute) SELECT id, '2018-09-20',"
                + " 'resolved', '18/1' FROM council WHERE id % 6 = 4")
        .update();
    OWNER
        .sql(
            "INSERT INTO engagement_plan (council_id, next_step, next_date, point_authority,"
                + " point_council) SELECT id, 'maps', '2018-09-25', 'Landscape officer', 'Clerk'"
                + " FROM council WHERE slug = 'north-crawley-parish-council'"
                + " ON CONFLICT DO NOTHING")
        .update();
    try {
      for (String path :
          List.of(
              "/manage/board",
              "/manage/board?view=list",
              "/manage/board/north-crawley-parish-council",
              "/manage/board/changes?since=2014-01-01",
              "/manage/agreements?months=60",
              "/manage/letters?at-step=maps",
              "/manage/letters/templates/new",
              "/councils/north-crawley-parish-council/office/steps")) {
        look(path);
      }
      look(
          OWNER
              .sql(
                  "SELECT '/manage/agreements/' || min(s.id) FROM status s JOIN council c"
                      + " ON c.id = s.council_id AND s.status = 'devolved'")
              .query(String.class)
              .single());
      page().navigate(address() + "/manage/board/changes?since=2014-01-01");
      byte[] printed = page().pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
      try (PDDocument pdf = Loader.loadPDF(printed)) {
        assertThat(pdf.getNumberOfPages()).isEqualTo(1);
      }
    } finally {
      OWNER
          .sql(
              "UPDATE engagement_step SET ended_at = now(), end_reason = 'test'"
                  + " WHERE ended_at IS NULL")
          .update();
      OWNER.sql("DELETE FROM engagement_plan").update();
    }
  }

  private void signIn() {
    PEOPLE.account("board-browser@example.org", AccountRole.OFFICER, "Landscape officer");
    TestAccounts.Session session = PEOPLE.signIn("board-browser@example.org");
    useWindow(new Browser.NewContextOptions().setViewportSize(1280, 900));
    page()
        .context()
        .addCookies(
            session.cookies().entrySet().stream()
                .map(it -> new Cookie(it.getKey(), it.getValue()).setUrl(address()))
                .toList());
  }

  private void look(String path) {
    page().setViewportSize(1280, 900);
    page().navigate(address() + path);
    assertThat(Axe.violations(page())).as(path).isEmpty();
    picture(path + "-wide");
    page().setViewportSize(NARROW, 844);
    assertThat(page().evaluate("document.documentElement.scrollWidth")).as(path).isEqualTo(NARROW);
    picture(path + "-narrow");
  }
}
