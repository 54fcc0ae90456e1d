package org.greensward.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Geometry;
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

/** Writing the clipped pieces of one tile as GeoJSON, uncompressed. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@OutputTimeUnit(TimeUnit.SECONDS)
public class GeoJsonBenchmark {
  @Param({"290", "2000"})
  public int features;

  private final List<TileFeature> clipped = new ArrayList<>();
  private int decimals;

  @Setup
  public void make() {
    TileShape shape = new TileShape(BenchmarkLand.TILE, new GeometryFactory());
    decimals = shape.decimals();
    for (TileFeature feature : BenchmarkLand.features(features)) {
      Geometry degrees = shape.of(feature.geometry());
      if (degrees != null) {
        clipped.add(new TileFeature(feature.id(), feature.properties(), degrees));
      }
    }
  }

  @Benchmark
  public byte[] tile() {
    GeoJsonTile tile = new GeoJsonTile(decimals);
    for (TileFeature feature : clipped) {
      tile.add(feature.id(), feature.properties(), feature.geometry());
    }
    return tile.toBytes();
  }
}
