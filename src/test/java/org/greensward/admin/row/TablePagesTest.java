package org.greensward.admin.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.greensward.DemonstrationApp;
import org.greensward.admin.table.AdminTables;
import org.greensward.admin.table.TableLabels;
import org.greensward.layer.admin.AdminColumn;
import org.greensward.layer.admin.AdminField;
import org.greensward.layer.admin.AdminTable;
import org.greensward.security.TestAccounts;
import org.greensward.security.TestAccounts.Session;
import org.greensward.security.account.AccountRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every table has its pages, for officers alone. */
class TablePagesTest {
  private static final TestAccounts PEOPLE =
      new TestAccounts(DemonstrationApp.ownerJdbc(), DemonstrationApp.address());
  private static Session officer;

  @BeforeAll
  static void signIn() {
    PEOPLE.account("manager@example.org", AccountRole.OFFICER, "Landscape officer");
    officer = PEOPLE.signIn("manager@example.org");
  }

  static Stream<String> tables() {
    return AdminTables.declared().names().stream();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyTableIsListedSearchedSortedAndItsRowsAreShown(String name) {
    AdminTable table = AdminTables.declared().get(name);
    HttpResponse<String> list = officer.get("/manage/" + name);
    assertThat(list.statusCode()).as(list.body()).isEqualTo(200);
    assertThat(list.body()).doesNotContain("??");
    assertThat(officer.get("/manage/" + name + "?q=a+b%25&rows=").statusCode()).isEqualTo(200);
    for (String sort : table.sorts()) {
      assertThat(officer.get("/manage/" + name + "?sort=-" + sort).statusCode())
          .as(sort)
          .isEqualTo(200);
    }
    for (String state : table.states().keySet()) {
      assertThat(officer.get("/manage/" + name + "?rows=" + state).statusCode()).isEqualTo(200);
    }
    for (AdminColumn filter : table.filters()) {
      String address = "/manage/" + name + "?is_" + filter.name() + "=1";
      assertThat(officer.get(address).statusCode()).as(address).isEqualTo(200);
    }
    Matcher row =
        Pattern.compile("href=\"(/manage/" + name + "/(?!new)[^\"?]+)\"").matcher(list.body());
    if (row.find()) {
      HttpResponse<String> page = officer.get(row.group(1));
      assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
      assertThat(page.body()).doesNotContain("??").contains("History of this row");
      if (table.allowed().end()) {
        HttpResponse<String> end = officer.get(row.group(1) + "/end");
        assertThat(end.statusCode()).as(end.body()).isEqualTo(200);
      }
    }
    if (!name.equals("land")) { // new land is drawn on the map
      assertThat(officer.get("/manage/" + name + "/new").statusCode())
          .isEqualTo(table.allowed().add() ? 200 : 404);
    }
  }

  @Test
  void everyFieldHasAName() {
    TableLabels words = DemonstrationApp.bean(TableLabels.class);
    for (AdminTable table : AdminTables.declared().list()) {
      for (AdminField field : table.fields()) {
        String raw = field.name().replace('_', ' ');
        assertThat(words.field(table.name(), field.name()))
            .as(table.name() + "." + field.name())
            .isNotEqualTo(raw.substring(0, 1).toUpperCase() + raw.substring(1) + "?")
            .doesNotContain("_");
        assertThat(
                DemonstrationApp.bean(org.springframework.context.MessageSource.class)
                    .getMessage("manage.field." + field.name(), null, null, java.util.Locale.UK))
            .as(field.name())
            .isNotNull();
      }
    }
  }

  @Test
  void theStartPageHasCardsAndTables() {
    HttpResponse<String> page = officer.get("/manage");
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.body())
        .contains("Who changed what", "Statuses not public yet", "href=\"/manage/council_parish\"")
        .doesNotContain("??");
  }

  /** Page after page, and back again, over the same rows in the same order. */
  @ParameterizedTest
  @ValueSource(strings = {"land", "land?sort=-asset_type", "party?sort=kind", "place?q=road"})
  void pagesFollowEachOther(String list) {
    String first = officer.get("/manage/" + list).body();
    String next = link(first, "next");
    assertThat(next).isNotNull();
    String second = officer.get(next).body();
    assertThat(keys(second)).isNotEmpty().doesNotContainAnyElementsOf(keys(first));
    assertThat(keys(officer.get(link(second, "prev")).body())).isEqualTo(keys(first));
  }

  @ParameterizedTest
  @CsvSource({
    "land?sort=geom, 400",
    "land?sort=reference;drop table land, 400",
    "'land?sort=(select 1)', 400",
    "land?is_geom=1, 400",
    "land?is_owner_id=1 OR 1=1, 200",
    "land?rows=x, 400",
    "'land?q='' OR true --', 200",
    "land?after=' OR true --, 200",
    "party?after=1 OR 1=1, 200",
    "pg_class, 404",
    "account, 404",
    "land;drop, 400",
    "party/1%20OR%201, 404",
  })
  void whatIsNotDeclaredIsRefused(String path, int status) {
    String[] parts = path.split("=", 2);
    String address =
        parts.length == 1
            ? path
            : parts[0] + "=" + URLEncoder.encode(parts[1], StandardCharsets.UTF_8);
    HttpResponse<String> answer = officer.get("/manage/" + address);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(keys(answer.body())).hasSizeLessThanOrEqualTo(50);
    if (path.contains("OR true") && path.contains("q=")) {
      assertThat(answer.body()).contains("Nothing found.");
    }
  }

  @Test
  void onlyOfficersManage() {
    PEOPLE.account(
        "castlethorpe@example.org", AccountRole.COUNCIL, "Clerk", "castlethorpe-parish-council");
    PEOPLE.account("doors@example.org", AccountRole.ADMINISTRATOR, "Administrator");
    for (String path :
        List.of(
            "/manage",
            "/manage/council",
            "/manage/council/1",
            "/manage/audit",
            "/manage/audit.csv")) {
      assertThat(PEOPLE.signIn("castlethorpe@example.org").get(path).statusCode()).isEqualTo(403);
      assertThat(PEOPLE.signIn("doors@example.org").get(path).statusCode()).isEqualTo(403);
      assertThat(new Session(DemonstrationApp.address()).get(path).statusCode()).isEqualTo(302);
    }
  }

  private static String link(String page, String rel) {
    Matcher link = Pattern.compile("rel=\"" + rel + "\" href=\"([^\"]+)\"").matcher(page);
    return link.find() ? link.group(1).replace("&amp;", "&") : null;
  }

  private static List<String> keys(String page) {
    return Pattern.compile("<th scope=\"row\"[^>]*><a class=\"govuk-link\" href=\"([^\"]+)\"")
        .matcher(page)
        .results()
        .map(it -> it.group(1))
        .toList();
  }
}
