package org.greensward.bench.tile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.greensward.bench.data.LandDataGenerator;
import org.greensward.bench.process.ApplicationProcess;
import org.greensward.bench.process.BenchDatabase;
import org.greensward.bench.process.BenchFixture;
import org.greensward.bench.process.ProcessGroup;
import org.greensward.layer.tile.geometry.TileCoord;

/**
 * Fixture of {@link TilesBench}: a database of generated land, the same land in the tables of
 * {@link PostgresTiles}, and the applications under test.
 */
public final class TilesFixture implements BenchFixture {
  private final Path folder;
  private final ProcessGroup processes;
  private final BenchDatabase database;
  private final PostgresTiles postgres;
  private final double seconds;

  /** Creates the database and generates the land. */
  public TilesFixture(Path folder, ProcessGroup processes, int parcels)
      throws IOException, SQLException {
    this.folder = Files.createDirectories(folder);
    this.processes = processes;
    this.database = new BenchDatabase(folder.resolve("data"));
    long start = System.nanoTime();
    new LandDataGenerator(database.dataSource()).fill(parcels);
    this.seconds = (System.nanoTime() - start) / 1e9;
    this.postgres = new PostgresTiles(database.jdbc());
    postgres.prepare();
  }

  Path folder() {
    return folder;
  }

  BenchDatabase database() {
    return database;
  }

  PostgresTiles postgres() {
    return postgres;
  }

  /** How much there is, and how long it took to make, with its pieces. */
  public String describe() {
    return "%,d parcels in %,d parishes, %,d pieces, made in %.1f s"
        .formatted(count("land"), count("parish"), count("piece"), seconds);
  }

  private long count(String table) {
    return database.jdbc().sql("SELECT count(*) FROM " + table).query(Long.class).single();
  }

  /** Starts an application with the default settings. */
  ApplicationProcess serve(String name) throws IOException, InterruptedException {
    return new ApplicationProcess(processes, folder, name, database, List.of());
  }

  /** Starts an application without a tile cache. */
  public ApplicationProcess serveWithoutCache() throws IOException, InterruptedException {
    return new ApplicationProcess(
        processes, folder, "cold", database, List.of("-Dgreensward.tiles.cache-memory=0MB"));
  }

  /** All tiles with land, by zoom, with how many pieces have their middle in each. */
  public Map<Integer, Map<TileCoord, Integer>> tiles() {
    return postgres.listTiles();
  }

  @Override
  public void close() {
    database.close();
  }
}
