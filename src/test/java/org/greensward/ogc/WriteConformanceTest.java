package org.greensward.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.greensward.ogc.OgcClient.GEO_JSON;
import static org.greensward.ogc.OgcClient.GRID;
import static org.greensward.ogc.OgcClient.LAND;
import static org.greensward.ogc.OgcClient.PATCH;
import static org.greensward.ogc.OgcClient.etag;
import static org.greensward.ogc.OgcClient.grass;
import static org.greensward.ogc.OgcClient.header;
import static org.greensward.ogc.OgcClient.path;
import static org.greensward.ogc.OgcClient.square;

import java.net.http.HttpResponse;
import java.util.List;
import org.greensward.Http;
import org.greensward.land.editing.EmbertonField;
import org.greensward.layer.feature.OgcCrs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The abstract tests of OGC API Features Part 4 (draft 20-002r1) of the classes create-replace-
 * delete, update, optimistic-locking-etags and features, for officers and land.
 */
class WriteConformanceTest {
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

  private static String made(String name) {
    return LAND + "/" + FIELD.grass(name, null, EmbertonField.square(0, 0, 20));
  }

  @Test
  void theClassesAreDeclared() {
    List<String> declared =
        OgcService.json("/conformance")
            .get("conformsTo")
            .valueStream()
            .map(JsonNode::asString)
            .toList();
    for (String name :
        List.of("create-replace-delete", "update", "optimistic-locking-etags", "features")) {
      assertThat(declared)
          .contains("http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/" + name);
    }
  }

