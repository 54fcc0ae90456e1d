package org.greensward.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.greensward.bench.process.ProcessGroup;
import org.greensward.bench.report.Percentiles;
import org.greensward.bench.report.TextTable;
import org.greensward.error.UserException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Benchmark of pages by Lighthouse: its scores for performance, accessibility, best practices and
 * search engines. Each is the median of several runs, since one run of a browser varies.
 */
public final class PagesBench {
  private static final List<String> CATEGORIES =
      List.of("performance", "accessibility", "best-practices", "seo");
  private static final List<String> PAGES =
      List.of("/", "/map", "/councils/olney-town-council", "/who?lon=-0.70000&lat=52.15000");
  private static final long TARGET_SCORE = 95;

  private final String address;
  private final Path folder;
  private final String lighthouse;
  private final String browser;

  /**
   * @param address where the demonstration is served, without a slash at the end
   * @param folder for what Lighthouse writes
   * @throws UserException when the environment does not give the path of Lighthouse, as the script
   *     does
   */
  public PagesBench(String address, Path folder) {
    this.address = address;
    this.folder = folder;
    this.lighthouse = System.getenv("GREENSWARD_LIGHTHOUSE");
    this.browser = System.getenv("GREENSWARD_CHROMIUM");
    if (lighthouse == null || browser == null) {
      throw new UserException("Lighthouse is set up by the script: run ./greensward bench pages.");
    }
  }

  /** Prints the table and returns whether every page reaches the target score. */
  public boolean run(PrintStream out, int rounds) throws IOException, InterruptedException {
    TextTable table =
        new TextTable("page", "performance", "accessibility", "best practices", "seo");
    boolean reached = true;
    try (ProcessGroup processes = new ProcessGroup()) {
      audit(processes, PAGES.get(0)); // wakes the application and is not counted
      for (String page : PAGES) {
        List<long[]> scores = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
          scores.add(audit(processes, page));
        }
        List<String> row = new ArrayList<>(List.of(page));
        for (int i = 0; i < CATEGORIES.size(); i++) {
          int column = i;
          long median = Percentiles.of(scores.stream().mapToLong(it -> it[column]).toArray(), 50);
          reached &= median >= TARGET_SCORE;
          row.add(median + (median < TARGET_SCORE ? " !" : ""));
        }
        table.add(row.toArray(String[]::new));
      }
    }
    out.printf("Lighthouse, median of %d runs; under %d is marked with !%n", rounds, TARGET_SCORE);
    table.lines().forEach(out::println);
    return reached;
  }

  private long[] audit(ProcessGroup processes, String page)
      throws IOException, InterruptedException {
    Path report = folder.resolve("lighthouse.json");
    processes.run(
        List.of(
            "node",
            lighthouse,
            address + page,
            "--quiet",
            "--output=json",
            "--output-path=" + report,
            "--only-categories=" + String.join(",", CATEGORIES),
            "--chrome-flags=--headless=new --no-sandbox --disable-gpu"
                + " --disable-background-networking"),
        Map.of("CHROME_PATH", browser),
        folder.resolve("lighthouse.out"));
    JsonNode categories = JsonMapper.shared().readTree(Files.readString(report)).get("categories");
    return CATEGORIES.stream()
        .mapToLong(name -> Math.round(100 * categories.get(name).get("score").asDouble()))
        .toArray();
  }
}
