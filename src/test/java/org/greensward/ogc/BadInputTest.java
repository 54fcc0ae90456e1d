package org.greensward.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greensward.ogc.OgcService.get;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.greensward.DemonstrationApp;
import org.greensward.Http;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * What is wrong, hostile or too much is refused by a problem document; nothing is written, and the
 * log does not grow.
 */
@ExtendWith(OutputCaptureExtension.class)
class BadInputTest {
  private static String before;

  @BeforeAll
  static void remember() {
    before = rows();
  }

  @AfterAll
  static void nothingWasWritten() {
    assertThat(rows()).isEqualTo(before);
  }

  private static String rows() {
    return DemonstrationApp.ownerJdbc()
        .sql(
            """
            SELECT (SELECT count(*) FROM land) || ' ' || (SELECT count(*) FROM status) || ' '
                   || (SELECT count(*) FROM council) || ' ' || (SELECT max(id) FROM audit)
            """)
        .query(String.class)
        .single();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "(",
        ")",
        "'",
        "\"",
        "\\",
        "--",
        "; DROP TABLE land",
        "1=1",
        "TRUE OR",
        "name =",
        "name = 'x' OR '1'='1'; DELETE FROM land; --",
        "nothing = 1",
        "\"pg_user\" = 'x'",
        "pg_sleep(10) = 1",
        "name = (SELECT password FROM pg_shadow)",
        "name LIKE",
        "quantity = 'many'",
        "name = 5",
        "\"from\" > DATE('yesterday')",
        "S_INTERSECTS(name,POINT(0 0))",
        "S_INTERSECTS(geometry,POINT(0))",
        "S_INTERSECTS(geometry,POLYGON((0 0,1 1)))",
        "S_INTERSECTS(geometry,POINT(1e400 0))",
        "S_INTERSECTS(geometry,POINT(NaN 0))",
        "S_INTERSECTS(geometry,POINT(500 500))",
        "name IN ()",
        "name = 'x\u0000y'",
        "quantity BETWEEN 1",
        "CASEI(quantity) = 'x'",
        "name = :f1",
        "name = ?",
        "name = $1"
      })
  void aBadFilterIsRefused(String filter, CapturedOutput log) {
    for (String language : new String[] {"cql2-text", "ecql"}) {
      HttpResponse<byte[]> response =
          asked("filter-lang=" + language + "&filter=" + encoded(filter));
      if (response.statusCode() == 200) {
        // A condition on constants is a whole filter in one of the languages; and empty is none.
        assertThat(filter).isIn("", "1=1", "name = :f1", "name = 5", "quantity = 'many'");
        continue;
      }
      assertThat(response.statusCode()).as("%s in %s", filter, language).isEqualTo(400);
      assertThat(Http.json(response).get("detail").asString()).isNotBlank().hasSizeLessThan(600);
    }
    assertThat(log.getAll()).doesNotContain("ERROR", "Exception");
  }

  static Stream<String> tooMuch() {
    String ring =
        IntStream.rangeClosed(0, 20_000)
            .mapToObj(i -> (i == 20_000 ? 0 : i) + " " + (i % 2))
            .reduce((a, b) -> a + "," + b)
            .orElseThrow();
    return Stream.of(
        "(".repeat(2000) + "name = 'x'" + ")".repeat(2000),
        "NOT ".repeat(3000) + "name = 'x'",
        "name = 'x' OR ".repeat(3000) + "name = 'y'",
        "name = '" + "x".repeat(50_000) + "'",
        "S_INTERSECTS(geometry,POLYGON((" + ring.substring(0, 50_000) + ")))");
  }

  /** An address is as long as the server takes; within that the filter has limits of its own. */
  @ParameterizedTest
  @MethodSource("tooMuch")
  void tooMuchIsRefused(String filter, CapturedOutput log) {
    HttpResponse<byte[]> response = asked("filter=" + encoded(filter));
    assertThat(response.statusCode()).isIn(400, 414, 431);
    assertThat(log.getAll()).doesNotContain("ERROR", "StackOverflow");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reference';DELETE FROM land;--=1",
        "bbox=1,2,3,4);DELETE FROM land;--",
        "limit=1;DELETE FROM land",
        "after=';DELETE FROM land;--",
        "crs=';--",
        "datetime=2018-01-01';--",
        "asset_type=%FF%FE",
        "x.reference=1",
        "\"reference\"=1",
        "datetime=P99999999999Y/2018-01-01",
        "bbox=,,,",
        "%00=1"
      })
  void injectionGainsNothing(String query, CapturedOutput log) {
    HttpResponse<byte[]> response =
        asked(query.contains("%") ? query : query.replace(" ", "%20").replace("\"", "%22"));
    assertThat(response.statusCode()).as(query).isIn(200, 400);
    if (response.statusCode() == 200) {
      // A text as good as any other, which is compared and found nowhere.
      assertThat(query).containsAnyOf("after=", "asset_type=");
    }
    assertThat(log.getAll()).doesNotContain("ERROR", "Exception");
  }

  /** Ids, too, are looked up and nothing else. */
  @ParameterizedTest
  @ValueSource(
      strings = {"'%3B--", "..%2F..%2Fetc", "%00", "1%20OR%201=1", "99999999999999999999", "a:b"})
  void aStrangeIdIsNotThere(String id) {
    for (String collection : OgcService.COLLECTIONS) {
      assertThat(get("/collections/" + collection + "/items/" + id).statusCode()).isIn(400, 404);
    }
  }

  private static HttpResponse<byte[]> asked(String query) {
    return get("/collections/land/items?limit=1&" + query);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
