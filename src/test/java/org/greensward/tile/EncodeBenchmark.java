package org.greensward.tile;

import java.util.concurrent.TimeUnit;
import org.greensward.layer.tile.geometry.Generalisation;
import org.greensward.layer.tile.geometry.TileCoord;
import org.greensward.layer.tile.geometry.TileDetail;
import org.greensward.layer.tile.geometry.TileGrid;
import org.greensward.tile.encode.GeoJsonTile;
import org.greensward.tile.encode.MvtTile;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Writing prepared pieces as a tile of each format, uncompressed. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@OutputTimeUnit(TimeUnit.SECONDS)
public class EncodeBenchmark {
  private static final double RADIUS = 8;

  @Param({"290", "2000"})
  public int features;

  private BenchmarkLand onDegrees;
  private BenchmarkLand onPixels;

  @Setup
  public void make() {
    int zoom = BenchmarkLand.TILE.z();
    onDegrees = new BenchmarkLand(features, RADIUS, TileDetail.ofDegrees(zoom));
    onPixels = new BenchmarkLand(features, RADIUS, TileDetail.ofPixels(zoom));
  }

  @Benchmark
  public byte[] geoJson() {
    return onDegrees.write(new GeoJsonTile(Generalisation.decimals(BenchmarkLand.TILE.z())));
  }

  @Benchmark
  public byte[] mvt() {
    TileCoord tile = BenchmarkLand.TILE;
    return onPixels.write(new MvtTile("land", tile, new TileGrid.Pixels(tile.z())));
  }
}
