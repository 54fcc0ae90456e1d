package org.greensward.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.greensward.GreenswardApplication;
import org.greensward.bench.tile.SizesBench;
import org.greensward.bench.tile.TilesBenchOptions;
import org.greensward.error.UserException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code bench}: runs one benchmark on a database that it removes afterwards. */
@Command(name = "bench")
class BenchCommand implements Callable<Integer> {
  @Parameters(paramLabel = "WHAT")
  String what;

  @Option(names = "--rounds", paramLabel = "N")
  Integer rounds;

  @Option(names = "--parcels", paramLabel = "N", defaultValue = "60000")
  int parcels;

  @Option(names = "--names", paramLabel = "N", defaultValue = "2600000")
  int names;

  @Option(names = "--seconds", paramLabel = "N", defaultValue = "5")
  int seconds;

  @Option(names = "--raw", paramLabel = "FILE")
  Path raw;

  @Option(names = "--sweep")
  boolean sweep;

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException {
    refuseOutside("--rounds", rounds == null ? 1 : rounds, 1, 100);
    switch (what) {
      case "import" -> measureImport(rounds == null ? 5 : rounds);
      case "tiles" -> measureTiles(rounds == null ? 3 : rounds);
      case "sizes" -> weighTiles();
      case "search" -> measureSearch(rounds == null ? 3 : rounds);
      case "features" -> measureFeatures(rounds == null ? 5 : rounds);
      case "pages" -> {
        return scorePages(rounds == null ? 5 : rounds) ? 0 : 1;
      }
      default ->
          throw new UserException(
              "There is no bench '"
                  + what
                  + "'; the benches are: import, tiles, sizes, search, features,"
                  + " pages.");
    }
    return 0;
  }

  private static void refuseOutside(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new UserException(
          "%s %d is not a number from %,d to %,d.".formatted(option, value, least, most));
    }
  }

  private void measureTiles(int rounds) throws IOException, InterruptedException, SQLException {
    refuseOutside("--parcels", parcels, 1000, 1_000_000);
    refuseOutside("--seconds", seconds, 1, 600);
    try (BenchEnvironment environment = new BenchEnvironment()) {
      environment.tiles(new TilesBenchOptions(parcels, rounds, seconds, raw, sweep), System.out);
    }
  }

  private void measureSearch(int rounds) throws IOException, InterruptedException, SQLException {
    refuseOutside("--names", names, 10_000, 10_000_000);
    try (BenchEnvironment environment = new BenchEnvironment()) {
      environment.search(names, rounds, System.out);
    }
  }

  private void measureFeatures(int rounds) throws IOException, InterruptedException, SQLException {
    refuseOutside("--parcels", parcels, 1000, 100_000);
    try (BenchEnvironment environment = new BenchEnvironment()) {
      environment.features(parcels, rounds, System.out);
    }
  }

  private static void weighTiles() throws IOException, InterruptedException {
    onDemonstration(
        (context, folder) -> {
          int port = ((WebServerApplicationContext) context).getWebServer().getPort();
          new SizesBench("http://127.0.0.1:" + port).run(System.out);
        });
  }

  private static boolean scorePages(int rounds) throws IOException, InterruptedException {
    boolean[] reached = {false};
    onDemonstration(
        (context, folder) -> {
          int port = ((WebServerApplicationContext) context).getWebServer().getPort();
          reached[0] = new PagesBench("http://127.0.0.1:" + port, folder).run(System.out, rounds);
        });
    return reached[0];
  }

  private static void measureImport(int rounds) throws IOException, InterruptedException {
    onDemonstration((context, folder) -> print(new ImportBench(context).run(folder, rounds)));
  }

  private interface DemonstrationAction {
    void run(ConfigurableApplicationContext context, Path folder)
        throws IOException, InterruptedException;
  }

  /** Runs an action with a running demonstration and a folder, and removes both. */
  private static void onDemonstration(DemonstrationAction action)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("greensward-bench-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (ConfigurableApplicationContext context = serve(folder)) {
      action.run(context, folder);
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  /** The application as {@code up} starts it, on a free port. */
  private static ConfigurableApplicationContext serve(Path folder) {
    SpringApplication application = new SpringApplication(GreenswardApplication.class);
    application.setLogStartupInfo(false);
    application.setDefaultProperties(
        Map.of(
            "greensward.data",
            folder.resolve("data"),
            "greensward.exclusive",
            true,
            "greensward.first-run",
            "demonstration",
            "server.address",
            "127.0.0.1",
            "server.port",
            0));
    return application.run();
  }

  private static void print(List<ImportBench.Round> rounds) {
    System.out.println("25,000 parcels: seconds to load with ogr2ogr, and to import with pieces");
    System.out.println("round  ogr2ogr   ours  ratio");
    for (int i = 0; i < rounds.size(); i++) {
      ImportBench.Round round = rounds.get(i);
      System.out.printf(
          Locale.ROOT,
          "%5d %8.2f %6.2f %6.2f%n",
          i + 1,
          round.ogr2ogr(),
          round.ours(),
          round.ratio());
    }
    double[] ratios = rounds.stream().mapToDouble(ImportBench.Round::ratio).sorted().toArray();
    System.out.printf(Locale.ROOT, "median ratio %.2f%n", ratios[ratios.length / 2]);
  }
}
