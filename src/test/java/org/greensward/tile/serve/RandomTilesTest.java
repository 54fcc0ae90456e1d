package org.greensward.tile.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.greensward.database.StoreFixture;
import org.greensward.database.TestStore;
import org.greensward.layer.tile.geometry.Generalisation;
import org.greensward.layer.tile.geometry.TileCoord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * What must hold of the tiles of any parishes and land at any zoom: neighbours meet within one
 * quantum, every geometry is valid, and no land is lost.
 */
class RandomTilesTest {
  private static final LocalDate TODAY = LocalDate.of(2018, 10, 1);
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final int PARCELS = 150;
  private static final List<String> TYPES =
      List.of("amenity grass", "shrub bed", "hedge", "tree", "woodland");

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void whateverTheGround(long seed) {
    Random random = new Random(seed);
    TestStore store = TestStore.empty();
    StoreFixture db = StoreFixture.in(store);
    new RaggedCoverage(seed, 4 + random.nextInt(30), 500 + random.nextInt(1500))
        .parishes()
        .forEach((code, shape) -> db.parish(code, shape.toText()));
    addLand(db, random);
    TileServices tiles = TileServices.on(store);
    Envelope area = area(db);
    for (int zoom : new int[] {random.nextInt(8), 8 + random.nextInt(5), 13 + random.nextInt(2)}) {
      TileGridReader.over(zoom, area).forEach(tile -> neighboursMeet(tiles, tile));
      nothingIsLost(db, tiles, zoom, area);
    }
    TileGridReader.over(15 + random.nextInt(4), area).stream()
        .skip(random.nextInt(50))
        .limit(8)
        .forEach(tile -> neighboursMeet(tiles, tile));
  }

  private static void addLand(StoreFixture db, Random random) {
    for (int i = 0; i < PARCELS; i++) {
      String type = TYPES.get(random.nextInt(TYPES.size()));
      double x = 480100 + random.nextDouble() * 12200; // some lie outside all parishes
      double y = 240100 + random.nextDouble() * 11800;
      double size = random.nextInt(10) == 0 ? 300 : 1 + random.nextInt(40);
      db.land("P-" + i, type, null, shape(type, x, y, size, random));
    }
  }

  private static String shape(String type, double x, double y, double size, Random random) {
    if (type.equals("tree")) {
      return "POINT(%s %s)".formatted(x, y);
    }
    StringBuilder points = new StringBuilder();
    String first = null;
    int corners = 5 + random.nextInt(8);
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double length = size * (0.3 + random.nextDouble());
      String point =
          String.format(
              Locale.ROOT, "%.3f %.3f", x + length * Math.cos(angle), y + length * Math.sin(angle));
      first = first == null ? point : first;
      points.append(point).append(',');
    }
    return type.equals("hedge")
        ? "LINESTRING(" + points.substring(0, points.length() - 1) + ")"
        : "POLYGON((" + points + first + "))";
  }

  private static Envelope area(StoreFixture db) {
    return db.jdbc()
        .sql(
            """
            SELECT ST_XMin(e), ST_XMax(e), ST_YMin(e), ST_YMax(e)
            FROM (SELECT ST_Extent(ST_Transform(geom, 3857)) AS e
                  FROM (SELECT geom FROM parish UNION ALL SELECT geom FROM land) x) y\
            """)
        .query(
            (row, n) ->
                new Envelope(
                    row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)))
        .single();
  }

  /**
   * Two parishes that meet overlap by no more than a quantum along their border, and together they
   * cover the tile's part of the whole but for as little.
   */
  private static void neighboursMeet(TileServices tiles, TileCoord tile) {
    double quantum = 111_320 * Math.pow(10, -Generalisation.decimals(tile.z())) * 1.7;
    List<Geometry> parishes = new ArrayList<>();
    for (DecodedTile.Feature feature :
        DecodedTile.of(tiles.geoJson("parishes", tile, TODAY)).features()) {
      assertThat(feature.geometry().isValid()).as("%s in %s", feature.id(), tile).isTrue();
      parishes.add(feature.geometry());
    }
    double sum = 0;
    double borders = 0;
    Geometry union = FACTORY.createPolygon();
    for (Geometry parish : parishes) {
      sum += parish.getArea();
      borders += parish.getLength();
      union = OverlayNGRobust.overlay(union, parish, OverlayNG.UNION);
    }
    assertThat(sum - union.getArea())
        .as("overlaps in " + tile)
        .isLessThanOrEqualTo(borders * quantum);
    double holes = 0;
    for (int i = 0; i < union.getNumGeometries(); i++) {
      holes +=
          FACTORY
                  .createPolygon(
                      ((Polygon) union.getGeometryN(i)).getExteriorRing().getCoordinates())
                  .getArea()
              - union.getGeometryN(i).getArea();
    }
    assertThat(holes).as("gaps in " + tile).isLessThanOrEqualTo(borders * quantum);
  }

  private static void nothingIsLost(StoreFixture db, TileServices tiles, int zoom, Envelope area) {
    Map<String, Double> quantities = new HashMap<>();
    Set<String> references = new TreeSet<>();
    long[] parcels = {0};
    for (TileCoord tile : TileGridReader.over(zoom, area)) {
      for (DecodedTile.Feature feature :
          DecodedTile.of(tiles.geoJson("land", tile, TODAY)).features()) {
        assertThat(feature.geometry().isValid()).as("%s in %s", feature.id(), tile).isTrue();
        var land = feature.properties();
        if (quantities.put(feature.id(), land.get("quantity").asDouble()) == null) {
          parcels[0] += land.has("parcels") ? land.get("parcels").asLong() : 1;
        }
        if (land.has("reference")) {
          references.add(land.get("reference").asString());
        }
      }
    }
    double[] all =
        db.jdbc()
            .sql("SELECT count(*), sum(quantity) FROM piece")
            .query((row, n) -> new double[] {row.getDouble(1), row.getDouble(2)})
            .single();
    assertThat(parcels[0]).as("pieces at zoom %d", zoom).isEqualTo((long) all[0]);
    assertThat(quantities.values().stream().mapToDouble(q -> q).sum())
        .as("quantity at zoom %d", zoom)
        .isCloseTo(all[1], within(0.01 * quantities.size())); // hundredths are shown
    if (zoom >= Generalisation.MERGED_BELOW) {
      assertThat(references).hasSize(PARCELS);
    }
  }
}
