package org.greensward.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.greensward.tile.TileCoord;

/**
 * A store full of made-up land, the same land in PostgreSQL's own tables, and who is asked for it.
 */
final class TilesFixture implements BenchEnvironment.Fixture {
  private final Path folder;
  private final ProcessGroup processes;
  private final BenchDatabase store;
  private final PostgresTiles postgres;
  private final double seconds;

  /** Makes all of it, in a folder of its own. */
  TilesFixture(Path folder, ProcessGroup processes, int parcels) throws IOException, SQLException {
    this.folder = Files.createDirectories(folder);
    this.processes = processes;
    this.store = new BenchDatabase(folder.resolve("data"));
    long start = System.nanoTime();
    new LandDataGenerator(store.dataSource()).fill(parcels);
    this.seconds = (System.nanoTime() - start) / 1e9;
    this.postgres = new PostgresTiles(store.jdbc());
    postgres.prepare();
  }

  Path folder() {
    return folder;
  }

  BenchDatabase store() {
    return store;
  }

  PostgresTiles postgres() {
    return postgres;
  }

  /** How much there is, and how long it took to make, with its pieces. */
  String describe() {
    return "%,d parcels in %,d parishes, %,d pieces, made in %.1f s"
        .formatted(count("land"), count("parish"), count("piece"), seconds);
  }

  private long count(String table) {
    return store.jdbc().sql("SELECT count(*) FROM " + table).query(Long.class).single();
  }

  /** An application on the store as anybody starts it. */
  ApplicationProcess serve(String name) throws IOException, InterruptedException {
    return new ApplicationProcess(processes, folder, name, store, List.of());
  }

  /** An application on the store that keeps no tile. */
  ApplicationProcess serveWithoutCache() throws IOException, InterruptedException {
    return new ApplicationProcess(
        processes, folder, "cold", store, List.of("-Dgreensward.tiles.cache-memory=0MB"));
  }

  /** All tiles with land, by zoom, with how many pieces have their middle in each. */
  Map<Integer, Map<TileCoord, Integer>> tiles() {
    return postgres.listTiles();
  }

  @Override
  public void close() {
    store.close();
  }
}
