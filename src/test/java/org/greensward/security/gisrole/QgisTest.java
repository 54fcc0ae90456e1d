package org.greensward.security.gisrole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greensward.DemonstrationApp;
import org.greensward.Http;
import org.greensward.security.TestAccounts;
import org.greensward.security.account.AccountRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** QGIS itself, on the running demonstration: what it loads, saves, and says when it may not. */
@Tag("client")
class QgisTest {
  private static final JdbcClient OWNER = DemonstrationApp.ownerJdbc();
  private static final TestAccounts PEOPLE = new TestAccounts(OWNER, DemonstrationApp.address());
  private static final GisRoleService ROLES = DemonstrationApp.bean(GisRoleService.class);

  /** A parcel to edit, the tile that its middle is in, and how it was. */
  record Parcel(long id, String reference, String name, byte[] geom, String tile, String spot) {}

  private static final String CLERK = "qgis-clerk@example.org";
  private static final List<String> COLLECTIONS =
      List.of("councils", "parishes", "statuses", "land", "pieces", "forums", "wards");
  private static Parcel parcel;
  private static byte[] tileBefore;
  private static long auditBefore;
  private static long areas;
  private static String key;
  private static Qgis qgis;

  @BeforeAll
  static void everyCheckInOneQgis() {
    claim("olney-town-council");
    claim("lavendon-parish-council");
    GisRole.Made officer = ROLES.add(new GisRole.Draft("qgis_officer", null, null, false, null));
    GisRole.Made council =
        ROLES.add(new GisRole.Draft("qgis_council", null, "olney-town-council", false, null));
    parcel =
        OWNER
            .sql(
                """
                SELECT l.id, l.reference, l.name, ST_AsEWKB(l.geom) AS geom,
                       format('/tiles/land/17/%s/%s.geojson',
                              floor((ST_X(p) + 180) / 360 * 131072),
                              floor((1 - asinh(tan(radians(ST_Y(p)))) / pi()) / 2 * 131072)) AS tile,
                       format('%s %s', ST_X(m) + 3, ST_Y(m)) AS spot
                FROM land l, ST_PointOnSurface(l.geom) m, ST_Transform(m, 4326) p
                WHERE l.unit = 'm2' AND upper_inf(l.valid) AND l.valid @> DATE '2018-10-01'
                  AND GeometryType(l.geom) = 'POLYGON' AND l.drawn BETWEEN 300 AND 1000
                ORDER BY l.reference LIMIT 1
                """)
            .query(Parcel.class)
            .single();
    tileBefore = Http.get(parcel.tile).body();
    auditBefore = OWNER.sql("SELECT max(id) FROM audit").query(Long.class).optional().orElse(0L);
    areas = OWNER.sql("SELECT count(*) FROM greensward_gis.land_areas").query(Long.class).single();
    PEOPLE.account(CLERK, AccountRole.COUNCIL, "Clerk", "olney-town-council");
    key = PEOPLE.key(CLERK, false);
    GisRole.Access access = officer.access();
    qgis =
        Qgis.run(
            Map.of(
                "service", DemonstrationApp.address(),
                "collections", COLLECTIONS,
                "database",
                    Map.of(
                        "host", access.host(),
                        "port", access.port(),
                        "name", access.database(),
                        "schema", access.schema()),
                "officer", login(officer),
                "council", login(council),
                "projects", projects(),
                "key", key,
                "reference", parcel.reference,
                "spot", parcel.spot));
  }

  /** What is at the address of the project, for the public and for Olney's clerk. */
  private static Map<String, String> projects() {
    String path = "/ogc/greensward.qgs";
    return Map.of(
        "public", new String(Http.get(path).body(), StandardCharsets.UTF_8),
        "council", new String(Http.getAs(key, path).body(), StandardCharsets.UTF_8));
  }

  private static Map<String, String> login(GisRole.Made made) {
    return Map.of("user", made.login(), "password", made.password());
  }

  /** A status that is not public yet. */
  private static void claim(String council) {
    OWNER
        .sql(
            """
            SELECT claim_status(c.id, v.id, 'devolved', '[2031-04-01,2032-04-01)', 'agency',
                                'illustrative', 'qgis', NULL, now() + interval '1 day')
            FROM council c, service v WHERE c.slug = ?
            """)
        .param(council)
        .query(Long.class)
        .single();
  }

