package org.greensward.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greensward.ogc.OgcClient.GEO_JSON;
import static org.greensward.ogc.OgcClient.LAND;
import static org.greensward.ogc.OgcClient.PATCH;
import static org.greensward.ogc.OgcClient.detail;
import static org.greensward.ogc.OgcClient.grass;
import static org.greensward.ogc.OgcClient.header;
import static org.greensward.ogc.OgcClient.odd;
import static org.greensward.ogc.OgcClient.square;
import static org.greensward.ogc.OgcClient.stored;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.greensward.DemonstrationApp;
import org.greensward.land.editing.EmbertonField;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * What cannot be land, and what is no feature at all, is refused with a sentence; nothing is
 * written, and the log does not grow.
 */
@ExtendWith(OutputCaptureExtension.class)
class WriteBadInputTest {
  private static final EmbertonField FIELD = new EmbertonField();
  private static OgcClient officer;

  @BeforeAll
  static void anOfficer() {
    officer = OgcClient.officer();
  }

  @AfterAll
  static void forget() {
    OgcClient.forgetKeys();
  }

  @BeforeEach
  @AfterEach
  void clear() {
    FIELD.clear();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "asset_type | 'grass'      | asset_type has to be one of these: amenity grass, rough grass",
        "asset_type | null         | asset_type has to be one of these",
        "asset_type | 'hedge'      | This asset type is counted in metres: draw a line",
        "asset_type | 5            | asset_type has to be a text",
        "owner      | 'Nobody'     | owner has to be one of these",
        "lot        | 'Z9'         | lot has to be one of these",
        "regime     | 'Z9'         | regime has to be one of these",
        "quantity   | -1           | not negative",
        "quantity   | 'many'       | quantity has to be a number",
        "quantity   | 1e999        | quantity has to be a number",
        "basis      | 'rumour'     | documented, illustrative",
        "to         | '2018-02-30' | a date such as",
        "to         | '0900-01-01' | 1800",
        "maintainer_from | '2018-01-01' | name it",
        "looked_after_by | 'Us'    | looked_after_by cannot be set",
        "area_m2    | 1            | area_m2 cannot be set",
        "parishes   | null         | parishes cannot be set",
        "words      | 'x'          | There is no property words in land; its properties are"
            + " reference, asset_type",
        "geom\\u0000 | 'x'         | There is no property",
        "name       | 'a\\u0000b'  | cannot be shown",
        "name       | 'a\\ud800b'  | cannot be shown"
      })
  void aValueThatCannotBeIsRefusedWithASentence(String name, String value, String sentence) {
    String one = odd(FIELD, "value");
    String before = stored(one);
    HttpResponse<byte[]> refused =
        officer.patch(
            one, "*", "{\"properties\": {\"%s\": %s}}".formatted(name, value.replace('\'', '"')));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(header(refused, "Content-Type")).startsWith("application/problem+json");
    assertThat(detail(refused)).contains(sentence);
    assertThat(stored(one)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{'type':'Polygon','coordinates':[[[487500,247900],[487520,247920],[487520,247900],[487500,247920],[487500,247900]]]}"
            + " | crosses itself near 487510 E 247910 N",
        "{'type':'LineString','coordinates':[[487500,247900],[487520,247920]]} | draw an area",
        "{'type':'Polygon','coordinates':[[[1,2],[3,4],[5,6],[1,2]]]} | outside England",
        "{'type':'Polygon','coordinates':[[[-0.7,52],[-0.7,52.1],[-0.8,52],[-0.7,52]]]} | outside"
            + " England",
        "{'type':'Polygon','coordinates':[[[487500,247900],[1e400,247920],[487520,247900],[487500,247900]]]}"
            + " | outside Great Britain",
        "{'type':'Polygon','coordinates':[[[487500,247900],['487520',247920],[487520,247900]]]} |"
            + " cannot be read",
        "{'type':'Polygon','coordinates':[[[487500,247900],[null,247920],[487520,247900]]]} |"
            + " cannot be read",
        "{'type':'Polygon','coordinates':[]} | cannot be read",
        "{'type':'Polygon'} | cannot be read",
        "{'type':'GeometryCollection','geometries':[]} | cannot be read",
        "{'type':'Nonsense'} | cannot be read",
        "{'type':'Polygon','crs':{'type':'name','properties':{'name':'EPSG:4326'}},'coordinates':[]}"
            + " | Content-Crs",
        "{'type':'Polygon','coordinates':[[[300000,100000],[300020,100000],[300020,100020],[300000,100000]]]}"
            + " | outside every parish",
        "{'type':'Polygon','coordinates':[[[460000,240000],[487520,247920],[487520,247900],[460000,240000]]]}"
            + " | km across",
        "null | Land has a geometry",
        "[] | geometry has to be a JSON object"
      })
  void aShapeThatLandCannotHaveIsRefused(String geometry, String sentence) {
    HttpResponse<byte[]> refused =
        officer.create(
            grass("TRY-shape", 0, 0, 9).replace(square(0, 0, 9), geometry.replace('\'', '"')));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(detail(refused)).contains(sentence);
    assertThat(FIELD.isThere("TRY-shape")).isFalse();
  }

  static Stream<String> badBodies() {
    return Stream.of(
        "",
        "null",
        "[]",
        "5",
        "{",
        "{\"type\": \"Feature\"",
        "{\"type\": \"Feature\"} {}",
        "{\"type\": \"Feature\", \"type\": \"Feature\"}",
        "{\"type\": NaN}",
        "{'type': 'Feature'}",
        "{}",
        "{\"type\": \"Polygon\"}",
        "{\"type\": \"FeatureCollection\", \"features\": []}",
        "{\"type\": \"Feature\", \"geometry\": null, \"properties\": []}",
        "{\"type\": \"Feature\", \"id\": {}, \"geometry\": null, \"properties\": null}",
        "{\"type\": \"Feature\", \"crs\": \"EPSG:4326\", \"geometry\": null, \"properties\": {}}",
        grass("TRY-bad", 0, 0, 9).replace("247900", "NaN"),
        grass("TRY-bad", 0, 0, 9).replace("247900", "1" + "0".repeat(90)),
        grass("TRY-bad", 0, 0, 9).replace("247900", "1" + "0".repeat(5000)),
        grass("TRY-bad", 0, 0, 9).replace("amenity grass", "'; DELETE FROM land; --"),
        grass("TRY-bad", 0, 0, 9).replace("\"asset_type\"", "\"reference'; DELETE FROM land; --\""),
        grass("TRY-bad" + "x".repeat(100), 0, 0, 9),
        grass("TRY-\\nbad", 0, 0, 9),
        grass("..", 0, 0, 9),
        grass("TRY-bad", 0, 0, 9).replace("TRY-bad", "x".repeat(200_000)),
        "[".repeat(100_000),
        "{\"a\":".repeat(100_000),
        "{\"type\": \"Feature\", \"geometry\": {\"type\": \"Polygon\", \"coordinates\": "
            + "[".repeat(60)
            + "]".repeat(60)
            + "}, \"properties\": {}}",
        grass("TRY-bad", 0, 0, 9)
            .replace(
                "[[[",
                "[[["
                    + IntStream.range(0, 20_000)
                        .mapToObj(i -> 487500 + i % 20 + i / 1e6 + "," + (247900 + i % 7))
                        .reduce((a, b) -> a + "],[" + b)
                        .orElseThrow()
                    + "],["),
        "\u0000\u0001\u0002");
  }

  @ParameterizedTest
  @MethodSource("badBodies")
  void aBodyThatIsNoFeatureIsRefusedAndTheLogStaysReadable(String body, CapturedOutput log) {
    String before = audit();
    String one = odd(FIELD, "bad-too");
    for (HttpResponse<byte[]> refused :
        List.of(
            officer.create(body),
            officer.send(
                "PUT",
                one,
                body,
                "Content-Type",
                GEO_JSON,
                "Content-Crs",
                OgcClient.GRID,
                "If-Match",
                "*"))) {
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(header(refused, "Content-Type")).startsWith("application/problem+json");
      assertThat(detail(refused)).isNotBlank().hasSizeLessThan(1200);
    }
    FIELD.clear();
    assertThat(audit().split(" ")[0]).isEqualTo(before.split(" ")[0]);
    assertThat(log.getAll()).doesNotContain("ERROR", "Exception");
  }

  /** How much land there is. */
  private static String audit() {
    return DemonstrationApp.ownerJdbc()
        .sql("SELECT count(*)::text FROM land")
        .query(String.class)
        .single();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH"})
  void aLargeBodyIsRefusedBeforeItIsRead(String method) {
    String path = method.equals("POST") ? LAND : odd(FIELD, "large");
    String type = method.equals("PATCH") ? PATCH : GEO_JSON;
    byte[] large = new byte[10_000_000];
    java.util.Arrays.fill(large, (byte) ' ');
    for (HttpRequest.BodyPublisher body :
        List.of(
            HttpRequest.BodyPublishers.ofByteArray(large),
            HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))) {
      HttpResponse<byte[]> refused =
          officer.send(method, path, body, "Content-Type", type, "If-Match", "*");
      assertThat(refused.statusCode()).isEqualTo(413);
      assertThat(detail(refused)).contains("2 MB");
    }
  }

  @Test
  void aFormIsNoFeature() {
    byte[] large = new byte[10_000_000];
    for (String method : List.of("PUT", "PATCH", "POST")) {
      HttpResponse<byte[]> refused =
          officer.send(
              method,
              method.equals("POST") ? LAND : odd(FIELD, "form-" + method),
              HttpRequest.BodyPublishers.ofByteArray(large),
              "Content-Type",
              "application/x-www-form-urlencoded",
              "If-Match",
              "*");
      assertThat(refused.statusCode()).as(method).isEqualTo(415);
    }
  }

  /** A browser's Accept makes no page of it: what is sent is no form. */
  @Test
  void aProgramIsToldByAProblemWhateverItAccepts() {
    HttpResponse<byte[]> refused =
        officer.send(
            "PUT", odd(FIELD, "page"), "{", "Content-Type", GEO_JSON, "Accept", "text/html,*/*");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(header(refused, "Content-Type")).startsWith("application/problem+json");
    assertThat(detail(refused)).contains("not JSON that can be read");
  }
}
