package org.greensward.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How figures are laid out. */
class TextTableTest {
  @Test
  void figuresStandUnderEachOther() {
    TextTable table = new TextTable("", "ours/s", "ratio", "");
    table.add("cold", "1,234", "0.5", "nginx");
    table.add("warm, all", "5", "10.0");
    assertThat(table.lines())
        .containsExactly(
            "           ours/s  ratio",
            "cold        1,234    0.5  nginx",
            "warm, all       5   10.0");
  }

  @Test
  void verdictSaysWhetherEachRoundReachedTheTarget() {
    Comparison comparison = new Comparison("cold", "ST_AsGeoJSON", 1.0, 1.5, 60, null, null);
    LoadResult theirs = new LoadResult(1000, 20, 100, 0);
    List<Comparison.Result> rounds =
        List.of(
            new Comparison.Result(new LoadResult(1600, 10, 40, 0), theirs),
            new Comparison.Result(new LoadResult(900, 10, 50, 0), theirs),
            new Comparison.Result(new LoadResult(1200, 10, 70, 0), theirs));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new TilesReport(new PrintStream(out))
        .verdict(Map.of(comparison, rounds), 60_000, new MemoryFigures(100, 600, 900));
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .anySatisfy(l -> assertThat(l).contains("times ST_AsGeoJSON", "1.20", "MISSED in 1 of 3"))
        .anySatisfy(l -> assertThat(l).contains("p99 ms", "50.0", "MISSED in 1 of 3"))
        .anySatisfy(l -> assertThat(l).contains("heap", "600", "< 512", "MISSED"));
  }

  @Test
  void benchmarksOfTwoCommits() {
    Map<String, List<Double>> base = new TreeMap<>();
    Map<String, List<Double>> here = new TreeMap<>();
    for (String[] run : List.of(new String[] {"100", "150"}, new String[] {"200", "280"})) {
      JmhComparison.read(csv(run[0]), base);
      JmhComparison.read(csv(run[1]), here);
    }
    here.put("bench.Other.new 1", new ArrayList<>(List.of(1.0)));
    assertThat(JmhComparison.lines(base, here))
        .hasSize(2)
        .last()
        .asString()
        .matches("tile\\.ClipBenchmark\\.tile 290 +100 +150 +1\\.40");
  }

  private static List<String> csv(String score) {
    return List.of(
        "\"Benchmark\",\"Mode\",\"Threads\",\"Samples\",\"Score\",\"Score Error (99.9%)\",\"Unit\","
            + "\"Param: features\"",
        "\"org.greensward.tile.ClipBenchmark.tile\",\"thrpt\",1,5,"
            + score
            + ",37.9,\"ops/s\",290");
  }
}