  @AfterAll
  static void putBack() {
    ROLES.drop("qgis_officer");
    ROLES.drop("qgis_council");
    OWNER
        .sql("UPDATE land SET name = :name, geom = ST_GeomFromEWKB(:geom) WHERE id = :id")
        .param("name", parcel.name)
        .param("geom", parcel.geom)
        .param("id", parcel.id)
        .update();
    OWNER.sql("DELETE FROM status WHERE published_from > now()").update();
    OWNER.sql("UPDATE status SET published_until = NULL WHERE published_until > now()").update();
  }

  @Test
  void aLayerOfLandIsLoadedWithItsTypeAndGrid() {
    JsonNode layer = qgis.result("postgis_layer");
    assertThat(layer.get("valid").asBoolean()).isTrue();
    assertThat(layer.get("count").asLong()).isEqualTo(areas);
    assertThat(layer.get("crs").asString()).isEqualTo("EPSG:27700");
    assertThat(layer.get("type").asString()).isEqualTo("MultiPolygon");
    assertThat(layer.get("fields").toString()).contains("\"reference\"", "\"owner\"", "\"lot\"");
  }

  @Test
  void anEditIsOnTheMapAndInTheTrail() {
    assertThat(qgis.result("edit_attribute_and_shape").get("saved").asBoolean()).isTrue();
    await()
        .untilAsserted(
            () ->
                assertThat(new String(Http.get(parcel.tile).body(), StandardCharsets.UTF_8))
                    .isNotEqualTo(new String(tileBefore, StandardCharsets.UTF_8))
                    .contains("Edited in QGIS"));
    List<Map<String, Object>> entries =
        OWNER
            .sql(
                """
                SELECT database_role, before ->> 'name' AS before, after ->> 'name' AS after,
                       before -> 'geom' <> after -> 'geom' AS moved
                FROM audit WHERE id > ? AND subject = 'land' AND row_key = ?
                ORDER BY id
                """)
            .param(auditBefore)
            .param(String.valueOf(parcel.id))
            .query()
            .listOfRows();
    assertThat(entries)
        .allSatisfy(
            entry ->
                assertThat(entry).containsEntry("database_role", "greensward_gis_qgis_officer"));
    assertThat(entries.get(0)).containsEntry("before", parcel.name);
    assertThat(entries.get(entries.size() - 1)).containsEntry("after", "Edited in QGIS");
    assertThat(entries).anySatisfy(entry -> assertThat(entry).containsEntry("moved", true));
  }

  @Test
  void whatIsAddedGetsAReferenceAndMayBeTakenBack() {
    JsonNode result = qgis.result("add_and_delete");
    assertThat(result.at("/added/saved").asBoolean()).isTrue();
    assertThat(result.get("reference").asString()).matches("MK-\\d+");
    assertThat(result.at("/deleted/saved").asBoolean()).isTrue();
    assertThat(result.get("left").asInt()).isZero();
  }

  @Test
  void anUnknownAssetTypeIsRefusedInWords() {
    JsonNode result = qgis.result("unknown_asset_type");
    assertThat(result.get("saved").asBoolean()).isFalse();
    assertThat(result.get("words").asString())
        .contains("There is no asset type \"lawn\"; the known are: amenity grass, bedding");
  }

  @Test
  void aCouncilsRoleEditsNothingAndIsToldWhatToDo() {
    JsonNode result = qgis.result("council_edits");
    assertThat(result.get("saved").asBoolean()).isFalse();
    assertThat(result.get("words").asString())
        .contains("Councils propose changes and do not write them into the map");
  }

  @Test
  void everyCollectionOfTheApiIsLoadedAndCounted() {
    JsonNode found = qgis.result("collections");
    for (String collection : COLLECTIONS) {
      long matched =
          Http.json("/ogc/collections/" + collection + "/items?limit=1")
              .get("numberMatched")
              .asLong();
      assertThat(found.at("/" + collection + "/valid").asBoolean()).as(collection).isTrue();
      assertThat(found.at("/" + collection + "/count").asLong()).as(collection).isEqualTo(matched);
    }
  }

