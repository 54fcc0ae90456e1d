package org.greensward.bench.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.greensward.layer.tile.geometry.TileCoord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which tiles are asked for. */
class TileListTest {
  /** A square of tiles at each zoom; the tile in column x holds x pieces. */
  private static Map<Integer, Map<TileCoord, Integer>> squares(int from, int to) {
    Map<Integer, Map<TileCoord, Integer>> tiles = new TreeMap<>();
    for (int z = from; z <= to; z++) {
      Map<TileCoord, Integer> square = new LinkedHashMap<>();
      int side = 1 << (z - from);
      for (int i = 0; i < side * side; i++) {
        square.put(new TileCoord(z, i % side, i / side), i % side);
      }
      tiles.put(z, square);
    }
    return tiles;
  }

  @Test
  void asManyOfEachZoomAsThereAre() {
    TileList list = TileList.draw(1, squares(10, 14), 11, 14, 20);
    assertThat(list.composition()).isEqualTo("11: 4, 12: 16, 13: 20, 14: 20");
    assertThat(list.tiles()).doesNotHaveDuplicates();
    assertThat(list.name()).isEqualTo("zooms 11 to 14");
  }

  @Test
  void theSameInEachRun() {
    assertThat(TileList.draw(1, squares(10, 14), 10, 14, 20))
        .isEqualTo(TileList.draw(1, squares(10, 14), 10, 14, 20));
  }

  @Test
  void zoomsAreMixed() {
    List<TileCoord> tiles = TileList.draw(1, squares(10, 14), 13, 14, 64).tiles();
    assertThat(tiles.subList(0, 40)).extracting(TileCoord::z).contains(13, 14);
  }

  @Test
  void addresses() {
    assertThat(TileList.path(new TileCoord(14, 8157, 5395), "mvt"))
        .isEqualTo("/tiles/land/14/8157/5395.mvt");
  }

  @Test
  void sweepTakesTilesThatHoldAboutAsMuch() {
    Map<TileCoord, Integer> tiles = squares(10, 14).get(14);
    assertThat(TilesSweep.nearest(tiles, 8))
        .hasSize(60)
        .allSatisfy(t -> assertThat(tiles.get(t)).isBetween(6, 10));
  }

  @Test
  void sweepTakesTheNearestWhereFewHoldAsMuch() {
    Map<TileCoord, Integer> tiles = new HashMap<>(squares(10, 12).get(12));
    assertThat(TilesSweep.nearest(tiles, 1000)).hasSize(8).allMatch(t -> tiles.get(t) >= 2);
  }

  @Test
  void sweepComparesTheSameNumberOfFeatures() {
    assertThat(new TilesSweep.Cost(9, 200, 6).times(new TilesSweep.Cost(9, 100, 2))).isEqualTo(1.5);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 1, 1, 1", "-0.76, 52.04, 10, 509, 338", "-0.76, 52.04, 16, 32629, 21635"})
  void tileOfAPlace(double longitude, double latitude, int zoom, int x, int y) {
    assertThat(SizesBench.tileAt(longitude, latitude, zoom)).isEqualTo(new TileCoord(zoom, x, y));
  }
}
