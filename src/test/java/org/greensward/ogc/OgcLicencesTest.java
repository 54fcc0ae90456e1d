package org.greensward.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.greensward.DemonstrationApp;
import org.greensward.Http;
import org.greensward.licence.Licence;
import org.greensward.licence.LicenceFlag;
import org.greensward.licence.LicenceRepository;
import org.greensward.security.TestAccounts;
import org.greensward.security.account.AccountRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * What is outside a licence is refused with the reason; a council has its own where that is given.
 */
class OgcLicencesTest {
  private static final JdbcClient OWNER = DemonstrationApp.ownerJdbc();
  private static final LicenceRepository LICENCES = new LicenceRepository(OWNER);
  private static final Licence OPEN = LICENCES.find("land").orElseThrow();
  private static final String CLERK = "ogc-licence-clerk@example.org";

  @BeforeEach
  void forCouncils() {
    LICENCES.set(new Licence("land", LicenceFlag.COUNCIL, null, "PSGA", "Crown copyright", null));
  }

  @AfterEach
  void putBack() {
    OWNER.sql("DELETE FROM licence_acceptance WHERE layer = 'land'").update();
    LICENCES.set(OPEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/collections/land/items?limit=1",
        "/collections/pieces/items",
        "/collections/land/items/MK-000001",
        "/collections/land/tiles/WebMercatorQuad/10/337/510.mvt",
        "/tiles/WebMercatorQuad/10/337/510.mvt"
      })
  void thePublicIsRefusedWithTheReason(String path) {
    HttpResponse<byte[]> response = OgcService.get(path);
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(Http.json(response).get("detail").asString())
        .contains("land is for its local council only");
  }

  @Test
  void whatIsMadeOfNothingClosedIsServedAndTheCollectionIsDescribed() {
    assertThat(OgcService.get("/collections/councils/items?limit=1").statusCode()).isEqualTo(200);
    assertThat(OgcService.json("/collections/land").get("license").asString())
        .contains("PSGA (council only)");
  }

  @Test
  void aCouncilGetsItsOwnOnceItHasAcceptedTheTerms() {
    TestAccounts people = new TestAccounts(OWNER, DemonstrationApp.address());
    people.account(CLERK, AccountRole.COUNCIL, "Clerk", "olney-town-council");
    String key = people.key(CLERK, false);
    String items = "/ogc/collections/land/items?limit=1000";
    HttpResponse<byte[]> refused = Http.getAs(key, items);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(Http.json(refused).get("detail").asString())
        .contains("accept", DemonstrationApp.address() + "/licences/land");

    OWNER
        .sql(
            """
            INSERT INTO licence_acceptance (account_id, layer, version)
            SELECT a.id, 'land', l.terms_version FROM account a, layer_licence l
            WHERE a.email = :email AND l.layer = 'land'
            """)
        .param("email", CLERK)
        .update();
    JsonNode own = Http.json(Http.getAs(key, items));
    int all = OWNER.sql("SELECT count(*) FROM land").query(Integer.class).single();
    assertThat(own.get("numberMatched").asInt()).isBetween(1, all / 2);
    assertThat(own.get("features"))
        .allSatisfy(
            f ->
                assertThat(f.get("properties").get("councils").asString())
                    .contains("Olney Town Council"));
    String another =
        OWNER
            .sql(
                """
                SELECT x.reference FROM piece_at('2018-10-01') x JOIN council c ON c.id = x.council_id
                GROUP BY x.reference HAVING bool_and(c.slug = 'lavendon-parish-council') LIMIT 1
                """)
            .query(String.class)
            .single();
    assertThat(Http.getAs(key, "/ogc/collections/land/items/" + another).statusCode())
        .isEqualTo(404);
  }
}
