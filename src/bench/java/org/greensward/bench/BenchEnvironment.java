package org.greensward.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.greensward.bench.process.ApplicationProcess;
import org.greensward.bench.process.BenchFixture;
import org.greensward.bench.process.ProcessGroup;
import org.greensward.bench.process.RawOutputLog;
import org.greensward.bench.process.WrkLoadGenerator;
import org.greensward.bench.tile.TilesBench;
import org.greensward.bench.tile.TilesBenchOptions;
import org.greensward.bench.tile.TilesFixture;
import org.greensward.bench.tile.TilesReport;
import org.greensward.bench.tile.TilesSweep;
import org.springframework.util.FileSystemUtils;

/**
 * The temporary folder, fixtures and processes of one benchmark, removed when it ends or on Ctrl-C.
 */
public final class BenchEnvironment implements AutoCloseable {
  private static final int SWEEP_FACTOR = 10;

  private final Path folder;
  private final ProcessGroup processes = new ProcessGroup();
  private final Thread hook = new Thread(this::clear, "bench-clear");
  private volatile boolean stopping;
  private final Deque<BenchFixture> fixtures = new ConcurrentLinkedDeque<>();

  public BenchEnvironment() throws IOException {
    folder = Files.createTempDirectory("greensward-bench-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Measures tiles. */
  public void tiles(TilesBenchOptions options, PrintStream out)
      throws IOException, InterruptedException, SQLException {
    RawOutputLog raw = new RawOutputLog(options.raw());
    TilesReport report = new TilesReport(out);
    WrkLoadGenerator wrk = new WrkLoadGenerator(processes, folder, raw);
    try {
      report.printLine("Making %,d parcels ...", options.parcels());
      TilesFixture small = open("small", options.parcels());
      new TilesBench(options, report, processes, wrk, raw, small).run();
      if (options.sweep()) {
        sweep(options, report, new TilesSweep(wrk, options.seconds()), small);
      }
    } catch (IOException | SQLException | RuntimeException e) {
      awaitEndIfStopping();
      throw e;
    }
  }

  /**
   * Measures searches.
   *
   * @param names how many postcodes and names are made up
   */
  public void search(int names, int rounds, PrintStream out)
      throws IOException, InterruptedException, SQLException {
    try {
      SearchFixture fixture = new SearchFixture(folder.resolve("search"), processes);
      fixtures.push(fixture);
      out.printf(Locale.ROOT, "Making %,d postcodes and names ...%n", names);
      double seconds = fixture.fill(names);
      out.printf(
          Locale.ROOT,
          "%,d postcodes, %,d names of %,d different words, made in %.0f s%n%n",
          fixture.count("postcode"),
          fixture.count("place"),
          fixture.count("search_word"),
          seconds);
      new SearchBench(fixture, fixture.serve().address(), out).run(rounds);
    } catch (IOException | SQLException | RuntimeException e) {
      awaitEndIfStopping();
      throw e;
    }
  }

  /**
   * Measures features through {@code /ogc}.
   *
   * @param parcels how many are made up, and asked for at once
   */
  public void features(int parcels, int rounds, PrintStream out)
      throws IOException, InterruptedException, SQLException {
    try {
      out.printf(Locale.ROOT, "Making %,d parcels ...%n", parcels);
      FeaturesFixture fixture = new FeaturesFixture(folder.resolve("features"), processes, parcels);
      fixtures.push(fixture);
      new FeaturesBench(fixture, parcels, out).run(rounds);
    } catch (IOException | SQLException | RuntimeException e) {
      awaitEndIfStopping();
      throw e;
    }
  }

  private void sweep(
      TilesBenchOptions options, TilesReport report, TilesSweep sweep, TilesFixture small)
      throws IOException, InterruptedException, SQLException {
    Map<Integer, Integer> pieces = TilesSweep.typical(small.tiles());
    ApplicationProcess app = small.serveWithoutCache();
    Map<Integer, TilesSweep.Cost> few = sweep.run(small, app, pieces);
    app.stop();
    report.printLine("%nMaking %,d parcels ...", SWEEP_FACTOR * options.parcels());
    TilesFixture large = open("large", SWEEP_FACTOR * options.parcels());
    report.printLine("%s", large.describe());
    app = large.serveWithoutCache();
    Map<Integer, TilesSweep.Cost> many = sweep.run(large, app, pieces);
    report.sweep(few, many);
    report.printLine("Memory with ten times the data, MB: %s", app.memory());
  }

  private TilesFixture open(String name, int parcels) throws IOException, SQLException {
    TilesFixture fixture = new TilesFixture(folder.resolve(name), processes, parcels);
    fixtures.push(fixture);
    return fixture;
  }

  /** Suppresses the errors that follow Ctrl-C, when processes and files disappear. */
  private void awaitEndIfStopping() throws InterruptedException {
    if (stopping) {
      Thread.currentThread().join();
    }
  }

  private synchronized void clear() {
    stopping = true;
    processes.close();
    fixtures.forEach(BenchFixture::close);
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      System.err.println("Left behind: " + folder + ": " + e.getMessage());
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(hook);
    clear();
  }
}