  /** create-replace-delete/options, update/options. */
  @Test
  void optionsTellMethodsAndMediaTypes() {
    HttpResponse<byte[]> all = officer.send("OPTIONS", LAND, (String) null);
    assertThat(all.statusCode()).isEqualTo(200);
    assertThat(header(all, "Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
    assertThat(header(all, "Accept-Post")).contains(GEO_JSON);
    HttpResponse<byte[]> one = officer.send("OPTIONS", made("options"), (String) null);
    assertThat(one.statusCode()).isEqualTo(200);
    assertThat(header(one, "Allow")).isEqualTo("GET, HEAD, OPTIONS, PUT, PATCH, DELETE");
    assertThat(header(one, "Accept-Patch")).isEqualTo(PATCH);
  }

  /** create-replace-delete/create; features/endpoints. */
  @Test
  void aFeatureIsAddedUnderItsReferenceOrTheNextOne() {
    HttpResponse<byte[]> made = officer.create(grass("TRY-first", 0, 0, 20));
    assertThat(made.statusCode()).as(OgcService.text(made)).isEqualTo(201);
    assertThat(path(made)).isEqualTo(LAND + "/TRY-first");
    JsonNode read = officer.json(path(made));
    assertThat(read.get("id").asString()).isEqualTo("TRY-first");
    assertThat(read.get("properties").get("asset_type").asString()).isEqualTo("amenity grass");
    assertThat(read.get("properties").get("quantity").asDouble()).isCloseTo(400, within(1e-6));
    assertThat(read.get("properties").get("from").asString()).isEqualTo("2018-10-01");
    assertThat(etag(made)).isEqualTo(officer.tag(path(made) + "?crs=%5BEPSG:27700%5D"));

    String withId = grass("x", 40, 0, 20).replace("\"reference\": \"x\",", "");
    HttpResponse<byte[]> named =
        officer.create(withId.replaceFirst("\\{", "{\"id\": \"TRY-second\","));
    assertThat(path(named)).isEqualTo(LAND + "/TRY-second");

    HttpResponse<byte[]> next = officer.create(withId);
    assertThat(next.statusCode()).isEqualTo(201);
    assertThat(path(next)).startsWith(LAND + "/MK-");
    assertThat(officer.delete(path(next), "*").statusCode()).isEqualTo(204);
    assertThat(officer.get(path(next)).statusCode()).isEqualTo(404);
  }

  /** create-content-type, replace-content-type, update-content-type. */
  @Test
  void withoutAContentTypeItIsABadRequest() {
    String one = made("untyped");
    assertThat(officer.send("POST", LAND, grass("TRY-u", 0, 0, 9)).statusCode()).isEqualTo(400);
    for (String method : List.of("PUT", "PATCH")) {
      HttpResponse<byte[]> refused =
          officer.send(method, one, grass("TRY-untyped", 0, 0, 9), "If-Match", "*");
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(OgcClient.detail(refused)).contains("Content-Type is missing");
    }
  }

  @ParameterizedTest
  @CsvSource({"POST, Accept-Post", "PATCH, Accept-Patch", "PUT, Accept"})
  void anotherMediaTypeIsNotTaken(String method, String header) {
    String path = method.equals("POST") ? LAND : made("typed");
    HttpResponse<byte[]> refused =
        officer.send(method, path, "<x/>", "Content-Type", "application/gml+xml", "If-Match", "*");
    assertThat(refused.statusCode()).isEqualTo(415);
    assertThat(header(refused, header)).contains("json");
  }

  /** create-replace-delete/replace, optimistic-locking-etags/replace. */
  @Test
  void aFeatureIsReplacedByWhoReadIt() {
    String one = made("replaced");
    String tag = officer.tag(one);
    String wanted =
        """
        {"type": "Feature", "geometry": %s,
         "properties": {"asset_type": "shrub bed", "name": "High Street", "owner": null}}
        """
            .formatted(officer.json(one).get("geometry"));
    HttpResponse<byte[]> lost = officer.put(one, "\"0\"", wanted);
    assertThat(lost.statusCode()).isEqualTo(412);
    assertThat(officer.tag(one)).isEqualTo(tag);
    HttpResponse<byte[]> bare = officer.send("PUT", one, wanted, "Content-Type", GEO_JSON);
    assertThat(bare.statusCode()).isEqualTo(428);
    HttpResponse<byte[]> done = officer.put(one, tag, wanted);
    assertThat(done.statusCode()).as(OgcService.text(done)).isEqualTo(200);
    assertThat(etag(done)).isNotEqualTo(tag).isEqualTo(officer.tag(one));
    JsonNode properties = officer.json(one).get("properties");
    assertThat(properties.get("asset_type").asString()).isEqualTo("shrub bed");
    assertThat(properties.get("name").asString()).isEqualTo("High Street");
    assertThat(FIELD.reasons("TRY-replaced").get(0))
        .isEqualTo("update Changed by a program (OGC API)");
    assertThat(officer.put(one, tag, wanted).statusCode()).isEqualTo(412);
  }

  /** replace-rid, update-rid, features/geojson: an id that is another's is refused. */
  @Test
  void theIdOfAnotherIsRefused() {
    String one = made("mine");
    ObjectNode feature = (ObjectNode) officer.json(one);
    feature.put("id", "TRY-other");
    for (String member :
        List.of("\"id\": \"TRY-other\"", "\"properties\": {\"reference\": \"TRY-other\"}")) {
      assertThat(officer.patch(one, "*", "{" + member + "}").statusCode()).isEqualTo(400);
    }
    assertThat(officer.put(one, "*", feature.toString()).statusCode()).isEqualTo(400);
    assertThat(officer.get(LAND + "/TRY-other").statusCode()).isEqualTo(404);
  }

  /** replace-exceptions: nothing is made by PUT, with a condition or without. */
  @Test
  void whatIsNotThereIsNotReplaced() {
    String feature = grass("TRY-none", 0, 0, 9);
    for (String path : List.of(LAND + "/TRY-none", LAND + "/TRY-none/2")) {
      assertThat(officer.send("PUT", path, feature, "Content-Type", GEO_JSON).statusCode())
          .isEqualTo(404);
      assertThat(officer.put(path, "\"xyz\"", feature).statusCode()).isEqualTo(404);
      assertThat(officer.patch(path, "\"xyz\"", "{}").statusCode()).isEqualTo(404);
      assertThat(officer.delete(path, "*").statusCode()).isEqualTo(404);
      assertThat(officer.get(path).statusCode()).isEqualTo(404);
    }
  }

  /**
   * create-replace-delete/delete, optimistic-locking-etags/delete: it ends, and stays on record.
   */
  @Test
  void deletedLandEndsOnTheWorkingDate() {
    String one = made("ended");
    assertThat(officer.delete(one, "\"0\"").statusCode()).isEqualTo(412);
    assertThat(officer.send("DELETE", one, (String) null).statusCode()).isEqualTo(428);
    assertThat(officer.get(one).statusCode()).isEqualTo(200);
    assertThat(officer.delete(one, officer.tag(one)).statusCode()).isEqualTo(204);
    assertThat(officer.get(one).statusCode()).isEqualTo(404);
    assertThat(FIELD.land("TRY-ended")).containsEntry("until", "2018-10-01");
    assertThat(officer.get(one + "?datetime=2018-09-30").statusCode()).isEqualTo(200);
    assertThat(officer.delete(one, "*").statusCode()).isEqualTo(404);
  }

  @Test
  void landThatBeginsOnTheWorkingDateIsRemoved() {
    HttpResponse<byte[]> made = officer.create(grass("TRY-never", 0, 0, 20));
    assertThat(officer.delete(path(made), officer.tag(path(made))).statusCode()).isEqualTo(204);
    assertThat(FIELD.isThere("TRY-never")).isFalse();
    assertThat(officer.create(grass("TRY-never", 0, 0, 20)).statusCode()).isEqualTo(201);
  }

  /** update/update, optimistic-locking-etags/update, features/json-merge-patch. */
  @Test
  void aPatchChangesWhatItNamesAndNothingElse() {
    String one = made("patched");
    JsonNode before = officer.json(one);
    String tag = officer.tag(one);
    String patch = "{\"properties\": {\"name\": \"Long Lane\", \"quantity\": 390.5}}";
    assertThat(officer.patch(one, "\"0\"", patch).statusCode()).isEqualTo(412);
    assertThat(officer.send("PATCH", one, patch, "Content-Type", PATCH).statusCode())
        .isEqualTo(428);
    HttpResponse<byte[]> done = officer.patch(one, tag, patch);
    assertThat(done.statusCode()).as(OgcService.text(done)).isEqualTo(200);
    assertThat(etag(done)).isNotEqualTo(tag);
    ObjectNode after = (ObjectNode) officer.json(one);
    assertThat(after.get("geometry")).isEqualTo(before.get("geometry"));
    assertThat(after.get("properties").get("quantity").asDouble()).isEqualTo(390.5);
    assertThat(FIELD.land("TRY-patched")).containsEntry("measured", 390.5);

    HttpResponse<byte[]> moved =
        officer.send(
            "PATCH",
            one,
            "{\"geometry\": %s, \"properties\": {\"name\": null}}".formatted(square(0, 0, 30)),
            "Content-Type",
            PATCH,
            "Content-Crs",
            GRID,
            "If-Match",
            etag(done));
    assertThat(moved.statusCode()).as(OgcService.text(moved)).isEqualTo(200);
    assertThat(Http.json(moved).get("properties").get("name").isNull()).isTrue();
    assertThat(Http.json(moved).get("warnings").get(0).asString())
        .contains("391", "far from what is drawn, 900");
    assertThat(FIELD.land("TRY-patched")).containsEntry("drawn", 900.0);
  }

  /** optimistic-locking-etags/get-etag; and a client that has it already is not sent it again. */
  @ParameterizedTest
  @EnumSource(OgcCrs.class)
  void eachRepresentationHasATagOfItsOwnAndAnyOfThemWillDo(OgcCrs crs) {
    String one = made("tagged");
    String path = one + "?crs=" + crs.uri();
    String tag = officer.tag(path);
    assertThat(tag).matches("\"[0-9a-f]+\"");
    HttpResponse<byte[]> same =
        officer.send("GET", path, (String) null, "If-None-Match", "\"x\", " + tag);
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    String name = "{\"properties\": {\"name\": \"%s\"}}".formatted(crs);
    assertThat(officer.patch(one, "W/" + tag, name).statusCode()).isEqualTo(412);
    assertThat(officer.patch(one, "\"x\" , " + tag, name).statusCode()).isEqualTo(200);
    assertThat(officer.send("GET", path, (String) null, "If-None-Match", tag).statusCode())
        .isEqualTo(200);
  }

  /** The server marks the tag of what it has compressed, and knows it again. */
  @Test
  void aCompressedRepresentationMayBeChangedByItsTag() {
    String one = made("zipped");
    String tag = etag(officer.send("GET", one, (String) null, "Accept-Encoding", "gzip"));
    assertThat(officer.patch(one, tag, "{\"properties\": {\"name\": \"x\"}}").statusCode())
        .isEqualTo(200);
    assertThat(officer.patch(one, tag, "{}").statusCode()).isEqualTo(412);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\"x", "x\"", "\"a\" \"b\"", "W/x", "\"a\",,\"b\"", "\"\u00e9\" x"})
  void anIfMatchThatIsNoneIsRefused(String header) {
    assertThat(officer.patch(made("odd"), header, "{}").statusCode()).isEqualTo(400);
  }

  /** features/crs: in each system, with its axes in their order, it is the same place. */
  @ParameterizedTest
  @EnumSource(OgcCrs.class)
  void geometriesAreReadInTheSystemThatIsNamed(OgcCrs crs) {
    String one = made("placed");
    JsonNode geometry = officer.json(one + "?crs=" + crs.uri()).get("geometry");
    FIELD.clear();
    String feature =
        """
        {"type": "Feature", "geometry": %s,
         "properties": {"reference": "TRY-placed", "asset_type": "amenity grass"}}
        """
            .formatted(geometry);
    HttpResponse<byte[]> made =
        crs == OgcCrs.CRS84
            ? officer.send("POST", LAND, feature, "Content-Type", GEO_JSON)
            : officer.send(
                "POST", LAND, feature, "Content-Type", GEO_JSON, "Content-Crs", crs.uri());
    assertThat(made.statusCode()).as(OgcService.text(made)).isEqualTo(201);
    assertThat(header(made, "Content-Crs")).isEqualTo("<" + crs.uri() + ">");
    JsonNode corner =
        officer
            .json(path(made) + "?crs=%5BEPSG:27700%5D")
            .get("geometry")
            .get("coordinates")
            .get(0)
            .get(0);
    assertThat(corner.get(0).asDouble()).isCloseTo(487500, within(0.001));
    assertThat(corner.get(1).asDouble()).isCloseTo(247900, within(0.001));
  }

  /** features/crs: a system that is not offered. */
  @Test
  void anotherSystemIsRefused() {
    HttpResponse<byte[]> refused =
        officer.send(
            "POST",
            LAND,
            grass("TRY-crs", 0, 0, 20),
            "Content-Type",
            GEO_JSON,
            "Content-Crs",
            "<http://www.opengis.net/def/crs/EPSG/0/32630>");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(OgcClient.detail(refused)).contains("Content-Crs", "27700");
  }

  /** features/schema: what can be set is what the schema does not mark as read only. */
  @Test
  void theSchemaSaysWhatCanBeSet() {
    String one = made("schema");
    JsonNode properties =
        OgcService.json("/collections/land/schema").at("/properties/properties/properties");
    for (String name : properties.propertyNames()) {
      boolean set =
          officer.patch(one, "*", "{\"properties\": {\"%s\": \"?\"}}".formatted(name)).statusCode()
              == 200;
      String told =
          OgcClient.detail(
              officer.patch(
                  one,
                  "*",
                  "{\"properties\": {\"%s\": %s}}"
                      .formatted(
                          name,
                          properties.get(name).get("type").asString().equals("number")
                              ? "7"
                              : "\"2001-01-01\"")));
      assertThat(told.contains(name + " cannot be set") || name.equals("reference"))
          .as(name)
          .isEqualTo(
              properties.get(name).path("readOnly").asBoolean(false) || name.equals("reference"));
      assertThat(set).isEqualTo(name.equals("name"));
    }
  }
}
