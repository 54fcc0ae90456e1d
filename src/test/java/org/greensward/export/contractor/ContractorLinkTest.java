package org.greensward.export.contractor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.greensward.DemonstrationApp;
import org.greensward.licence.Licence;
import org.greensward.licence.LicenceFlag;
import org.greensward.licence.LicenceRepository;
import org.greensward.security.TestAccounts;
import org.greensward.security.TestAccounts.Session;
import org.greensward.security.account.AccountRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A contractor's link from the officer who makes it to the file, and to its end. */
class ContractorLinkTest {
  private static final JdbcClient OWNER = DemonstrationApp.ownerJdbc();
  private static final LicenceRepository LICENCES = new LicenceRepository(OWNER);
  private static final Licence OPEN = LICENCES.find("land").orElseThrow();
  private static final Session CONTRACTOR = new Session(DemonstrationApp.address());
  private static final String PURPOSE = "Pricing the mowing of one lot";
  private static Session officer;

  @BeforeAll
  static void forContractors() {
    TestAccounts people = new TestAccounts(OWNER, DemonstrationApp.address());
    people.account("links-officer@example.org", AccountRole.OFFICER, "Landscape officer");
    officer = people.signIn("links-officer@example.org");
    flag(LicenceFlag.CONTRACTOR, "2098-01-01");
  }

  @AfterAll
  static void putBack() {
    OWNER
        .sql(
            """
            DELETE FROM licence_acceptance WHERE link_id IN
              (SELECT id FROM contractor_link WHERE purpose = ?)
            """)
        .param(PURPOSE)
        .update();
    OWNER.sql("DELETE FROM contractor_link WHERE purpose = ?").param(PURPOSE).update();
    LICENCES.set(OPEN);
  }

  private static void flag(LicenceFlag flag, String until) {
    LICENCES.set(
        new Licence(
            "land",
            flag,
            until == null ? null : java.time.LocalDate.parse(until),
            "Contract data",
            "© The authority",
            null));
  }

  @Test
  void aLinkGivesTheLandOfItsLotsOnceTheTermsAreAccepted() {
    Lot lot = lot();
    String link = make(lot, "2097-01-01");
    HttpResponse<String> page = CONTRACTOR.get(link);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(page.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
    assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(page.body())
        .contains(PURPOSE, lot.name, "1 January 2097", "work under the landscaping contract")
        .doesNotContain(link + "/land.csv");
    assertThat(CONTRACTOR.get(link + "/land.csv").statusCode()).isEqualTo(403);

    assertThat(accept(link, page.body()).statusCode()).isEqualTo(303);
    assertThat(CONTRACTOR.get(link).body()).contains(link + "/pieces.gpkg");
    for (String layer : List.of("land", "pieces")) {
      HttpResponse<String> given = CONTRACTOR.get(link + "/" + layer + ".csv");
      assertThat(given.statusCode()).isEqualTo(200);
      assertThat(given.body()).contains("© The authority");
      assertThat(column(given.body(), "lot")).containsOnly(lot.code).isNotEmpty();
    }
    assertThat(CONTRACTOR.get(link + "/statuses.csv").statusCode()).isEqualTo(404);
    assertThat(CONTRACTOR.get("/download/land.csv").statusCode()).isEqualTo(403);

    // Who else has signed in gets no more by it; and the trail has it.
    String file = officer.get(link + "/land.csv").body();
    assertThat(column(file, "lot")).containsOnly(lot.code);
    assertThat(column(file, "reference"))
        .hasSize(
            OWNER
                .sql(
                    "SELECT count(*)::int FROM land WHERE lot_id = ? AND valid @> DATE"
                        + " '2018-10-01'")
                .param(lot.id)
                .query(Integer.class)
                .single());
    assertThat(officer.get("/manage/contractor-links").body())
        .contains(PURPOSE, "3 files", "Terms accepted");
    assertThat(officer.get("/manage/audit?table=contractor_link").body()).contains("Downloaded");
    assertThat(officer.get("/manage/licence_acceptance").body()).contains(", link " + id(link));
  }

  @Test
  void itIsForWhatIsOpenOrForContractorsAndNothingElse() {
    String link = make(lot(), "2097-01-01");
    try {
      flag(LicenceFlag.PUBLIC_SECTOR_INTERNAL, null);
      acceptAll(link);
      HttpResponse<String> file = CONTRACTOR.getAs(link + "/land.csv", "application/json");
      assertThat(file.statusCode()).isEqualTo(403);
      assertThat(file.body()).contains("land is for public bodies only");
      assertThat(CONTRACTOR.get(link).body()).contains("Land: for public bodies only");
      assertThat(officer.get("/manage/contractor-links/new").body())
          .contains("a link gives no files", "Land: for public bodies only");
      flag(LicenceFlag.CONTRACTOR, "2020-04-01");
      acceptAll(link);
      assertThat(CONTRACTOR.getAs(link + "/land.csv", "application/json").body())
          .contains("contractors may no longer have land");
    } finally {
      flag(LicenceFlag.CONTRACTOR, "2098-01-01");
    }
  }

  @Test
  void afterItsEndAndOnceRevokedThereIsNothing() {
    String ended = make(lot(), "2097-01-01");
    OWNER
        .sql("UPDATE contractor_link SET ends_on = london_today() WHERE id = ?")
        .param(id(ended))
        .update();
    String revoked = make(lot(), "2097-01-01");
    HttpResponse<String> answer =
        officer.post(
            "/manage/contractor-links",
            "/manage/contractor-links/" + id(revoked) + "/revoke",
            Map.of());
    assertThat(answer.statusCode()).isEqualTo(303);
    for (String gone : List.of(ended, revoked, "/contractor/unknown")) {
      for (String path : List.of(gone, gone + "/land.csv")) {
        HttpResponse<String> page = CONTRACTOR.get(path);
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Ask the officer who sent it");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
      }
    }
    assertThat(officer.get("/manage/contractor-links").body()).contains("Revoked", "Ended on");
  }

  @Test
  void aLinkNeedsALotAndAnEndThatTheLicenceAllows() {
    HttpResponse<String> page = send(null, "2099-01-01");
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body())
        .contains("Choose at least one lot", "until 2098-01-01 at most", PURPOSE);
  }

