package org.greensward.bench.tile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.greensward.layer.tile.geometry.TileCoord;

/**
 * A sample of distinct tiles, in the order of the requests.
 *
 * @param number its number in the database
 */
record TileList(int number, String name, List<TileCoord> tiles) {

  /**
   * Draws a number of tiles from each zoom, or all of a zoom that has fewer, and mixes them.
   *
   * @param candidates all tiles with land, by zoom, in a fixed order
   */
  static TileList draw(
      int number, Map<Integer, Map<TileCoord, Integer>> candidates, int from, int to, int perZoom) {
    Random random = new Random(number);
    List<TileCoord> drawn = new ArrayList<>();
    new TreeMap<>(candidates)
        .subMap(from, to + 1)
        .values()
        .forEach(
            ofZoom -> {
              List<TileCoord> shuffled = new ArrayList<>(ofZoom.keySet());
              Collections.shuffle(shuffled, random);
              drawn.addAll(shuffled.subList(0, Math.min(perZoom, shuffled.size())));
            });
    Collections.shuffle(drawn, random);
    return new TileList(number, "zooms %d to %d".formatted(from, to), List.copyOf(drawn));
  }

  /** The address of a tile of land. */
  static String path(TileCoord tile, String ending) {
    return path("land", tile, ending);
  }

  /** The address of a tile. */
  static String path(String layer, TileCoord tile, String ending) {
    return "/tiles/%s/%d/%d/%d.%s".formatted(layer, tile.z(), tile.x(), tile.y(), ending);
  }

  /** How many tiles of each zoom there are: {@code 13: 150, 14: 150}. */
  String composition() {
    return tiles.stream()
        .collect(Collectors.groupingBy(TileCoord::z, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(e -> e.getKey() + ": " + e.getValue())
        .collect(Collectors.joining(", "));
  }

  /** Writes the addresses as {@code tiles.lua} reads them. */
  Path write(Path file, String ending) throws IOException {
    return Files.write(
        file, tiles.stream().map(tile -> path(tile, ending)).collect(Collectors.toList()));
  }
}
