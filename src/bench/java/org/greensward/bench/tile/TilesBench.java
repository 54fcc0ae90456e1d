package org.greensward.bench.tile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greensward.bench.process.ApplicationProcess;
import org.greensward.bench.process.MemoryFigures;
import org.greensward.bench.process.PgbenchLoadGenerator;
import org.greensward.bench.process.ProcessGroup;
import org.greensward.bench.process.RawOutputLog;
import org.greensward.bench.process.WrkLoadGenerator;
import org.greensward.error.UserException;

/**
 * Benchmark of land tiles: made for the first time, against PostgreSQL making the same tiles; and
 * served from the cache, against nginx serving the same bytes. One side is under load at a time,
 * ours and theirs in turn, on the same machine.
 */
public final class TilesBench {
  private static final int TILES_OF_A_ZOOM = 150;
  private static final double NO_LIMIT = Double.POSITIVE_INFINITY;
  private static final int CHECKED = 20;
  private static final int SETTLING_ROUNDS = 20;

  private final TilesBenchOptions options;
  private final TilesReport report;
  private final ProcessGroup processes;
  private final TilesFixture fixture;
  private final WrkLoadGenerator wrk;
  private final PgbenchLoadGenerator pgbench;

  public TilesBench(
      TilesBenchOptions options,
      TilesReport report,
      ProcessGroup processes,
      WrkLoadGenerator wrk,
      RawOutputLog raw,
      TilesFixture fixture) {
    this.options = options;
    this.report = report;
    this.processes = processes;
    this.fixture = fixture;
    this.wrk = wrk;
    this.pgbench =
        new PgbenchLoadGenerator(
            processes, fixture.folder(), raw, fixture.database().environment());
  }

  public void run() throws IOException, InterruptedException {
    report.printLine("%s", fixture.describe());
    report.printLine(
        "%s; Java %s; %d cores for servers, database and load together",
        fixture.postgres().version(),
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors());
    var tiles = fixture.tiles();
    TileList near = TileList.draw(1, tiles, 13, 16, TILES_OF_A_ZOOM);
    TileList all = TileList.draw(2, tiles, 10, 16, TILES_OF_A_ZOOM);
    for (TileList list : List.of(near, all)) {
      fixture.postgres().add(list);
      report.printLine(
          "%s: %d distinct tiles (%s); %.0f pieces in a tile on average",
          list.name(),
          list.tiles().size(),
          list.composition(),
          fixture.postgres().meanFeatures(list));
    }
    ApplicationProcess cold = fixture.serveWithoutCache();
    ApplicationProcess warm = fixture.serve("warm");
    List<TileResponse> made = TileResponse.fetchAll(warm.address(), all.tiles());
    TileResponse.fetchAll(cold.address(), all.tiles());
    List<Comparison> comparisons = new ArrayList<>(coldComparisons(cold, near, all));
    comparisons.addAll(warmComparisons(warm, near));
    measure(comparisons, cold, warm);
    report.sizes(made);
    cold.stop();
    warm.stop();
  }

  private List<Comparison> coldComparisons(ApplicationProcess cold, TileList near, TileList all)
      throws IOException, InterruptedException {
    List<Comparison> comparisons = new ArrayList<>();
    comparisons.add(
        coldComparison(cold, near, "geojson", PostgresTiles.GEOJSON, "ST_AsGeoJSON", 1.0, 1.5, 60));
    comparisons.add(
        coldComparison(
            cold, all, "geojson", PostgresTiles.GEOJSON, "ST_AsGeoJSON", 2.0, 3.0, NO_LIMIT));
    String mvt = cold.address() + TileList.path(near.tiles().get(0), "mvt");
    if (TileResponse.status(mvt, "") == 404) {
      report.printLine("MVT: not served");
    } else {
      comparisons.add(
          coldComparison(cold, near, "mvt", PostgresTiles.MVT, "ST_AsMVT", 1.0, 1.5, NO_LIMIT));
      comparisons.add(
          coldComparison(cold, all, "mvt", PostgresTiles.MVT, "ST_AsMVT", 2.0, 3.0, NO_LIMIT));
    }
    return comparisons;
  }