  @Test
  void featuresComeByPageAndByBox() {
    JsonNode result = qgis.result("features_of_a_collection");
    assertThat(result.get("all").asInt()).isEqualTo(51);
    assertThat(result.get("crs").asString()).isIn("OGC:CRS84", "EPSG:4326");
    List<String> expected =
        Http.json("/ogc/collections/parishes/items?bbox=-0.80,52.00,-0.70,52.05")
            .get("features")
            .findValuesAsString("name");
    assertThat(result.get("in_box").valueStream().map(JsonNode::asString))
        .hasSizeLessThan(51)
        .containsAll(expected);
  }

  @Test
  void aKeyShowsWhatItsOwnerSeesAndAWrongOneNothing() {
    JsonNode result = qgis.result("statuses_by_key");
    assertThat(result.get("public")).isEmpty();
    assertThat(result.get("council").toString()).contains("Olney").doesNotContain("Lavendon");
    assertThat(qgis.result("wrong_key").get("features").asInt()).isZero();
  }

  @Test
  void theVectorTilesAreDrawn() {
    JsonNode result = qgis.result("vector_tiles");
    assertThat(result.get("valid").asBoolean()).isTrue();
    assertThat(result.get("painted").asInt()).isGreaterThan(500);
  }

  @Test
  void eachSeesItsOwnThatIsNotPublicYet() {
    JsonNode result = qgis.result("statuses_of_each");
    assertThat(result.get("officer").toString()).contains("Lavendon", "Olney");
    assertThat(result.get("council").toString()).contains("Olney").doesNotContain("Lavendon");
  }

  @ParameterizedTest
  @CsvSource({"project_of_the_public,", "project_of_a_council,KEY"})
  void aProjectOpensWithAllLayersAsInTheApi(String check, String shown) {
    JsonNode project = qgis.result(check);
    assertThat(project.get("read").asBoolean()).isTrue();
    assertThat(project.get("crs").asString()).isEqualTo("EPSG:27700");
    assertThat(project.get("abstract").asString()).contains("Demonstration data", "Licence");
    Map<String, JsonNode> layers = new HashMap<>();
    project.get("layers").forEachEntry(layers::put);
    assertThat(layers).hasSize(10);
    layers.forEach(
        (id, layer) -> {
          assertThat(layer.get("valid").asBoolean()).as(id).isTrue();
          assertThat(layer.get("attribution").asString()).contains("Demonstration data");
          if (!layer.get("count").isNull()) {
            String of = id.replace("greensward_", "/ogc/collections/") + "/items?limit=1";
            JsonNode there = Http.json(shown == null ? Http.get(of) : Http.getAs(key, of));
            assertThat(layer.get("count").asLong())
                .as(id)
                .isEqualTo(there.get("numberMatched").asLong());
          }
        });
    assertThat(project.at("/layers/greensward_parishes/labels").asBoolean()).isTrue();
    for (String parishes : List.of("parishes", "parishes_tiles")) {
      assertThat(project.at("/layers/greensward_" + parishes + "/categories"))
          .extracting(JsonNode::asString)
          .contains("Devolved", "Interest expressed", "No interest recorded", "Not known");
    }
    for (String land : List.of("land_areas", "land_lines", "land_points", "land_tiles")) {
      assertThat(project.at("/layers/greensward_" + land + "/categories"))
          .extracting(JsonNode::asString)
          .contains("Local council", "Contractor", "Trust");
    }
  }

  @Test
  void aProjectIsDrawnInTheColoursOfTheMap() {
    JsonNode project = qgis.result("project_of_the_public");
    assertThat(project.get("title").asString()).isEqualTo("Greensward: Milton Keynes Council");
    assertThat(project.at("/colours/#ffdd00").asInt()).isGreaterThan(1000);
    assertThat(project.at("/colours/#1d70b8").asInt()).isGreaterThan(2000);
    assertThat(project.at("/colours/#f3f2f1").asInt()).isGreaterThan(2000);
  }

  @Test
  void aCouncilsProjectOpensAtItsParishesWithWhatItAloneIsTold() {
    JsonNode ours = qgis.result("project_of_a_council");
    JsonNode all = qgis.result("project_of_the_public");
    assertThat(ours.get("title").asString()).isEqualTo("Greensward: Olney Town Council");
    assertThat(ours.get("extent").asString()).isNotEqualTo(all.get("extent").asString());
    assertThat(ours.at("/layers/greensward_statuses/count").asLong())
        .isGreaterThan(all.at("/layers/greensward_statuses/count").asLong());
    // Parishes pale where land is drawn; the map is not blank.
    assertThat(ours.get("colours").size()).isGreaterThan(20);
  }
}
