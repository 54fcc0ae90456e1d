package org.greensward.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.greensward.bench.process.ApplicationProcess;
import org.greensward.bench.process.MemoryFigures;
import org.greensward.bench.report.TextTable;
import org.greensward.error.UserException;

/**
 * Benchmark of OGC API Features: how long all land takes as GeoJSON through {@code /ogc}, in one
 * response, from the first byte sent to the last received and written to a file, against {@code
 * ogr2ogr} writing the same rows straight from PostGIS.
 */
final class FeaturesBench {
  private static final double TARGET = 1.5;

  private final FeaturesFixture fixture;
  private final int parcels;
  private final PrintStream out;
  private final HttpClient client = HttpClient.newHttpClient();

  FeaturesBench(FeaturesFixture fixture, int parcels, PrintStream out) {
    this.fixture = fixture;
    this.parcels = parcels;
    this.out = out;
  }

  private interface TimedAction {
    void run() throws IOException, InterruptedException;
  }

  /**
   * @param rounds how many are counted, after one that is not
   */
  void run(int rounds) throws IOException, InterruptedException {
    ApplicationProcess app = fixture.serve();
    String address = app.address() + "/ogc/collections/land/items?limit=";
    Path ours = fixture.file("ours.json");
    Path plain = fixture.file("plain.json");
    get(address + 1000, ours);
    MemoryFigures before = app.memory();
    TextTable table =
        new TextTable("round", "/ogc s", "ogr2ogr s", "ratio", "table alone s", "ratio");
    List<Double> ratios = new ArrayList<>();
    List<Double> harder = new ArrayList<>();
    for (int i = 0; i <= rounds; i++) {
      boolean first = i % 2 == 0;
      double served = first ? seconds(() -> get(address + parcels, ours)) : 0;
      double written = seconds(() -> fixture.sameRows(plain));
      double alone = seconds(() -> fixture.tableAlone(fixture.file("table.json")));
      served = first ? served : seconds(() -> get(address + parcels, ours));
      if (i == 0) {
        requireAllFeatures(ours);
        requireAllFeatures(plain);
        continue;
      }
      ratios.add(served / written);
      harder.add(served / alone);
      table.add(
          String.valueOf(i),
          number(served),
          number(written),
          number(served / written),
          number(alone),
          number(served / alone));
    }
    table.lines().forEach(out::println);
    out.printf(
        Locale.ROOT,
        "Median ratio %.2f, to the table alone %.2f; target: at most %.1f: %s%n",
        median(ratios),
        median(harder),
        TARGET,
        median(ratios) <= TARGET ? "reached" : "MISSED");
    out.printf(
        Locale.ROOT,
        "%,d MB as GeoJSON%nMemory, MB, after 1,000 features: %s%n            after them all: %s%n",
        Files.size(ours) >> 20,
        before,
        app.memory());
  }

  private void get(String address, Path file) throws IOException, InterruptedException {
    HttpResponse<Path> response =
        client.send(
            HttpRequest.newBuilder(URI.create(address)).build(),
            HttpResponse.BodyHandlers.ofFile(file));
    if (response.statusCode() != 200) {
      throw new UserException(address + " was answered " + response.statusCode() + ".");
    }
  }

  /** Checks that a file has a line for each feature. */
  private void requireAllFeatures(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      long features = lines.filter(line -> line.contains("\"Feature\"")).count();
      if (features != parcels) {
        throw new IllegalStateException(file + " has " + features + " features");
      }
    }
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static double seconds(TimedAction action) throws IOException, InterruptedException {
    long start = System.nanoTime();
    action.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
