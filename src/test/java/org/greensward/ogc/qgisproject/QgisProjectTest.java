package org.greensward.ogc.qgisproject;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.greensward.DemonstrationApp;
import org.greensward.Http;
import org.greensward.security.TestAccounts;
import org.greensward.security.account.AccountRole;
import org.junit.jupiter.api.Test;

/** The project for QGIS, as a file; what QGIS makes of it is in {@code gis.QgisTest}. */
class QgisProjectTest {
  private static final String PROJECT = "/greensward.qgs";
  private static final String ROOT = DemonstrationApp.address() + "/ogc";
  private static final TestAccounts PEOPLE =
      new TestAccounts(DemonstrationApp.ownerJdbc(), DemonstrationApp.address());

  @Test
  void thePublicsNamesNoKey() {
    HttpResponse<byte[]> project = Http.get("/ogc" + PROJECT);
    assertThat(project.statusCode()).isEqualTo(200);
    assertThat(header(project, "Content-Type")).isEqualTo("application/x-qgis-project");
    assertThat(header(project, "Content-Disposition")).contains("filename=\"greensward.qgs\"");
    assertThat(text(project))
        .contains("url=&#39;" + ROOT + "&#39;")
        .doesNotContain("authcfg")
        .doesNotContain("Confidential")
        .doesNotContain("typename=&#39;land&#39;");
  }

  @Test
  void aCouncilsNamesWhereItsKeyIsAndNotTheKey() {
    PEOPLE.account("project@example.org", AccountRole.COUNCIL, "Clerk", "olney-town-council");
    String key = PEOPLE.key("project@example.org", false);
    HttpResponse<byte[]> project = Http.getAs(key, "/ogc" + PROJECT);
    assertThat(header(project, "Cache-Control")).isEqualTo("private, no-store");
    assertThat(header(project, "Content-Disposition")).contains("greensward-olney-town-council");
    assertThat(text(project))
        .contains("<title>Greensward: Olney Town Council</title>", "authcfg=greensw ")
        .doesNotContain(key)
        .doesNotContain("project@example.org");
  }

  @Test
  void whoSignedInIsLedToTheirsFromTheirOffice() {
    PEOPLE.account("project@example.org", AccountRole.COUNCIL, "Clerk", "olney-town-council");
    TestAccounts.Session clerk = PEOPLE.signIn("project@example.org");
    assertThat(clerk.get("/councils/olney-town-council/office").body())
        .contains("/ogc/greensward.qgs?council=olney-town-council");
    assertThat(clerk.get("/ogc/greensward.qgs").body())
        .contains("<title>Greensward: Olney Town Council</title>", "authcfg=greensw ")
        .contains("Confidential: may show what is not public yet.");
  }

  @Test
  void addressesAreThoseOfTheProxy() {
    String project =
        text(
            Http.get(
                "/ogc" + PROJECT,
                "X-Forwarded-Host",
                "maps.example.org",
                "X-Forwarded-Proto",
                "https"));
    assertThat(project)
        .contains("url=&#39;https://maps.example.org/ogc&#39;")
        .contains("url=https://maps.example.org/ogc/collections/parishes/tiles/")
        .doesNotContain("127.0.0.1");
  }

  @Test
  void itOpensAtTheCouncilThatIsAskedFor() {
    assertThat(text(Http.get("/ogc" + PROJECT + "?council=lavendon-parish-council")))
        .contains("<title>Greensward: Lavendon Parish Council</title>");
    assertThat(Http.get("/ogc" + PROJECT + "?council=nowhere").statusCode()).isEqualTo(404);
    assertThat(Http.get("/ogc" + PROJECT + "?town=olney").statusCode()).isEqualTo(400);
  }

  private static String header(HttpResponse<byte[]> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }
}
