package org.greensward.bench.tile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.greensward.bench.process.ApplicationProcess;
import org.greensward.bench.process.LoadResult;
import org.greensward.bench.process.WrkLoadGenerator;
import org.greensward.bench.report.Percentiles;
import org.greensward.layer.tile.geometry.TileCoord;

/**
 * Measures the cost of a tile at each zoom, byte cache off, for tiles that hold about a given
 * number of pieces, so that two sizes of data are compared on the same work.
 */
public final class TilesSweep {
  private static final int MOST_TILES = 60;
  private static final int FEWEST_TILES = 8;
  private static final double ABOUT = 0.25;
  private static final int CONNECTIONS = 4; // few, since a zoom may have few tiles

  private final WrkLoadGenerator wrk;
  private final int seconds;

  public TilesSweep(WrkLoadGenerator wrk, int seconds) {
    this.wrk = wrk;
    this.seconds = seconds;
  }

  /**
   * The cost at one zoom.
   *
   * @param features in a tile, on average
   * @param millis of the whole machine for a tile
   */
  public record Cost(int tiles, double features, double millis) {

    /** How many times this cost is another's, for as many features. */
    double times(Cost other) {
      return (millis / features) / (other.millis / other.features);
    }
  }

  /**
   * Measures each zoom that has tiles.
   *
   * @param wanted how many pieces the tiles of a zoom shall hold
   */
  public Map<Integer, Cost> run(
      TilesFixture fixture, ApplicationProcess app, Map<Integer, Integer> wanted)
      throws IOException, InterruptedException {
    Map<Integer, Map<TileCoord, Integer>> all = fixture.tiles();
    Map<Integer, Cost> costs = new TreeMap<>();
    for (String turn : List.of("warming up", "counted")) { // the second replaces the first
      for (Map.Entry<Integer, Integer> zoom : wanted.entrySet()) {
        List<TileCoord> tiles = nearest(all.get(zoom.getKey()), zoom.getValue());
        String heading = "zoom %d of %s, %s".formatted(zoom.getKey(), fixture.describe(), turn);
        costs.put(zoom.getKey(), cost(heading, fixture, app, tiles));
      }
    }
    return costs;
  }

  private Cost cost(
      String heading, TilesFixture fixture, ApplicationProcess app, List<TileCoord> tiles)
      throws IOException, InterruptedException {
    Path file =
        Files.write(
            fixture.folder().resolve("sweep"),
            tiles.stream().map(t -> TileList.path(t, "geojson")).toList());
    double features =
        TileResponse.fetchAll(app.address(), tiles).stream()
            .mapToInt(TileResponse::features)
            .average()
            .orElse(0);
    LoadResult load = wrk.run(heading, app.address(), file, seconds, CONNECTIONS);
    return new Cost(tiles.size(), features, 1000 / load.rate());
  }

  /** The middle of what the tiles of each zoom hold. */
  public static Map<Integer, Integer> typical(Map<Integer, Map<TileCoord, Integer>> tiles) {
    Map<Integer, Integer> typical = new TreeMap<>();
    tiles.forEach(
        (zoom, counted) ->
            typical.put(
                zoom,
                (int)
                    Percentiles.of(
                        counted.values().stream().mapToLong(Integer::longValue).toArray(), 50)));
    return typical;
  }

  /** The tiles that hold about as many pieces as wanted, or the nearest where too few do. */
  static List<TileCoord> nearest(Map<TileCoord, Integer> counted, int wanted) {
    List<TileCoord> tiles = new ArrayList<>(counted.keySet());
    tiles.sort(
        Comparator.<TileCoord>comparingInt(t -> Math.abs(counted.get(t) - wanted))
            .thenComparing(TileCoord::x)
            .thenComparing(TileCoord::y));
    long about =
        tiles.stream().filter(t -> Math.abs(counted.get(t) - wanted) <= ABOUT * wanted).count();
    int taken = (int) Math.min(MOST_TILES, Math.max(FEWEST_TILES, about));
    return tiles.subList(0, Math.min(taken, tiles.size()));
  }
}
