package org.greensward.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Prints how this folder's benchmarks did against another commit's, from what JMH wrote of both:
 * {@code base-1.csv}, {@code here-1.csv} and so on, all of throughput.
 */
final class JmhComparison {
  private static final int BENCHMARK = 0;
  private static final int SCORE = 4;

  private JmhComparison() {}

  public static void main(String[] folder) throws IOException {
    Map<String, List<Double>> base = scores(Path.of(folder[0]), "base-");
    Map<String, List<Double>> here = scores(Path.of(folder[0]), "here-");
    lines(base, here).forEach(System.out::println);
  }

  /** A row for each benchmark that both have: medians of the turns, and of the turns' ratios. */
  static List<String> lines(Map<String, List<Double>> base, Map<String, List<Double>> here) {
    TextTable table =
        new TextTable("benchmark, operations a second", "base", "here", "here / base");
    here.forEach(
        (name, scores) -> {
          if (base.containsKey(name)) {
            List<Double> before = base.get(name);
            List<Double> ratios = new ArrayList<>();
            for (int turn = 0; turn < scores.size(); turn++) {
              ratios.add(scores.get(turn) / before.get(turn));
            }
            table.add(
                name, text(median(before), 0), text(median(scores), 0), text(median(ratios), 2));
          }
        });
    return table.lines();
  }

  private static String text(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  private static double median(List<Double> values) {
    return Percentiles.median(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static Map<String, List<Double>> scores(Path folder, String prefix) throws IOException {
    Map<String, List<Double>> scores = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        if (file.getFileName().toString().startsWith(prefix)) {
          read(Files.readAllLines(file), scores);
        }
      }
    }
    return scores;
  }

  /** Reads one file of JMH, with its heading; parameters after the unit belong to the name. */
  static void read(List<String> csv, Map<String, List<Double>> scores) {
    for (String line : csv.subList(1, csv.size())) {
      String[] cells = line.replace("\"", "").split(",");
      String name = cells[BENCHMARK].replaceFirst("^org\\.greensward\\.", "");
      for (int i = SCORE + 3; i < cells.length; i++) {
        name += " " + cells[i];
      }
      scores.computeIfAbsent(name, n -> new ArrayList<>()).add(Double.parseDouble(cells[SCORE]));
    }
  }
}
