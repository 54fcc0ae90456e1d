package org.greensward.tile.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.greensward.database.StoreFixture;
import org.greensward.database.TestStore;
import org.greensward.layer.tile.geometry.TileCoord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import tools.jackson.databind.JsonNode;

/** Land in tiles: each piece whole and in its place, and nothing lost where pieces are merged. */
class LandTileTest {
  private static final LocalDate TODAY = LocalDate.of(2018, 10, 1);
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private static StoreFixture db;
  private static TileServices tiles;

  /** Two parishes of 4 by 4 km; a park over several tiles, a hedge, a verge over the border. */
  @BeforeAll
  static void land() {
    TestStore store = TestStore.empty();
    db = StoreFixture.in(store);
    db.parish(
        "E04000001",
        "POLYGON((480000 240000,480000 244000,484000 244000,484000 240000,480000 240000))");
    db.parish(
        "E04000002",
        "POLYGON((484000 240000,484000 244000,488000 244000,488000 240000,484000 240000))");
    db.land(
        "park",
        "amenity grass",
        null,
        "POLYGON((481000 241000,480900 243000,482500 243300,482600 242000,481800 241200,481000"
            + " 241000),(481500 242000,481600 242500,482000 242400,481500 242000))");
    db.land("hedge", "hedge", null, "LINESTRING(480100 240100,482000 240900,483900 240200)");
    db.land(
        "verge",
        "amenity grass",
        50000.0,
        "POLYGON((483000 243000,483000 243012,485000 243015,485000 243000,483000 243000))");
    tiles = TileServices.on(store);
  }

  @ParameterizedTest
  @CsvSource({
    "park, E04000001, 13",
    "park, E04000001, 15",
    "park, E04000001, 16",
    "hedge, E04000001, 13",
    "hedge, E04000001, 15",
    "verge, E04000001, 15",
    "verge, E04000002, 15"
  })
  void theTilesOfAZoomRebuildAPieceWithinItsTolerance(String reference, String parish, int zoom) {
    Geometry source =
        db.jdbc()
            .sql(
                "SELECT ST_AsBinary(ST_Transform(geom, 3857)) FROM piece_at(:at)"
                    + " WHERE reference = :reference AND parish_code = :parish")
            .param("at", TODAY)
            .param("reference", reference)
            .param("parish", parish)
            .query((row, n) -> read(row.getBytes(1)))
            .single();
    Geometry rebuilt = rebuild(reference + "@" + parish, zoom, source.getEnvelopeInternal());
    assertThat(rebuilt.isValid()).isTrue();
    assertThat(DiscreteHausdorffDistance.distance(outline(source), outline(rebuilt), 0.1))
        .as("in metres of EPSG:3857")
        .isLessThan(2 * TileCoord.pixel(zoom));
  }

  /**
   * Below zoom 13 a feature stands for all of a parish's land of its kind, with all its quantity.
   */
  @Test
  void whatIsMergedKeepsItsTrueQuantity() {
    List<DecodedTile.Feature> features = new ArrayList<>();
    Envelope all =
        db.jdbc()
            .sql("SELECT ST_AsBinary(ST_Transform(ST_Union(geom), 3857)) FROM parish")
            .query((row, n) -> read(row.getBytes(1)).getEnvelopeInternal())
            .single();
    for (TileCoord tile : TileGridReader.over(11, all)) {
      features.addAll(decode(tile));
    }
    JsonNode grass = properties(features, "E04000001", "amenity grass");
    assertThat(grass.get("merged").asBoolean()).isTrue();
    assertThat(grass.get("parcels").asInt()).isEqualTo(2);
    assertThat(grass.get("quantity").asDouble()).isCloseTo(quantity("E04000001"), within(0.01));
    JsonNode beyond = properties(features, "E04000002", "amenity grass");
    assertThat(beyond.get("parcels").asInt()).isEqualTo(1);
    assertThat(beyond.get("quantity").asDouble()).isCloseTo(quantity("E04000002"), within(0.01));
    assertThat(properties(features, "E04000001", "hedge").get("unit").asString()).isEqualTo("m");
  }

  private static double quantity(String parish) {
    return db.jdbc()
        .sql("SELECT sum(quantity) FROM piece_at(:at) WHERE parish_code = :parish AND unit = 'm2'")
        .param("at", TODAY)
        .param("parish", parish)
        .query(Double.class)
        .single();
  }

  private static JsonNode properties(
      List<DecodedTile.Feature> features, String parish, String assetType) {
    return features.stream()
        .map(DecodedTile.Feature::properties)
        .filter(p -> p.get("parish").asString().equals(parish))
        .filter(p -> p.get("asset_type").asString().equals(assetType))
        .findFirst()
        .orElseThrow();
  }

  private static Geometry rebuild(String id, int zoom, Envelope box) {
    List<Geometry> parts = new ArrayList<>();
    for (TileCoord tile : TileGridReader.over(zoom, box)) {
      Geometry square = FACTORY.toGeometry(tile.envelope(0));
      for (DecodedTile.Feature feature : decode(tile)) {
        if (feature.id().equals(id)) {
          parts.add(feature.geometry().intersection(square));
        }
      }
    }
    return UnaryUnionNG.union(parts, FACTORY, new PrecisionModel(1000));
  }

  private static Geometry read(byte[] wkb) {
    try {
      return new WKBReader().read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Geometry outline(Geometry geometry) {
    return geometry.getDimension() == 2 ? geometry.getBoundary() : geometry;
  }

  private static List<DecodedTile.Feature> decode(TileCoord tile) {
    return DecodedTile.of(tiles.geoJson("land", tile, TODAY)).features();
  }
}
