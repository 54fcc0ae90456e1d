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
import org.springframework.util.FileSystemUtils;

/** A folder, a store and processes for one bench, all gone when it ends, by itself or by Ctrl-C. */
public final class Workshop implements AutoCloseable {
  private static final int TENFOLD = 10;

  /** A store and what works on it. */
  interface Site extends AutoCloseable {
    @Override
    void close();
  }

  private final Path folder;
  private final Children children = new Children();
  private final Thread hook = new Thread(this::clear, "bench-clear");
  private volatile boolean stopping;
  private final Deque<Site> sites = new ConcurrentLinkedDeque<>();

  public Workshop() throws IOException {
    folder = Files.createTempDirectory("greensward-bench-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Measures tiles. */
  public void tiles(TilesOptions options, PrintStream out)
      throws IOException, InterruptedException, SQLException {
    RawLog raw = new RawLog(options.raw());
    TilesReport report = new TilesReport(out);
    Wrk wrk = new Wrk(children, folder, raw);
    try {
      report.say("Making %,d parcels ...", options.parcels());
      TilesSite small = open("small", options.parcels());
      new TilesBench(options, report, children, wrk, raw, small).run();
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
      SearchSite site = new SearchSite(folder.resolve("search"), children);
      sites.push(site);
      out.printf(Locale.ROOT, "Making %,d postcodes and names ...%n", names);
      double seconds = site.fill(names);
      out.printf(
          Locale.ROOT,
          "%,d postcodes, %,d names of %,d different words, made in %.0f s%n%n",
          site.count("postcode"),
          site.count("place"),
          site.count("search_word"),
          seconds);
      new SearchBench(site, site.serve().address(), out).run(rounds);
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
      FeaturesSite site = new FeaturesSite(folder.resolve("features"), children, parcels);
      sites.push(site);
      new FeaturesBench(site, parcels, out).run(rounds);
    } catch (IOException | SQLException | RuntimeException e) {
      awaitEndIfStopping();
      throw e;
    }
  }

  private void sweep(TilesOptions options, TilesReport report, TilesSweep sweep, TilesSite small)
      throws IOException, InterruptedException, SQLException {
    Map<Integer, Integer> pieces = TilesSweep.typical(small.tiles());
    ServedApp app = small.serveWithoutCache();
    Map<Integer, TilesSweep.Cost> few = sweep.run(small, app, pieces);
    app.stop();
    report.say("%nMaking %,d parcels ...", TENFOLD * options.parcels());
    TilesSite large = open("large", TENFOLD * options.parcels());
    report.say("%s", large.describe());
    app = large.serveWithoutCache();
    Map<Integer, TilesSweep.Cost> many = sweep.run(large, app, pieces);
    report.sweep(few, many);
    report.say("Memory with ten times the data, MB: %s", app.memory());
  }

  private TilesSite open(String name, int parcels) throws IOException, SQLException {
    TilesSite site = new TilesSite(folder.resolve(name), children, parcels);
    sites.push(site);
    return site;
  }

  /** After Ctrl-C everything breaks off somewhere; that is nothing to report. */
  private void awaitEndIfStopping() throws InterruptedException {
    if (stopping) {
      Thread.currentThread().join();
    }
  }

  private synchronized void clear() {
    stopping = true;
    children.close();
    sites.forEach(Site::close);
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
