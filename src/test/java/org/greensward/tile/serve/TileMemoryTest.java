package org.greensward.tile.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.greensward.database.StoreFixture;
import org.greensward.database.TestStore;
import org.greensward.layer.tile.geometry.TileCoord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Envelope;

/** A tile is the same however little memory there is for what it is made from. */
class TileMemoryTest {
  private static final LocalDate TODAY = LocalDate.of(2018, 10, 1);

  private static TestStore store;

  @BeforeAll
  static void ground() {
    store = TestStore.empty();
    StoreFixture db = StoreFixture.in(store);
    new RaggedCoverage(5, 12, 800)
        .parishes()
        .forEach((code, shape) -> db.parish(code, shape.toText()));
    for (int i = 0; i < 60; i++) {
      int x = 480500 + i * 180;
      int y = 240500 + (i * 7 % 60) * 180;
      db.land(
          "P-" + i,
          i % 2 == 0 ? "amenity grass" : "shrub bed",
          null,
          "POLYGON((%d %d,%d %d,%d %d,%d %d))"
              .formatted(x, y, x + 150, y + 20, x + 60, y + 170, x, y));
    }
  }

  @ParameterizedTest
  @EnumSource(TileFormat.class)
  void withoutAnyTheAnswerIsTheSame(TileFormat format) {
    TileServices ample = TileServices.on(store, 64);
    TileServices none = TileServices.on(store, 0);
    int withLand = 0;
    for (int zoom = 9; zoom <= 16; zoom++) {
      TileCoord tile = TileGridReader.over(zoom, parcel()).get(0);
      for (String layer : new String[] {"land", "parishes", "boundaries"}) {
        byte[] bytes = ample.bytes(layer, tile, TODAY, format);
        assertThat(none.bytes(layer, tile, TODAY, format))
            .as("%s %s", layer, tile)
            .isEqualTo(bytes);
        withLand += layer.equals("land") && bytes.length > 100 ? 1 : 0;
      }
    }
    assertThat(withLand).isEqualTo(8);
  }

  /** The box of one of the parcels in EPSG:3857. */
  private static Envelope parcel() {
    return store
        .jdbc()
        .sql(
            """
            SELECT ST_XMin(e), ST_XMax(e), ST_YMin(e), ST_YMax(e)
            FROM (SELECT ST_Transform(geom, 3857) AS e FROM land WHERE reference = 'P-30') x\
            """)
        .query(
            (row, n) ->
                new Envelope(
                    row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)))
        .single();
  }
}
