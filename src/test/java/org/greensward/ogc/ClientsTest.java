package org.greensward.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greensward.DemonstrationApp;
import org.greensward.Http;
import org.greensward.security.TestAccounts;
import org.greensward.security.account.AccountRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The API as GDAL reads it, and with it QGIS's and others' own tools. */
@Tag("client")
class ClientsTest {
  private static final JdbcClient JDBC = DemonstrationApp.ownerJdbc();
  private static final String CLERK = "clients-clerk@example.org";
  private static final String OTHER = "clients-other@example.org";
  private static final String SECRET = "Minute of the clients";
  private static final Pattern LAYER =
      Pattern.compile("Layer name: (\\w+)\\R(?:(?!Layer name).*\\R)*?Feature Count: (\\d+)");
  private static String clerks;
  private static String others;

  @TempDir private Path folder;

  @BeforeAll
  static void oneStatusAwaitsPublication() {
    TestAccounts people = new TestAccounts(JDBC, DemonstrationApp.address());
    people.account(CLERK, AccountRole.COUNCIL, "Clerk", "olney-town-council");
    people.account(OTHER, AccountRole.COUNCIL, "Clerk", "lavendon-parish-council");
    clerks = people.key(CLERK, false);
    others = people.key(OTHER, false);
    JDBC.sql(
            """
            SELECT claim_status(c.id, v.id, 'none', '[2017-04-01,)', 'agency', 'illustrative',
                                ?, NULL, now() + interval '1 day')
            FROM council c, service v WHERE c.slug = 'olney-town-council'
            """)
        .param(SECRET)
        .query(Long.class)
        .single();
  }

  @AfterAll
  static void takeItBack() {
    JDBC.sql("DELETE FROM status WHERE published_from > now()").update();
    JDBC.sql("UPDATE status SET published_until = NULL WHERE published_until > now()").update();
    JDBC.sql(
            "DELETE FROM api_key k USING account a WHERE a.id = k.account_id AND a.email IN (:who)")
        .param("who", List.of(CLERK, OTHER))
        .update();
  }

  /** Feature by feature and page by page, all are there once. */
  @Test
  void gdalCopiesWholeCollections() {
    Path copy = folder.resolve("copy.gpkg");
    List<String> command = new ArrayList<>(List.of("ogr2ogr", "-f", "GPKG", "-nlt", "GEOMETRY"));
    command.addAll(List.of("-oo", "PAGE_SIZE=900", copy.toString(), api()));
    // Pieces are as land is, and as many: gdalAsksForABox reads some. So is land by kind of shape.
    OgcService.COLLECTIONS.stream()
        .filter(it -> !it.equals("pieces") && !it.startsWith("land_"))
        .forEach(command::add);
    assertThat(run("", command.toArray(String[]::new))).doesNotContain("ERROR");
    Map<String, Long> copied = counts(run("", "ogrinfo", "-ro", "-so", "-al", copy.toString()));
    assertThat(copied.get("land")).isEqualTo(count("land"));
    assertThat(copied.get("parishes")).isEqualTo(count("parish"));
    assertThat(copied.get("statuses")).isEqualTo(count("status WHERE published_from <= now()"));
    Map<String, Long> told = counts(run("", "ogrinfo", "-ro", "-so", "-al", api()));
    assertThat(told.keySet()).containsExactlyElementsOf(OgcService.COLLECTIONS);
    assertThat(told).containsAllEntriesOf(copied);
  }

  /** Also where the first features of a collection have none. */
  @Test
  void gdalKnowsDatesAndNumbers() {
    String land = run("", "ogrinfo", "-ro", "-so", "-oo", "PAGE_SIZE=1", api(), "land");
    assertThat(land)
        .containsPattern("(?m)^maintainer_to: Date")
        .containsPattern("(?m)^to: Date")
        .containsPattern("(?m)^length_m: Real")
        .containsPattern("(?m)^area_m2: Real")
        .containsPattern("(?m)^name: String");
  }

  @Test
  void gdalAsksForABox() {
    long expected =
        JDBC.sql(
                """
                SELECT count(*) FROM parish
                WHERE ST_Intersects(geom, ST_Transform(
                    ST_MakeEnvelope(-0.8, 52, -0.7, 52.05, 4326), 27700))
                """)
            .query(Long.class)
            .single();
    assertThat(expected).isBetween(5L, count("parish") - 5);
    String[] box = {"-spat", "-0.8", "52", "-0.7", "52.05"};
    assertThat(found("", "parishes", box)).isEqualTo(expected);
    String[] field = {"-spat", "-0.76", "52.03", "-0.75", "52.04"};
    JsonNode pieces =
        OgcService.json("/collections/pieces/items?limit=1&bbox=-0.76,52.03,-0.75,52.04");
    assertThat(found("", "pieces", field))
        .isPositive()
        .isEqualTo(pieces.get("numberMatched").asLong());
  }

