package org.greensward.tile;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.GeometryFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Clipping the pieces of one tile to it, with their coordinates in rounded degrees. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ClipBenchmark {
  @Param({"290", "2000"})
  public int features;

  private List<TileFeature> land;
  private TileShape shape;

  @Setup
  public void make() {
    land = BenchmarkLand.features(features);
    shape = new TileShape(BenchmarkLand.TILE, new GeometryFactory());
  }

  @Benchmark
  public void tile(Blackhole hole) {
    for (TileFeature feature : land) {
      hole.consume(shape.of(feature.geometry()));
    }
  }
}
