package org.greensward.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

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
