package org.greensward.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greensward.DemonstrationApp;
import org.greensward.security.TestAccounts.Session;
import org.greensward.web.DisplayFormats;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Proposals over HTTP: each kind from its form to what is public, and who may do what. */
class ProposalHttpTest {
  private static final Pattern HIDDEN =
      Pattern.compile("name=\"(version|known)\" value=\"([^\"]*)\"");
  private static JdbcClient jdbc;
  private static Session officer;
  private static Session stoke;
  private static Session weston;

  @BeforeAll
  static void people() {
    officer = ProposalApp.people().signIn(ProposalApp.OFFICER);
    stoke = ProposalApp.people().signIn(ProposalApp.clerkOf(ProposalApp.STOKE));
    weston = ProposalApp.people().signIn(ProposalApp.clerkOf(ProposalApp.WESTON));
    jdbc = ProposalApp.jdbc();
  }

  @Test
  void interestIsAcknowledgedAtOnceAndPublicOnlyOncePublished() {
    int before = interested();
    String page =
        propose(stoke, ProposalApp.STOKE, "interest", Map.of("reach", "take over", "words", "All"));
    HttpResponse<String> told = stoke.get(page);
    assertThat(told.body())
        .contains("We have received your proposal", Proposal.numberOf(id(page)))
        .contains(
            "You will have a reply by "
                + DisplayFormats.dateOf(
                    LocalDate.now(DemonstrationApp.CLOCK.withZone(ZoneId.of("Europe/London")))
                        .plusDays(28)));
    assertThat(officer.get("/manage/proposals").body()).contains(Proposal.numberOf(id(page)));
    assertThat(interested()).isEqualTo(before);
    decide(page, "accept", Map.of("publish", "later", "publish_on", "2099-01-01"));
    assertThat(interested()).isEqualTo(before);
    assertThat(statusInTile()).isNotEqualTo("interested");
    assertThat(anybody().get("/councils/" + ProposalApp.STOKE).body())
        .doesNotContain("Confidential", "expressed an interest");
    for (Session seer : List.of(stoke, officer)) {
      assertThat(seer.get("/councils/" + ProposalApp.STOKE).body()).contains("Confidential");
      assertThat(seer.get(page).body()).contains("Confidential", "1 January 2099");
      assertThat(restricted(seer)).contains("\"what\":\"status\"", "Stoke Goldington");
    }
    assertThat(restricted(weston)).doesNotContain("Stoke Goldington");
    assertThat(decide(page, "publish", Map.of()).statusCode()).isEqualTo(303);
    assertThat(interested()).isEqualTo(before + 1);
    await().untilAsserted(() -> assertThat(statusInTile()).isEqualTo("interested"));
    assertThat(restricted(officer)).doesNotContain("\"what\":\"status\"");
    assertThat(anybody().get("/councils/" + ProposalApp.STOKE).body())
        .contains("expressed an interest");
  }