  /** Three pages, in another system than they come in. */
  @Test
  void gdalReadsPagesAndProjects() {
    String text =
        run(
            "",
            "ogr2ogr",
            "-f",
            "GeoJSON",
            "-t_srs",
            "EPSG:27700",
            "-oo",
            "PAGE_SIZE=20",
            "-select",
            "slug",
            "/vsistdout/",
            api(),
            "councils");
    JsonNode councils = Http.parse(text).get("features");
    assertThat(councils).hasSize((int) count("council"));
    for (JsonNode council : councils) {
      double[] place =
          JDBC.sql("SELECT ST_X(place), ST_Y(place) FROM council WHERE slug = ?")
              .param(council.get("properties").get("slug").asString())
              .query((row, n) -> new double[] {row.getDouble(1), row.getDouble(2)})
              .single();
      JsonNode there = council.get("geometry").get("coordinates");
      // GDAL may know another way from WGS84 to the grid than PostGIS; they differ by this.
      assertThat(there.get(0).asDouble()).isCloseTo(place[0], within(4.0));
      assertThat(there.get(1).asDouble()).isCloseTo(place[1], within(4.0));
    }
  }

  /** What it can it asks the server for; the rest it looks for in what comes. */
  @Test
  void gdalFilters() {
    String equal = "status = 'devolved'";
    long devolved =
        OgcService.json("/collections/councils/items?status=devolved")
            .get("numberMatched")
            .asLong();
    assertThat(devolved).isPositive().isLessThan(count("council"));
    assertThat(found("", "councils", "-where", equal)).isEqualTo(devolved);
    assertThat(found("", "councils", "-where", equal + " AND slug LIKE 'n%'"))
        .isEqualTo(
            OgcService.json(
                    "/collections/councils/items?filter=status%3D'devolved'%20AND%20slug%20LIKE%20'n%25'")
                .get("numberMatched")
                .asLong());
  }

  @Test
  void aKeyShowsWhatItsCouncilIsTold() {
    String[] where = {"-where", "source = '" + SECRET + "'"};
    assertThat(found("any user:" + clerks, "statuses", where)).isEqualTo(1);
    assertThat(found("any user:" + others, "statuses", where)).isZero();
    assertThat(found("", "statuses", where)).isZero();
    String wrong = run("any user:" + clerks + "x", "ogrinfo", "-ro", "-so", api(), "statuses");
    assertThat(wrong).contains("401").contains("is no key of this service");
  }

  /** As GDAL's driver of the format reads a tile, over the network. */
  @Test
  void gdalOpensVectorTiles() {
    String tile = "MVT:/vsicurl/" + OgcService.root() + "/tiles/WebMercatorQuad/10/337/510.mvt";
    Map<String, Long> layers = counts(run("", "ogrinfo", "-ro", "-so", "-al", tile));
    assertThat(layers.keySet()).containsExactly("parishes", "boundaries", "land");
    assertThat(layers.values()).allSatisfy(count -> assertThat(count).isPositive());
  }

  private static String api() {
    return "OAPIF:" + OgcService.root();
  }

  private static long count(String from) {
    return JDBC.sql("SELECT count(*) FROM " + from).query(Long.class).single();
  }

  /** How many features of a collection GDAL finds. */
  private static long found(String password, String collection, String... options) {
    List<String> command = new ArrayList<>(List.of("ogrinfo", "-ro", "-so"));
    command.addAll(List.of("-oo", "PAGE_SIZE=100"));
    command.addAll(List.of(options));
    command.addAll(List.of(api(), collection));
    String text = run(password, command.toArray(String[]::new));
    assertThat(counts(text)).as(text).containsOnlyKeys(collection);
    return counts(text).get(collection);
  }

  private static Map<String, Long> counts(String text) {
    Map<String, Long> counts = new LinkedHashMap<>();
    Matcher layer = LAYER.matcher(text);
    while (layer.find()) {
      counts.put(layer.group(1), Long.valueOf(layer.group(2)));
    }
    return counts;
  }

  /** What a program of GDAL says, with a user and a key; with none when that is empty. */
  private static String run(String password, String... command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    if (!password.isEmpty()) {
      builder.environment().put("GDAL_HTTP_USERPWD", password);
    }
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
