package org.greensward.bench.tile;

import java.io.PrintStream;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.greensward.bench.process.MemoryFigures;
import org.greensward.bench.report.Percentiles;
import org.greensward.bench.report.TextTable;

/** Prints the results of {@link TilesBench}. */
public final class TilesReport {
  private static final double FLAT = 1.5;

  private final PrintStream out;

  public TilesReport(PrintStream out) {
    this.out = out;
  }

  public void printLine(String format, Object... values) {
    out.printf(Locale.ROOT, format + "%n", values);
    out.flush();
  }

  private void print(String heading, TextTable table) {
    printLine("%n%s", heading);
    table.lines().forEach(out::println);
    out.flush();
  }

  /** One round: both sides of each comparison; milliseconds. */
  void round(int number, Map<Comparison, Comparison.Result> results) {
    TextTable table =
        new TextTable("", "ours/s", "p50", "p99", "theirs/s", "p50", "p99", "ratio", "");
    results.forEach(
        (comparison, r) ->
            table.add(
                comparison.name(),
                number(r.ours().rate(), 0),
                number(r.ours().p50(), 1),
                number(r.ours().p99(), 1),
                number(r.theirs().rate(), 0),
                number(r.theirs().p50(), 1),
                number(r.theirs().p99(), 1),
                number(r.ratio(), 2),
                comparison.other()));
    print("Round " + number + " (answers a second; ms)", table);
    results.forEach(
        (comparison, r) -> {
          if (r.theirs().bytes() > 0) {
            printLine(
                "%s: %,.0f bytes an answer with its head, %s's %,.0f",
                comparison.name(), r.ours().bytes(), comparison.other(), r.theirs().bytes());
          }
        });
  }

  /** The medians of all rounds, beside what was to be reached. */
  void verdict(Map<Comparison, List<Comparison.Result>> rounds, int parcels, MemoryFigures memory) {
    TextTable table = new TextTable("", "measured", "target", "aim", "");
    rounds.forEach(
        (comparison, results) -> {
          double[] ratios = results.stream().mapToDouble(Comparison.Result::ratio).toArray();
          long reached = results.stream().filter(r -> r.ratio() >= comparison.target()).count();
          table.add(
              comparison.name() + ", times " + comparison.other(),
              number(Percentiles.median(ratios), 2),
              ">= " + number(comparison.target(), 1),
              number(comparison.aim(), 1),
              reached(reached, results.size()));
          if (Double.isFinite(comparison.slowest())) {
            double[] slow = results.stream().mapToDouble(r -> r.ours().p99()).toArray();
            long quick =
                results.stream().filter(r -> r.ours().p99() < comparison.slowest()).count();
            table.add(
                comparison.name() + ", p99 ms",
                number(Percentiles.median(slow), 1),
                "< " + number(comparison.slowest(), 0),
                "",
                reached(quick, results.size()));
          }
        });
    int most = parcels <= 60_000 ? 512 : 1536;
    table.add(
        "heap after a collection, MB",
        "" + memory.peak(),
        "< " + most,
        "",
        memory.peak() < most ? "reached" : "MISSED");
    print("Median of the rounds, and the targets", table);
  }

  private static String reached(long times, int of) {
    return times == of
        ? "reached in " + of + " of " + of
        : "MISSED in " + (of - times) + " of " + of;
  }

  /** Bytes and features of our tiles by zoom. */
  void sizes(List<TileResponse> tiles) {
    TextTable table =
        new TextTable(
            "zoom", "tiles", "features", "raw min", "mean", "max", "gzip min", "mean", "max");
    tiles.stream()
        .collect(Collectors.groupingBy(t -> t.tile().z(), TreeMap::new, Collectors.toList()))
        .forEach(
            (zoom, made) -> {
              IntSummaryStatistics raw = statistics(made, TileResponse::raw);
              IntSummaryStatistics sent = statistics(made, t -> t.sent().length);
              table.add(
                  "" + zoom,
                  "" + made.size(),
                  number(statistics(made, TileResponse::features).getAverage(), 0),
                  number(raw.getMin(), 0),
                  number(raw.getAverage(), 0),
                  number(raw.getMax(), 0),
                  number(sent.getMin(), 0),
                  number(sent.getAverage(), 0),
                  number(sent.getMax(), 0));
            });
    print("Bytes of our tiles", table);
  }

  /** What a tile costs with the data and with ten times as much. */
  public void sweep(Map<Integer, TilesSweep.Cost> few, Map<Integer, TilesSweep.Cost> many) {
    TextTable table =
        new TextTable(
            "zoom", "tiles", "features", "ms", "tenfold: tiles", "features", "ms", "ratio", "");
    few.forEach(
        (zoom, small) -> {
          TilesSweep.Cost large = many.get(zoom);
          double ratio = large.times(small);
          table.add(
              "" + zoom,
              "" + small.tiles(),
              number(small.features(), 0),
              number(small.millis(), 2),
              "" + large.tiles(),
              number(large.features(), 0),
              number(large.millis(), 2),
              number(ratio, 2),
              ratio <= FLAT ? "flat" : "NOT FLAT");
        });
    print("Cost of a tile, byte cache off, for as many features; flat is up to " + FLAT, table);
  }

  private static IntSummaryStatistics statistics(
      List<TileResponse> tiles, ToIntFunction<TileResponse> of) {
    return tiles.stream().mapToInt(of).summaryStatistics();
  }

  private static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