  @Test
  void formsTellEveryFaultAndKeepWhatWasTyped() {
    String form = "/councils/" + ProposalApp.STOKE + "/office/proposals/new";
    HttpResponse<String> page =
        stoke.post(
            "/account",
            form,
            Map.of(
                "kind", "land-wrong-type", "reference", "NO-1", "words", "kept", "action", "send"));
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body())
        .contains("There is no parcel with the reference NO-1", "Choose one.", ">kept</textarea>");
    String elsewhere = ProposalApp.parcels(ProposalApp.WESTON, "amenity grass").get(0);
    page =
        stoke.post(
            "/account",
            form,
            Map.of(
                "kind", "land-not-ours", "reference", elsewhere, "words", "x", "action", "send"));
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("does not lie in a parish of Stoke Goldington Parish Council");
    page =
        stoke.post(
            "/account",
            form,
            Map.of(
                "kind",
                "land-missing",
                "type",
                "hedge",
                "geometry",
                "POLYGON((0 0, 9 9, 9 0, 0 9, 0 0))",
                "action",
                "send"));
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("The outline crosses itself");
  }

  @Test
  void anotherCouncilIsRefusedAndTheNumberIsNotThereForIt() {
    String page = propose(weston, ProposalApp.WESTON, "interest", Map.of("reach", "influence"));
    assertThat(stoke.get(page).statusCode()).isEqualTo(403);
    assertThat(stoke.get(page.replace(ProposalApp.WESTON, ProposalApp.STOKE)).statusCode())
        .isEqualTo(404);
    assertThat(stoke.get("/councils/" + ProposalApp.WESTON + "/office").statusCode())
        .isEqualTo(403);
    assertThat(stoke.get("/manage/proposals/" + id(page)).statusCode()).isEqualTo(403);
    assertThat(anybody().get(page).statusCode()).isEqualTo(302);
    assertThat(
            anybody()
                .getAs("/api/restricted", "application/json, application/problem+json")
                .statusCode())
        .isEqualTo(403);
    assertThat(officer.get(page).statusCode()).isEqualTo(200);
    HttpResponse<String> withdrawn =
        stoke.post("/account", page + "/withdraw", Map.of("version", "2"));
    assertThat(withdrawn.statusCode()).isEqualTo(403);
    assertThat(state(page)).isEqualTo("sent");
  }

  @Test
  void anArrangementTakesOverTheLandAndAWithdrawalGivesItBack() {
    String slug = ProposalApp.GAYHURST;
    HttpResponse<String> first =
        officer.post(
            "/account",
            office(slug) + "/new",
            Map.of(
                "kind",
                "arrangement",
                "arrangement",
                "agency",
                "start",
                "2018-10-01",
                "action",
                "send"));
    assertThat(first.statusCode()).isEqualTo(422); // for a council, with its letter
    String page =
        propose(
            officer,
            slug,
            "arrangement",
            Map.of("arrangement", "agency", "start", "2018-10-01", "evidence", "minute 7"));
    assertThat(officer.get("/manage/proposals/" + id(page)).body())
        .contains("Before and after, on 1 October 2018", "Gayhurst Parish Meeting", "minute 7")
        .contains("<svg");
    assertThat(devolved(slug)).isFalse(); // what was shown was taken back
    decide(page, "accept", Map.of());
    assertThat(devolved(slug)).isTrue();
    assertThat(
            jdbc.sql(
                    """
                    SELECT count(DISTINCT transaction_id) = 1 AND bool_or(subject = 'status')
                           AND bool_or(subject = 'proposal' AND after ->> 'state' = 'accepted')
                           AND bool_and(source = 'minute 7')
                    FROM audit WHERE transaction_id = (
                      SELECT transaction_id FROM audit WHERE subject = 'proposal' AND row_key = ?
                      ORDER BY id DESC LIMIT 1)
                    """)
                .param(String.valueOf(id(page)))
                .query(Boolean.class)
                .single())
        .isTrue();
    String back =
        propose(
            ProposalApp.people().signIn(ProposalApp.clerkOf(slug)),
            slug,
            "withdrawal",
            Map.of("words", "No clerk"));
    decide(back, "accept", Map.of());
    assertThat(devolved(slug)).isFalse();
  }

  @Test
  void whatWasAskedBackIsChangedAndSentAgainAndDeclinedWithAReason() {
    String page = propose(weston, ProposalApp.WESTON, "interest", Map.of("reach", "influence"));
    assertThat(decide(page, "ask", Map.of("answer", "")).statusCode()).isEqualTo(422);
    decide(page, "ask", Map.of("answer", "How far would you go?"));
    assertThat(weston.get(page).body()).contains("Asked back", "How far would you go?");
    Map<String, String> again = new HashMap<>(hidden(weston.get(page + "/edit").body()));
    again.putAll(Map.of("reach", "top up", "kind", "interest", "action", "send"));
    assertThat(weston.post("/account", page + "/edit", again).statusCode()).isEqualTo(303);
    // With what was there before somebody else changed it: told, and nothing typed is lost.
    again.put("words", "typed too late");
    decide(page, "ask", Map.of("answer", "And when?"));
    HttpResponse<String> late = weston.post("/account", page + "/edit", again);
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body())
        .contains("Somebody changed this proposal", ">typed too late</textarea>");
    decide(page, "decline", Map.of("answer", "Not this year"));
    assertThat(state(page)).isEqualTo("declined");
    assertThat(weston.get(page).body()).contains("Declined", "Not this year", "And when?");
  }

  @Test
  void ofTwoOfficersTheSecondIsToldAndLosesNothing() {
    String page = propose(weston, ProposalApp.WESTON, "interest", Map.of("reach", "influence"));
    Session other = ProposalApp.people().signIn(ProposalApp.OTHER_OFFICER);
    Map<String, String> seen = fields(other, page);
    decide(page, "decline", Map.of("answer", "Not yet"));
    seen.putAll(Map.of("action", "accept", "answer", "Gladly"));
    String at = "/manage/proposals/" + id(page);
    HttpResponse<String> second = other.post("/account", at, seen);
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body())
        .contains("Somebody else took a step", "Not yet", "Landscape officer", "Gladly");
    assertThat(state(page)).isEqualTo("declined");
  }

  @Test
  void aWrongTypeIsCorrectedAndAChangeSinceIsTold() {
    String reference = ProposalApp.parcels(ProposalApp.WESTON, "amenity grass").get(0);
    assertThat(weston.get("/land/" + reference).body())
        .contains("Something is wrong with this parcel");
    assertThat(anybody().get("/land/" + reference).body())
        .doesNotContain("Something is wrong with this parcel");
    assertThat(stoke.get("/land/" + reference).body())
        .doesNotContain("Something is wrong with this parcel");
    String page =
        propose(
            weston,
            ProposalApp.WESTON,
            "land-wrong-type",
            Map.of("reference", reference, "type", "rough grass"));
    Map<String, String> seen = fields(officer, page);
    jdbc.sql("UPDATE land SET name = 'Renamed since' WHERE reference = ?")
        .param(reference)
        .update();
    seen.put("action", "accept");
    String at = "/manage/proposals/" + id(page);
    HttpResponse<String> told = officer.post("/account", at, seen);
    assertThat(told.statusCode()).isEqualTo(409);
    assertThat(told.body()).contains("changed while you were looking", "Renamed since");
    assertThat(type(reference)).isEqualTo("amenity grass");
    assertThat(officer.get(at).body()).contains("has changed since the proposal was sent");
    decide(page, "accept", Map.of());
    assertThat(type(reference)).isEqualTo("rough grass");
    assertThat(state(page)).isEqualTo("accepted");
  }

  @Test
  void aWrongShapeAndMissingLandAreDrawn() {
    String reference = ProposalApp.parcels(ProposalApp.WESTON, "amenity grass").get(1);
    jdbc.sql("UPDATE land SET measured = 77 WHERE reference = ?").param(reference).update();
    String half =
        jdbc.sql(
                """
                SELECT ST_AsText(ST_Buffer(ST_PointOnSurface(geom), 2, 'quad_segs=1'), 2) FROM land
                WHERE reference = ?
                """)
            .param(reference)
            .query(String.class)
            .single();
    String page =
        propose(
            weston,
            ProposalApp.WESTON,
            "land-wrong-shape",
            Map.of("reference", reference, "geometry", half));
    assertThat(weston.get(page).body()).contains("gs-drawing--drawn");
    assertThat(officer.get("/manage/proposals/" + id(page)).body()).contains("77 m²", "-69 m²");
    decide(page, "accept", Map.of());
    assertThat(quantity(reference)).isBetween(7.9, 8.1);
    String missing =
        propose(
            weston,
            ProposalApp.WESTON,
            "land-missing",
            Map.of("type", "play area", "geometry", half));
    String suggested = value(officer.get("/manage/proposals/" + id(missing)).body(), "reference");
    assertThat(suggested).matches("MK-[0-9]{6}");
    decide(missing, "accept", Map.of());
    assertThat(type(suggested)).isEqualTo("play area");
    assertThat(anybody().get("/land/" + suggested).statusCode()).isEqualTo(200);
  }

  @Test
  void landThatIsNotOursGoesTheWayTheOfficerChooses() {
    List<String> parcels = ProposalApp.parcels(ProposalApp.RAVENSTONE, "amenity grass");
    Session clerk = ProposalApp.people().signIn(ProposalApp.clerkOf(ProposalApp.RAVENSTONE));
    Map<String, Map<String, String>> remedies =
        Map.of(
            "agreement",
            Map.of(),
            "maintainer",
            Map.of("party", party("trust")),
            "owner",
            Map.of("party", party("trust")),
            "end",
            Map.of());
    int next = 0;
    for (String remedy : List.of("agreement", "maintainer", "owner", "end")) {
      String reference = parcels.get(next++);
      String before = keeper(reference);
      assertThat(before).isEqualTo("Ravenstone Parish Council");
      String page =
          propose(
              clerk,
              ProposalApp.RAVENSTONE,
              "land-not-ours",
              Map.of("reference", reference, "words", "The trust's"));
      Map<String, String> choice = new HashMap<>(remedies.get(remedy));
      choice.putAll(Map.of("remedy", remedy, "from", "2018-10-01"));
      decide(page, "accept", choice);
      assertThat(state(page)).as(remedy).isEqualTo("accepted");
      assertThat(keeper(reference))
          .as(remedy)
          .satisfies(
              it -> {
                if (remedy.equals("owner")) {
                  assertThat(it).isEqualTo(before);
                } else {
                  assertThat(it).isNotEqualTo(before);
                }
              });
    }
  }

  @Test
  void whatIsPastItsDayIsMarked() {
    String id =
        one(
            """
            INSERT INTO proposal (council_id, kind, reach) SELECT id, 'interest', 'influence'
            FROM council WHERE slug = ? RETURNING id::text
            """,
            ProposalApp.RAVENSTONE);
    jdbc.sql("UPDATE proposal SET state = 'sent', reply_by = '2001-01-01' WHERE id::text = ?")
        .param(id)
        .update();
    String queue =
        officer.get("/manage/proposals?kind=interest&council=" + ProposalApp.RAVENSTONE).body();
    assertThat(queue).contains("1 proposal, 1 overdue", ">Overdue<", "1 January 2001");
    assertThat(
            officer
                .get("/manage/proposals?state=declined&council=" + ProposalApp.RAVENSTONE)
                .body())
        .contains("No proposals");
  }

  private static String propose(
      Session session, String slug, String kind, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.putAll(Map.of("kind", kind, "action", "send"));
    HttpResponse<String> answer = session.post("/account", office(slug) + "/new", all);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    String location = answer.headers().firstValue("Location").orElseThrow();
    return location.substring(location.indexOf("/councils/"));
  }

  /** Fills the officer's form as it is shown, but for what is given. */
  private static HttpResponse<String> decide(
      String page, String action, Map<String, String> changes) {
    Map<String, String> all = fields(officer, page);
    all.putAll(changes);
    all.put("action", action);
    String at = "/manage/proposals/" + id(page);
    HttpResponse<String> answer = officer.post("/account", at, all);
    if (!changes.containsValue("")) {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }
    return answer;
  }

  private static Map<String, String> fields(Session session, String page) {
    String body = session.get("/manage/proposals/" + id(page)).body();
    Map<String, String> fields = new HashMap<>(hidden(body));
    for (String name : List.of("from", "source", "reference", "name", "publish_on")) {
      fields.put(name, value(body, name));
    }
    for (String name : List.of("publish", "basis", "arrangement", "remedy")) {
      Matcher chosen =
          Pattern.compile("name=\"%s\" value=\"([^\"]*)\" checked".formatted(name)).matcher(body);
      fields.put(name, chosen.find() ? chosen.group(1) : "");
    }
    for (String name : List.of("type", "owner", "lot", "party")) {
      Matcher select =
          Pattern.compile("name=\"%s\".*?</select>".formatted(name), Pattern.DOTALL).matcher(body);
      Matcher chosen =
          Pattern.compile("value=\"([^\"]*)\" selected")
              .matcher(select.find() ? select.group() : "");
      fields.put(name, chosen.find() ? chosen.group(1) : "");
    }
    fields.put("geometry", value(body, "geometry").replace("&quot;", "\""));
    return fields;
  }

  private static Map<String, String> hidden(String body) {
    Map<String, String> fields = new HashMap<>();
    HIDDEN.matcher(body).results().forEach(it -> fields.put(it.group(1), it.group(2)));
    return fields;
  }

  private static String value(String body, String name) {
    Matcher input =
        Pattern.compile("name=\"%s\"[^>]*value=\"([^\"]*)\"".formatted(name)).matcher(body);
    return input.find() ? input.group(1).replace("&#39;", "'") : "";
  }

  private static String office(String slug) {
    return "/councils/" + slug + "/office/proposals";
  }

  private static long id(String page) {
    return Long.parseLong(page.substring(page.lastIndexOf('/') + 1));
  }

  private static Session anybody() {
    return new Session(ProposalApp.address());
  }

  private static int interested() {
    String json = anybody().getAs("/api/summary", "application/json").body();
    Matcher count = Pattern.compile("\"interested\":(\\d+)").matcher(json);
    assertThat(count.find()).isTrue();
    return Integer.parseInt(count.group(1));
  }

  /** Of Stoke Goldington, in the public's tile around it. */
  private static String statusInTile() {
    String tile =
        anybody().getAs("/tiles/parishes/12/2039/1350.geojson", "application/geo+json").body();
    for (JsonNode feature : JsonMapper.shared().readTree(tile).path("features")) {
      JsonNode properties = feature.path("properties");
      if (properties.path("slug").asString("").equals(ProposalApp.STOKE)) {
        return properties.path("status").asString();
      }
    }
    throw new AssertionError("not in the tile: " + tile);
  }

  private static String restricted(Session session) {
    HttpResponse<String> answer = session.getAs("/api/restricted", "application/geo+json");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-store");
    return answer.body();
  }

  private static String state(String page) {
    return one("SELECT state FROM proposal WHERE id::text = ?", String.valueOf(id(page)));
  }

  private static String type(String reference) {
    return one("SELECT asset_type FROM land WHERE reference = ?", reference);
  }

  private static double quantity(String reference) {
    return Double.parseDouble(
        one("SELECT quantity::text FROM land WHERE reference = ?", reference));
  }

  private static String party(String kind) {
    return one("SELECT min(id)::text FROM party WHERE kind = ?", kind);
  }

  private static String keeper(String reference) {
    return jdbc.sql("SELECT looked_after_by FROM piece_at('2018-10-01') WHERE reference = ?")
        .param(reference)
        .query(String.class)
        .optional()
        .orElse("");
  }

  private static boolean devolved(String slug) {
    return one(
            """
            SELECT s.status FROM council_status_at('2018-10-01') s
            JOIN council c ON c.id = s.council_id WHERE c.slug = ?
            """,
            slug)
        .equals("devolved");
  }

  private static String one(String sql, String value) {
    return jdbc.sql(sql).param(value).query(String.class).single();
  }
}
