package org.greensward.admin.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.greensward.DemonstrationApp;
import org.greensward.admin.WorkbookSheet;
import org.greensward.security.TestAccounts;
import org.greensward.security.TestAccounts.Session;
import org.greensward.security.account.AccountRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows are added, changed, ended and removed over HTTP, by two officers at once too. */
class RowEditServiceTest {
  private static final JdbcClient OWNER = DemonstrationApp.ownerJdbc();
  private static final TestAccounts PEOPLE = new TestAccounts(OWNER, DemonstrationApp.address());
  private static Session ann;
  private static Session bob;

  @BeforeAll
  static void signIn() {
    PEOPLE.account("ann.manager@example.org", AccountRole.OFFICER, "Landscape officer");
    PEOPLE.account("bob.manager@example.org", AccountRole.OFFICER, "Contracts officer");
    ann = PEOPLE.signIn("ann.manager@example.org");
    bob = PEOPLE.signIn("bob.manager@example.org");
  }

  @Test
  void aCouncilIsChangedWithReasonAndSourceAndPutBack() {
    String path = "/manage/council/" + council("hanslope-parish-council");
    WorkbookSheet sheet = WorkbookSheet.open(ann, path);
    String role = sheet.value("contact_role");
    String wards = sheet.value("wards");
    assertThat(wards).isNotEmpty();
    String other = anotherWard(wards);
    HttpResponse<String> saved =
        sheet
            .with("contact_role", "Chair <of> all")
            .with("wards", (wards + "," + other).split(","))
            .with("change_reason", "They wrote to us")
            .with("change_source", "letter of 3 March 2018")
            .with("change_for", String.valueOf(council("hanslope-parish-council")))
            .send();
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
    HttpResponse<String> page = ann.get(path);
    assertThat(page.body())
        .contains("The row has been changed", "Chair &lt;of&gt; all")
        .contains("/manage/audit?table=council&amp;row=");
    String trail = ann.get("/manage/audit?reason=letter+of+3+March+2018").body();
    assertThat(trail)
        .contains("Landscape officer", "They wrote to us")
        .contains("on behalf of Hanslope Parish Council: letter of 3 March 2018")
        .contains("Chair &lt;of&gt; all", "Ward of a local council");
    HttpResponse<String> back =
        WorkbookSheet.open(ann, path)
            .with("contact_role", role)
            .with("wards", wards.split(","))
            .with("change_reason", "put back")
            .send();
    assertThat(back.statusCode()).isEqualTo(303);
    assertThat(WorkbookSheet.open(ann, path).value("wards")).isEqualTo(wards);
  }

  @Test
  void aRenamedCouncilKeepsItsOldAddress() {
    String path = "/manage/council/" + council("haversham-cum-little-linford-parish-council");
    String name = WorkbookSheet.open(ann, path).value("name");
    WorkbookSheet.open(ann, path)
        .with("name", "Haversham Test Council")
        .with("change_reason", "resolved to be called so")
        .send();
    try {
      assertThat(ann.get("/councils/haversham-test-council").statusCode()).isEqualTo(200);
      HttpResponse<String> old = ann.get("/councils/haversham-cum-little-linford-parish-council");
      assertThat(old.headers().firstValue("Location").orElse(""))
          .contains("/councils/haversham-test-council");
      assertThat(partyOf("haversham-test-council")).isEqualTo("Haversham Test Council");
    } finally {
      WorkbookSheet.open(ann, path).with("name", name).with("change_reason", "put back").send();
    }
    assertThat(ann.get("/councils/haversham-cum-little-linford-parish-council").statusCode())
        .isEqualTo(200);
    assertThat(partyOf("haversham-cum-little-linford-parish-council")).isEqualTo(name);
  }

