package org.greensward.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.greensward.DemonstrationApp;
import org.greensward.Http;
import org.greensward.search.SearchResult.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What is found in the demonstration, through the running service. */
class SearchTest {
  private final SearchService search = DemonstrationApp.bean(SearchService.class);
  private final JdbcClient jdbc = DemonstrationApp.ownerJdbc();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Olney Town Council      | /councils/olney-town-council",
        "olney town council      | /councils/olney-town-council",
        "MK46 4AA                | /postcodes/MK464AA",
        "mk464aa                 | /postcodes/MK464AA",
        "MK-001344               | /land/MK-001344",
        "mk-001344               | /land/MK-001344",
        "SP 890 513              | /who?lon=-0.699828&lat=52.153261",
        "52.154, -0.703          | /who?lon=-0.703000&lat=52.154000",
        "-0.703 52.154           | /who?lon=-0.703000&lat=52.154000",
        "488901 251396           | /who?lon=-0.70"
      })
  void whatIsCertainLeadsStraightThere(String typed, String address) {
    assertThat(search.search(typed, 10).certain()).isTrue();
    HttpResponse<byte[]> answer = Http.get("/search?q=" + encode(typed));
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElseThrow()).contains(address);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Olney                 | Olney                        | town",
        "olney town            | Olney Town Council           | town council",
        "onley                 | Olney                        | town",
        "olny                  | Olney                        | town",
        "lnoey                 |                              | ",
        "Sheringtno            | Sherington                   | village",
        "newprt pagnel         | Newport Pagnell              | town",
        "newport pag           | Newport Pagnell              | town",
        "Danesborough          | Danesborough Ward Forum      | ward forum",
        "Alder Rise Olney      |                              | "
      })
  void namesWholeBegunAndMisspelt(String typed, String name, String kind) {
    SearchResult result = search.search(typed, 10);
    if (name == null) {
      assertThat(result.hits()).noneMatch(hit -> hit.name().equalsIgnoreCase(typed));
    } else {
      assertThat(result.hits()).isNotEmpty();
      assertThat(result.hits())
          .filteredOn(hit -> hit.name().equals(name) && hit.kind().equals(kind))
          .as(result.hits().toString())
          .isNotEmpty();
    }
  }

  /** Any name with any one slip in one of its longer words is among the first hits. */
  @Test
  void everySlipOfTheHandIsForgiven() {
    List<String> names =
        jdbc.sql("SELECT name FROM place WHERE length(name) > 7 ORDER BY md5(name) LIMIT 40")
            .query(String.class)
            .list();
    for (String name : names) {
      int at = name.indexOf(' ') < 0 ? name.length() / 2 : Math.max(2, name.indexOf(' ') / 2);
      for (String slip :
          List.of(
              name.substring(0, at) + name.substring(at + 1),
              name.substring(0, at) + "q" + name.substring(at),
              name.substring(0, at) + "q" + name.substring(at + 1))) {
        assertThat(search.search(slip, 10).hits())
            .as(slip)
            .extracting(SearchHit::name)
            .contains(name);
      }
    }
  }

  @Test
  void theWholeNameComesBeforeWhatBeginsSoAndThatBeforeTheRest() {
    List<SearchHit> hits = search.search("olney", 30).hits();
    assertThat(hits.get(0)).extracting(SearchHit::name).isEqualTo("Olney");
    int council = names(hits).indexOf("Olney Town Council");
    int forum = names(hits).indexOf("Olney Ward Forum");
    assertThat(council).isPositive();
    assertThat(forum).isGreaterThan(council);
    assertThat(hits).noneMatch(hit -> hit.kind().equals("street"));
  }

  @Test
  void aStreetIsFoundWithItsTown() {
    JdbcClient.StatementSpec streets =
        jdbc.sql(
            "SELECT name FROM place WHERE kind = 'street' AND within LIKE 'Olney,%' ORDER BY name"
                + " LIMIT 1");
    String street = streets.query(String.class).single();
    SearchHit hit = search.search(street + ", Olney", 5).hits().get(0);
    assertThat(hit.name()).isEqualTo(street);
    assertThat(hit.where()).isEqualTo("Olney, Milton Keynes");
    assertThat(hit.basis()).isEqualTo("illustrative");
    assertThat(hit.href())
        .startsWith("/who?lon=-0.")
        .contains("&lat=52.")
        .endsWith("&name=" + encode(street + ", Olney, Milton Keynes"));
  }

  @Test
  void aCouncilIsFoundByItsAliasWhichIsTold() {
    jdbc.sql(
            "UPDATE council SET aliases = '{Onley Borough Fathers}' WHERE slug ="
                + " 'olney-town-council'")
        .update();
    try {
      SearchHit hit = search.search("borough fathers", 5).hits().get(0);
      assertThat(hit.name()).isEqualTo("Olney Town Council");
      assertThat(hit.alias()).isEqualTo("Onley Borough Fathers");
    } finally {
      jdbc.sql("UPDATE council SET aliases = '{}' WHERE slug = 'olney-town-council'").update();
    }
  }

  @Test
  void theFirstHalfOfAPostcodeListsThoseThatBeginSo() {
    List<SearchHit> hits = search.search("MK46", 30).hits();
    assertThat(hits).isNotEmpty().allMatch(hit -> hit.name().startsWith("MK46 "));
    assertThat(search.search("mk1", 5).hits()).allMatch(hit -> hit.name().startsWith("MK1 "));
  }

  @Test
  void theBeginningOfAReferenceListsParcels() {
    assertThat(search.search("mk-00134", 20).hits())
        .hasSizeGreaterThan(5)
        .allMatch(hit -> hit.kind().equals("parcel") && hit.name().startsWith("MK-00134"));
    assertThat(search.search("mk%1", 20).hits()).noneMatch(hit -> hit.kind().equals("parcel"));
  }

  @Test
  void wordsThatNobodyHasAreLeftOut() {
    SearchResult result = search.search("Olney Zzyzxville", 10);
    assertThat(result.incomplete()).isTrue();
    assertThat(names(result.hits())).contains("Olney");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                | EMPTY",
        "SW1A 1AA          | POSTCODE_UNKNOWN",
        "xqzzv             | NOTHING",
        "!!!               | NOTHING",
        "''' OR 1=1 --'   | NOTHING",
        "51.5, -0.12       | SPOT_ELSEWHERE",
        "TQ 300 800        | SPOT_ELSEWHERE",
        "54.0, 2.0         | AT_SEA",
        "48.85, 2.35       | ABROAD",
        "-33.9, 151.2      | ABROAD",
        "0.0, 0.0          | ABROAD"
      })
  void badInputSaysWhy(String typed, Trouble trouble) {
    assertThat(search.search(typed, 10).trouble()).isEqualTo(trouble);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sw1a1aa      | We do not know the postcode SW1A 1AA | find-local-council",
        "51.5, -0.12  | outside the area of                  | The nearest place that we know is",
        "54.0, 2.0    | This place is in the sea             | What you can type",
        "48.85, 2.35  | outside Great Britain                | What you can type",
        "xqzzv        | Nothing was found for xqzzv          | Check the spelling",
        "''           | There is a problem                   | Enter a postcode, a street"
      })
  void badInputGetsAPageThatHelps(String typed, String heading, String way) {
    HttpResponse<byte[]> answer = Http.get("/search?q=" + encode(typed), "Accept", "text/html");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
        .contains(heading, way, "role=\"search\"")
        .doesNotContain("??search");
  }

  @Test
  void thePageToBeginAtHasNoError() {
    assertThat(body("/search")).doesNotContain("There is a problem").contains("What you can type");
  }

  @Test
  void whatWasTypedIsTextAndNeverMarkup() {
    assertThat(body("/search?q=" + encode("<script>alert(1)</script>")))
        .doesNotContain("<script>alert");
  }

  @Test
  void suggestionsAreJson() {
    JsonNode answer = Http.json("/api/search?q=oln&limit=3");
    assertThat(answer.get("hits").size()).isEqualTo(3);
    assertThat(
            StreamSupport.stream(answer.get("hits").spliterator(), false)
                .map(hit -> hit.get("name").asString() + ": " + hit.get("description").asString()))
        .contains("Olney: Town in Milton Keynes");
    assertThat(Http.json("/api/search?q=MK46+4AA").at("/hits/0/href").asString())
        .isEqualTo("/postcodes/MK464AA");
    assertThat(Http.json("/api/search").get("trouble").asString()).isEqualTo("EMPTY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "51", "many", "-1"})
  void aLimitThatIsNoneIsRefused(String limit) {
    HttpResponse<byte[]> answer =
        Http.get("/api/search?q=olney&limit=" + limit, "Accept", "application/json");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Http.json(answer).get("detail").asString()).contains("limit=" + limit);
  }

  @Test
  void aPostcodesPageNamesParishesAndLandNearestFirst() {
    String page = body("/postcodes/MK464AA");
    assertThat(page)
        .contains(
            "Green land around MK46 4AA", "/councils/olney-town-council", "made up for the demo")
        .doesNotContain("??");
    List<Double> metres =
        page.lines()
            .filter(line -> line.matches(".*, (\\d+) metres?</span>,"))
            .map(line -> Double.valueOf(line.replaceFirst(".*, (\\d+) metres?</span>,", "$1")))
            .toList();
    assertThat(metres).hasSizeGreaterThan(3).isSorted().allMatch(m -> m <= 150);
    assertThat(page).contains("href=\"/land/MK-", "/map?map=17/52.");
  }

  @Test
  void aPostcodeNearABorderNamesEveryParishAround() {
    String code =
        jdbc.sql(
                """
                SELECT z.code FROM postcode z JOIN parish p ON ST_DWithin(p.geom, z.geom, 150)
                GROUP BY z.code HAVING count(*) > 1 ORDER BY z.code LIMIT 1
                """)
            .query(String.class)
            .single();
    assertThat(body("/postcodes/" + code)).contains("may be in any of these parishes");
  }

  @ParameterizedTest
  @CsvSource({
    "/postcodes/mk46%204aa, 302, ",
    "/postcodes/SW1A1AA,    404, not among the postcodes",
    "/postcodes/OLNEY,      400, is not a whole postcode"
  })
  void otherAddressesOfPostcodes(String path, int status, String said) {
    HttpResponse<byte[]> answer = Http.get(path, "Accept", "text/html");
    assertThat(answer.statusCode()).isEqualTo(status);
    if (said != null) {
      assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains(said);
    }
  }

  /** The program and the database take names apart in the same way. */
  @Test
  void wordsAreTheSameInTheDatabase() {
    for (String text :
        List.of(
            "St. John's & Llŷn-le-Brook",
            "O’Neill Way",
            "Ynys Môn",
            "A5 (T)",
            "--",
            "ÉCOLE d`Été")) {
      assertThat(
              jdbc.sql("SELECT search_key(:text)").param("text", text).query(String.class).single())
          .isEqualTo(NameNormalizer.key(text));
    }
  }

  private static List<String> names(List<SearchHit> hits) {
    return hits.stream().map(SearchHit::name).toList();
  }

  private static String body(String path) {
    return new String(Http.get(path, "Accept", "text/html").body(), StandardCharsets.UTF_8);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
