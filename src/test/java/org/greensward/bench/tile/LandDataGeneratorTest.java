package org.greensward.bench.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.greensward.bench.data.LandDataGenerator;
import org.greensward.bench.data.ParishMesh;
import org.greensward.database.TestStore;
import org.greensward.layer.tile.geometry.TileCoord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bench's made-up land is land as any other: valid, in parishes, with its pieces. */
class LandDataGeneratorTest {
  private static final int PARCELS = 2000;
  private static JdbcClient jdbc;

  @BeforeAll
  static void fill() throws Exception {
    TestStore store = TestStore.empty();
    new LandDataGenerator(store.dataSource()).fill(PARCELS);
    jdbc = store.jdbc();
  }

  private static long count(String from) {
    return jdbc.sql("SELECT count(*) FROM " + from).query(Long.class).single();
  }

  @Test
  void everyParcelHasItsPiecesAndProperties() {
    assertThat(count("land WHERE lot_id IS NOT NULL AND owner_id IS NOT NULL")).isEqualTo(PARCELS);
    assertThat(count("land WHERE ST_NPoints(geom) BETWEEN 13 AND 21")).isEqualTo(PARCELS);
    assertThat(count("(SELECT DISTINCT land_id FROM piece) p")).isEqualTo(PARCELS);
    assertThat(count("piece")).isGreaterThan(PARCELS + PARCELS / 20);
    assertThat(count("piece_at(current_date) WHERE looked_after_by IS NULL")).isZero();
  }

  @Test
  void aThirdOfTheCouncilsHasEachStatus() {
    assertThat(count("(SELECT DISTINCT status FROM council_status_at(current_date)) s"))
        .isEqualTo(3);
  }

  @Test
  void parishesAreACoverage() {
    ParishMesh mesh = new ParishMesh(5, 400_000, 200_000, 10_000, 1);
    Geometry[] parishes =
        IntStream.range(0, 25).mapToObj(i -> read(mesh.wkt(i))).toArray(Geometry[]::new);
    assertThat(parishes).allMatch(Geometry::isValid);
    assertThat(CoverageValidator.isValid(parishes)).isTrue();
  }

  private static Geometry read(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (org.locationtech.jts.io.ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void postgresMakesTheTilesThatAreAskedFor() {
    PostgresTiles postgres = new PostgresTiles(jdbc);
    postgres.prepare();
    Map<Integer, Map<TileCoord, Integer>> tiles = postgres.listTiles();
    assertThat(tiles.keySet()).containsExactly(10, 11, 12, 13, 14, 15, 16);
    assertThat(tiles.values())
        .allSatisfy(
            zoom ->
                assertThat(zoom.values().stream().mapToLong(i -> i).sum())
                    .isEqualTo(count("piece")));
    TileList list = TileList.draw(1, tiles, 13, 16, 5);
    postgres.add(list);
    assertThat(postgres.meanFeatures(list)).isPositive();
    String query = PostgresTiles.GEOJSON.replace(":list", "1").replace(":n", "1");
    JsonNode tile = JsonMapper.shared().readTree(jdbc.sql(query).query(String.class).single());
    assertThat(tile.path("features")).isNotEmpty();
    assertThat(tile.path("features").get(0).path("properties").propertyNames())
        .contains("reference", "looked_after_by", "quantity");
  }
}
