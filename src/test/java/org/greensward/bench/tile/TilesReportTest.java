package org.greensward.bench.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.greensward.bench.process.LoadResult;
import org.greensward.bench.process.MemoryFigures;
import org.junit.jupiter.api.Test;

/** The verdict of the benchmark of tiles. */
class TilesReportTest {
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
}
