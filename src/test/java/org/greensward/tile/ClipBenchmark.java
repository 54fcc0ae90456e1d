package org.greensward.tile;

import java.util.concurrent.TimeUnit;
import org.greensward.layer.tile.geometry.PackedGeometries;
import org.greensward.layer.tile.geometry.ShapeClipper;
import org.greensward.layer.tile.geometry.TileDetail;
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

/**
 * Finding what of 290 shapes goes into a tile, and clipping those that reach far beyond it: small
 * ones, of which hardly one must be clipped, and large ones, of which many must.
 */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ClipBenchmark {
  private static final int SHAPES = 290;

  @Param({"8", "400"})
  public int radius;

  private PackedGeometries shapes;
  private ShapeClipper clip;

  @Setup
  public void make() {
    TileDetail detail = TileDetail.ofDegrees(BenchmarkLand.TILE.z());
    shapes = new BenchmarkLand(SHAPES, radius, detail).shapes();
    clip = new ShapeClipper(BenchmarkLand.TILE, detail.grid());
  }

  @Benchmark
  public void tile(Blackhole hole) {
    for (int i = 0; i < shapes.size(); i++) {
      if (!shapes.meets(i, clip.box())) {
        continue;
      }
      hole.consume(clip.takesWhole(shapes, i) ? shapes : clip.clip(shapes, i));
    }
  }
}