  @Test
  void withoutAReasonNothingIsChangedAndAllThatWasTypedIsKept() {
    String path = "/manage/council/" + council("castlethorpe-parish-council");
    HttpResponse<String> answer =
        WorkbookSheet.open(ann, path)
            .with("contact_role", "Typed at night")
            .with("name", "")
            .send();
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Typed at night", "href=\"#change_reason\"", "href=\"#name\"")
        .contains("This cannot be empty.");
    assertThat(ann.get(path).body()).doesNotContain("Typed at night");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "party/new | name=serco,kind=contractor | name | another row has this already",
        "party/new | name=X,kind=robber | kind | is not one of the choices",
        "party/new | name=X,kind=other,contact_email=none | contact_email | Write an email address",
        "ward/new | name=Y,valid_from=2019-05-01,valid_until=2019-05-01 | valid_until | later than"
            + " the day",
        "postcode/new | code=MK,geom_easting=480000,geom_northing=240000 | code | not a whole"
            + " postcode",
        "postcode/new | code=MK10 1AA,geom_easting=9480000,geom_northing=240000 | geom_easting |"
            + " British National Grid",
        "council_parish/new | council_id=1,parish_code=E04001244,valid_from=2016-01-01 | valid_from"
            + " | another local council",
        "agreement_cover/new | agreement_id=1 | reference | Give either",
        "asset_type/new | code=tree,label=Z,unit=m2,position=1 | code | another row has this",
        "asset_type/new | code=zz,label=Z,unit=m2,position=1.5 | position | not a whole number",
        "asset_type/tree | unit=m2 | unit | unit cannot change",
        "authority/1 | accent=blue | accent | such as #1D70B8",
        "authority/1 | report_url=javascript:alert(1) | report_url | Write the whole address",
        "contract/1 | extension_until=2015-01-01 | extension_until | after the term",
        "regime/1 | season_from=13 March | season_from | Write the month and the day",
        "layer_licence/land | flag=contractor | contractor_until | Give this date",
        "land/MK-000612 | asset_type=hedge | asset_type | another kind of shape",
        "land/MK-000612 | measured=-3 | measured | is not a number",
        "rate/new | lot_id=1,regime_id=1,gbp=1,valid_from=2015-01-01,basis=documented | valid_from"
            + " | another rate",
      })
  void whatTheDatabaseRefusesIsToldAtTheField(
      String path, String fields, String field, String sentence) {
    WorkbookSheet sheet =
        WorkbookSheet.open(ann, "/manage/" + path).with("change_reason", "a test");
    for (String pair : fields.split(",")) {
      String[] it = pair.split("=", 2);
      sheet.with(it[0], it[1]);
    }
    HttpResponse<String> answer = sheet.send();
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(answer.body())
        .contains("href=\"#" + field + "\"", "id=\"" + field + "-error\"", sentence)
        .doesNotContain("??", "Exception");
  }

  @Test
  void whatIsInUseIsNotRemoved() {
    HttpResponse<String> answer =
        WorkbookSheet.open(ann, "/manage/asset_type/tree/end")
            .with("change_reason", "a test")
            .send();
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("refer to this. End or change those first.");
  }

  @Test
  void aRowIsAddedEndedAndAnotherRemoved() {
    HttpResponse<String> added =
        WorkbookSheet.open(ann, "/manage/ward/new")
            .with("name", "Test & Ward")
            .with("valid_from", "2014-05-22")
            .with("change_reason", "new ward")
            .send();
    assertThat(added.statusCode()).as(added.body()).isEqualTo(303);
    String ward = added.headers().firstValue("Location").orElseThrow();
    try {
      HttpResponse<String> early =
          WorkbookSheet.open(ann, ward + "/end")
              .with("end_date", "2014-05-22")
              .with("change_reason", "too early")
              .send();
      assertThat(early.statusCode()).isEqualTo(422);
      assertThat(early.body()).contains("end_date-error");
      HttpResponse<String> ended =
          WorkbookSheet.open(ann, ward + "/end")
              .with("end_date", "2018-05-03")
              .with("change_reason", "boundary review")
              .send();
      assertThat(ended.statusCode()).as(ended.body()).isEqualTo(303);
      assertThat(ann.get("/manage/ward?rows=ended").body()).contains("Test &amp; Ward");
      assertThat(ann.get("/manage/ward?rows=current").body()).doesNotContain("Test &amp; Ward");
    } finally {
      OWNER.sql("DELETE FROM ward WHERE name = 'Test & Ward'").update();
    }
    String party =
        WorkbookSheet.open(ann, "/manage/party/new")
            .with("name", "Test Trust")
            .with("kind", "trust")
            .with("change_reason", "a new owner")
            .send()
            .headers()
            .firstValue("Location")
            .orElseThrow();
    WorkbookSheet stale = WorkbookSheet.open(bob, party).with("contact_role", "Typed by Bob");
    assertThat(ann.get(party + "/end").body()).contains("Rows of this table have no dates");
    assertThat(
            WorkbookSheet.open(ann, party + "/end")
                .with("change_reason", "entered twice")
                .send()
                .statusCode())
        .isEqualTo(303);
    HttpResponse<String> gone = stale.with("change_reason", "their letter").send();
    assertThat(gone.statusCode()).isEqualTo(409);
    assertThat(gone.body())
        .contains("Somebody else has removed this", "Typed by Bob", "their letter")
        .contains("entered twice", "Landscape officer");
    assertThat(ann.get(party).statusCode()).isEqualTo(404);
    String trail =
        ann.get("/manage/audit?table=party&action=delete&row=" + party.replaceAll(".*/", ""))
            .body();
    assertThat(trail).contains("Removed", "Test Trust", "entered twice");
  }

  @Test
  void theSecondOfTwoOfficersIsShownBothVersionsAndLosesNothing() {
    String path = "/manage/council/" + council("castlethorpe-parish-council");
    WorkbookSheet mine = WorkbookSheet.open(bob, path);
    String role = mine.value("contact_role");
    String phone = mine.value("contact_phone");
    String note = mine.value("note");
    assertThat(
            WorkbookSheet.open(ann, path)
                .with("contact_role", "Role of Ann")
                .with("contact_phone", "01234 111111")
                .with("change_reason", "Ann was told by phone")
                .send()
                .statusCode())
        .isEqualTo(303);
    try {
      HttpResponse<String> clash =
          mine.with("contact_role", "Role of Bob")
              .with("note", "Note of Bob")
              .with("change_reason", "Bob read a letter")
              .send();
      assertThat(clash.statusCode()).isEqualTo(409);
      assertThat(clash.body())
          .contains("Somebody else has changed this", "Landscape officer", "Ann was told by phone")
          .contains(
              "Role of Ann", "Role of Bob", "01234 111111", "Note of Bob", "Bob read a letter")
          .contains("When you opened it");
      WorkbookSheet choice = WorkbookSheet.of(bob, clash.body());
      assertThat(choice.value("pick_contact_role")).isEmpty();
      assertThat(choice.value("pick_contact_phone")).isEqualTo("theirs");
      assertThat(choice.value("pick_note")).isEqualTo("mine");

      HttpResponse<String> unchosen = choice.send();
      assertThat(unchosen.statusCode()).isEqualTo(422);
      assertThat(unchosen.body())
          .contains("Choose which value is to stay.", "Role of Ann", "Role of Bob", "Note of Bob");

      HttpResponse<String> saved =
          WorkbookSheet.of(bob, unchosen.body()).with("pick_contact_role", "mine").send();
      assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
      WorkbookSheet now = WorkbookSheet.open(ann, path);
      assertThat(now.value("contact_role")).isEqualTo("Role of Bob");
      assertThat(now.value("contact_phone")).isEqualTo("01234 111111");
      assertThat(now.value("note")).isEqualTo("Note of Bob");
    } finally {
      WorkbookSheet.open(ann, path)
          .with("contact_role", role)
          .with("contact_phone", phone)
          .with("note", note)
          .with("change_reason", "put back")
          .send();
    }
  }

  @Test
  void whoeverEndsARowThatWasChangedMeanwhileIsShownIt() {
    String path =
        WorkbookSheet.open(ann, "/manage/party/new")
            .with("name", "Test Company")
            .with("kind", "company")
            .with("change_reason", "new")
            .send()
            .headers()
            .firstValue("Location")
            .orElseThrow();
    WorkbookSheet end = WorkbookSheet.open(bob, path + "/end").with("change_reason", "dissolved");
    WorkbookSheet.open(ann, path).with("kind", "trust").with("change_reason", "a trust now").send();
    HttpResponse<String> answer = end.send();
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body())
        .contains("Somebody else has changed this row", "a trust now", "dissolved");
    assertThat(WorkbookSheet.of(bob, answer.body()).send().statusCode()).isEqualTo(303);
  }

  @Test
  void rowsThatAreNotChangedHereAreRefused() {
    assertThat(
            ann.post("/manage/party/new", "/manage/status/1", java.util.Map.of("status", "none"))
                .statusCode())
        .isEqualTo(404);
    assertThat(ann.get("/manage/authority/1/end").statusCode()).isEqualTo(404);
  }

  private static long council(String slug) {
    return OWNER
        .sql("SELECT id FROM council WHERE slug = ?")
        .param(slug)
        .query(Long.class)
        .single();
  }

  private static String partyOf(String slug) {
    return OWNER
        .sql("SELECT p.name FROM party p JOIN council c ON c.party_id = p.id WHERE c.slug = ?")
        .param(slug)
        .query(String.class)
        .single();
  }

  private static String anotherWard(String wards) {
    return OWNER
        .sql("SELECT min(id)::text FROM ward WHERE NOT id = ANY (CAST(? AS bigint[]))")
        .param("{" + wards + "}")
        .query(String.class)
        .single();
  }
}