  private record Lot(long id, String code, String name, long contractor) {}

  private static Lot lot() {
    return OWNER
        .sql(
            """
            SELECT lot.id, lot.code, lot.name, k.contractor_id AS contractor
            FROM lot JOIN contract k ON k.id = lot.contract_id
            WHERE EXISTS (SELECT FROM land WHERE lot_id = lot.id) ORDER BY lot.id LIMIT 1
            """)
        .query(Lot.class)
        .single();
  }

  private static HttpResponse<String> send(Lot lot, String ends) {
    return officer.post(
        "/manage/contractor-links/new?contractor=" + lot().contractor,
        "/manage/contractor-links/new",
        Map.of(
            "contractor",
            String.valueOf(lot().contractor),
            "lots",
            lot == null ? "" : String.valueOf(lot.id),
            "ends",
            ends,
            "purpose",
            PURPOSE));
  }

  /** Makes one and gives its path; the address is told on the next page, once. */
  private static String make(Lot lot, String ends) {
    assertThat(send(lot, ends).statusCode()).isEqualTo(303);
    String list = officer.get("/manage/contractor-links").body();
    Matcher secret = Pattern.compile("(/contractor/[A-Za-z0-9_-]{43})\"").matcher(list);
    assertThat(secret.find()).isTrue();
    assertThat(officer.get("/manage/contractor-links").body()).doesNotContain(secret.group(1));
    return secret.group(1);
  }

  private static long id(String link) {
    return OWNER
        .sql("SELECT id FROM contractor_link WHERE token_hash = sha256(?::bytea)")
        .param(link.replace("/contractor/", ""))
        .query(Long.class)
        .single();
  }

  private static HttpResponse<String> accept(String link, String page) {
    String body =
        Pattern.compile("name=\"(version-[a-z]+)\" value=\"([0-9]+)\"")
            .matcher(page)
            .results()
            .map(it -> it.group(1) + "=" + it.group(2))
            .collect(Collectors.joining("&"));
    return CONTRACTOR.send(
        HttpRequest.newBuilder(URI.create(DemonstrationApp.address() + link))
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static void acceptAll(String link) {
    OWNER
        .sql(
            """
            INSERT INTO licence_acceptance (layer, version, account_id, link_id)
            SELECT layer, terms_version, NULL, ? FROM layer_licence ON CONFLICT DO NOTHING
            """)
        .param(id(link))
        .update();
  }

  /** The values of a column without quotes in the lines before it. */
  private static List<String> column(String csv, String name) {
    List<String> heads = List.of(csv.lines().findFirst().orElseThrow().substring(1).split(","));
    int at = heads.indexOf(name);
    return csv.lines()
        .skip(1)
        .map(line -> line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)[at])
        .toList();
  }
}