  private Comparison coldComparison(
      ApplicationProcess app,
      TileList list,
      String ending,
      String query,
      String other,
      double target,
      double aim,
      double slowest)
      throws IOException {
    String name = "cold " + ending + ", " + list.name();
    Path requests = list.write(fixture.folder().resolve(ending + list.number()), ending);
    return new Comparison(
        name,
        other,
        target,
        aim,
        slowest,
        seconds -> wrk.run(name, app.address(), requests, seconds),
        seconds -> pgbench.run(name, query, list.number(), list.tiles().size(), seconds));
  }

  private List<Comparison> warmComparisons(ApplicationProcess warm, TileList list)
      throws IOException, InterruptedException {
    Optional<Path> program = NginxServer.find();
    if (program.isEmpty()) {
      report.printLine(
          "nginx is not installed and could not be, so nothing is measured against it.");
      return List.of();
    }
    Path ours = list.write(fixture.folder().resolve("warm"), "geojson");
    List<TileResponse> tiles = fetchSettledTiles(warm, list, ours);
    NginxServer nginx =
        NginxServer.start(
            processes,
            program.get(),
            Files.createDirectory(fixture.folder().resolve("nginx")),
            tiles);
    Path theirs = nginx.writeRequests(tiles);
    List<String> known =
        tiles.stream().map(t -> TileList.path(t.tile(), "geojson") + "\t" + t.etag()).toList();
    Path oursKnown = Files.write(fixture.folder().resolve("known"), known);
    Path theirsKnown = nginx.writeRevalidations(tiles);
    checkNotModified(warm, nginx, tiles);
    return List.of(
        new Comparison(
            "warm, " + list.name(),
            "nginx",
            0.6,
            0.8,
            NO_LIMIT,
            s -> wrk.run("warm", warm.address(), ours, s),
            s -> wrk.run("nginx", nginx.address(), theirs, s)),
        new Comparison(
            "304, " + list.name(),
            "nginx",
            0.6,
            0.8,
            NO_LIMIT,
            s -> wrk.run("304", warm.address(), oursKnown, s),
            s -> wrk.run("nginx 304", nginx.address(), theirsKnown, s)));
  }

  /**
   * Requests the tiles until their bytes stay the same: tiles that are requested often are
   * compressed better after a while, and nginx must serve the same bytes.
   */
  private List<TileResponse> fetchSettledTiles(
      ApplicationProcess warm, TileList list, Path requests)
      throws IOException, InterruptedException {
    long before = 0;
    for (int i = 0; i < SETTLING_ROUNDS; i++) {
      wrk.run("until tiles stay as they are", warm.address(), requests, options.seconds());
      List<TileResponse> tiles = TileResponse.fetchAll(warm.address(), list.tiles());
      long bytes = tiles.stream().mapToLong(t -> t.sent().length).sum();
      if (bytes == before) {
        return tiles;
      }
      before = bytes;
    }
    throw new UserException(
        "The tiles' bytes change without end, so nginx cannot be given the same.");
  }

  /** Checks some responses one by one, since wrk does not report the status. */
  private static void checkNotModified(
      ApplicationProcess app, NginxServer nginx, List<TileResponse> tiles)
      throws IOException, InterruptedException {
    for (TileResponse tile : tiles.subList(0, Math.min(CHECKED, tiles.size()))) {
      String url = app.address() + TileList.path(tile.tile(), "geojson");
      if (TileResponse.status(url, tile.etag()) != 304
          || TileResponse.status(nginx.url(tile), TileResponse.etag(nginx.url(tile))) != 304) {
        throw new UserException("The tile " + url + " was not answered with 304 to its own ETag.");
      }
    }
  }

  private void measure(
      List<Comparison> comparisons, ApplicationProcess cold, ApplicationProcess warm)
      throws IOException, InterruptedException {
    Map<Comparison, List<Comparison.Result>> rounds = new LinkedHashMap<>();
    for (int round = 0; round <= options.rounds(); round++) {
      Map<Comparison, Comparison.Result> results = new LinkedHashMap<>();
      for (Comparison comparison : comparisons) {
        results.put(comparison, comparison.run(options.seconds()));
      }
      if (round == 0) {
        report.printLine("Warmed up with a round that is not counted.");
        continue;
      }
      report.round(round, results);
      results.forEach((c, r) -> rounds.computeIfAbsent(c, k -> new ArrayList<>()).add(r));
    }
    MemoryFigures withCache = warm.memory();
    MemoryFigures without = cold.memory();
    report.printLine("%nMemory, MB, byte cache on: %s; off: %s", withCache, without);
    report.verdict(rounds, options.parcels(), withCache.max(without));
  }
}
