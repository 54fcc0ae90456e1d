package org.greensward.council.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.greensward.DemonstrationApp;
import org.greensward.Http;
import org.greensward.council.CouncilAddressRepository;
import org.greensward.database.Audience;
import org.greensward.land.page.WhoTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The table of councils and the pages of each. */
class CouncilPagesTest {
  private final JdbcClient jdbc = DemonstrationApp.ownerJdbc();

  @ParameterizedTest
  @CsvSource({
    "'', 48",
    "status=devolved, 6",
    "status=interested, 25",
    "kind=parish meeting, 9",
    "kind=town council&status=devolved, 3",
    "forum=olney-ward-forum, 14",
    "at=2013-01-01&status=devolved, 0",
    "status=nonsense, 48"
  })
  void filtersTheTable(String query, int count) {
    String page = page("/councils?" + query.replace(" ", "%20"));
    assertThat(page).contains(count + " local councils on ");
    assertThat(page.split("<a class=\"govuk-link\" href=\"/councils/", -1)).hasSize(count + 1);
    assertThat(csv(query.replace(" ", "%20"))).hasSize(count + 1);
  }

  @Test
  void filtersByWard() {
    assertThat(page("/councils?ward=Bletchley%20Park")).contains("West Bletchley Council");
  }

  @Test
  void sortsBothWays() {
    assertThat(csv("sort=area").get(1)).startsWith(smallest("ASC"));
    assertThat(csv("sort=-area").get(1)).startsWith(smallest("DESC"));
    assertThat(page("/councils?sort=-area")).contains("aria-sort=\"descending\"");
    assertThat(csv("sort=area%3Bdrop").get(1)).startsWith("Abbey Hill");
  }

  @Test
  void theFileHasWhatTheTableHas() {
    List<String> lines = csv("status=devolved");
    assertThat(lines.get(0))
        .isEqualTo(
            "\uFEFFname,kind,status,since,arrangement,basis,forums,wards,gss_codes,area_m2,at,address,"
                + "licence,attribution");
    assertThat(lines)
        .anyMatch(
            line ->
                line.startsWith(
                    "Olney Town Council,town"
                        + " council,devolved,2014-04-01,grant-funded,documented,Olney Ward"
                        + " Forum,Olney,E04001268,"));
  }

  @Test
  void aCouncilsPageTellsItsStory() {
    assertThat(page("/councils/stony-stratford-town-council"))
        .contains(
            "Stony Stratford Town Council looks after landscaping in its area. This has been so"
                + " since 1 April 2014.",
            "Arrangement: grant-funded.",
            "What Stony Stratford Town Council looks after",
            "What stays out, and who has it",
            "The Parks Trust",
            "Neighbours",
            "embed=1",
            "Download this land");
    assertThat(page("/councils/sherington-parish-council"))
        .contains(
            "expressed an interest in taking on landscaping on 1 January 2018. Nothing has been"
                + " decided.");
    assertThat(page("/councils/olney-town-council?at=2013-01-01"))
        .contains("This is how it stood on 1 January 2013.", "has recorded no interest");
  }

  /** What the page says sums to what the register has. */
  @Test
  void theScheduleIsTheRegisters() {
    long parcels =
        jdbc.sql(
                """
                SELECT count(*) FROM piece_at('2018-10-01') x JOIN council c ON c.id = x.council_id
                WHERE c.slug = 'woughton-community-council'
                """)
            .query(Long.class)
            .single();
    long shown = 0;
    for (var line : Http.json("/api/councils/woughton-community-council").get("land")) {
      shown += line.get("parcels").longValue();
    }
    assertThat(shown).isEqualTo(parcels).isPositive();
  }

  @Test
  void aNameOfOldLeadsOn() {
    HttpResponse<byte[]> alias =
        Http.get("/councils/astwood-hardmead-parish-council", "Accept", "text/html");
    assertThat(alias.statusCode()).isEqualTo(302);
    assertThat(alias.headers().firstValue("Location").orElseThrow())
        .endsWith("/councils/astwood-and-hardmead-parish-council");
  }

  /** In a transaction that is rolled back, since all tests share the demonstration. */
  @Test
  void theRenamedAndTheMergedAreFound() {
    Audience officer = new Audience(Audience.Kind.OFFICER, List.of(), 1, null);
    try (Audience.Bound bound = Audience.bind(officer)) {
      new TransactionTemplate(DemonstrationApp.bean(PlatformTransactionManager.class))
          .executeWithoutResult(
              transaction -> {
                transaction.setRollbackOnly();
                renameAndMerge(
                    DemonstrationApp.bean(JdbcClient.class),
                    DemonstrationApp.bean(CouncilAddressRepository.class));
              });
    }
  }

  private static void renameAndMerge(JdbcClient jdbc, CouncilAddressRepository addresses) {
    var today = java.time.LocalDate.of(2018, 10, 1);
    jdbc.sql("UPDATE council SET slug = 'olney-new' WHERE slug = 'olney-town-council'").update();
    assertThat(addresses.findNow("olney-town-council", today)).contains("olney-new");
    jdbc.sql(
            """
            INSERT INTO council_succession
            SELECT a.id, b.id, '2018-04-01' FROM council a, council b
            WHERE a.slug = 'lavendon-parish-council' AND b.slug = 'olney-new'
            """)
        .update();
    jdbc.sql("UPDATE council SET valid = '(,2018-04-01)' WHERE slug = 'lavendon-parish-council'")
        .update();
    assertThat(addresses.findNow("lavendon-parish-council", today)).contains("olney-new");
    jdbc.sql("UPDATE council SET slug = 'olney-town-council' WHERE slug = 'olney-new'").update();
    assertThat(addresses.findNow("olney-new", today)).contains("olney-town-council");
    assertThat(addresses.findNow("olney-town-council", today)).isEmpty();
  }

  @Test
  void anUnknownAddressSuggestsTheNearest() {
    HttpResponse<byte[]> page = Http.get("/councils/olny-town-councl", "Accept", "text/html");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(WhoTest.body(page))
        .contains(
            "There is no council with the address olny-town-councl",
            "Did you mean",
            "/councils/olney-town-council");
    HttpResponse<byte[]> json = Http.get("/api/councils/olny", "Accept", "application/json");
    assertThat(json.statusCode()).isEqualTo(404);
    assertThat(Http.json(json).get("detail").stringValue())
        .contains("no council with the address olny");
  }

  private String smallest(String order) {
    return jdbc.sql(
            "SELECT c.name FROM council c JOIN council_parish cp ON cp.council_id = c.id"
                + " JOIN parish p ON p.code = cp.parish_code GROUP BY 1 ORDER BY sum(p.area_m2) "
                + order
                + " LIMIT 1")
        .query(String.class)
        .single();
  }

  private static String page(String address) {
    HttpResponse<byte[]> answer = Http.get(address, "Accept", "text/html");
    assertThat(answer.statusCode()).isEqualTo(200);
    return WhoTest.body(answer);
  }

  private static List<String> csv(String query) {
    return new String(Http.get("/councils.csv?" + query).body(), StandardCharsets.UTF_8)
        .lines()
        .toList();
  }
}
