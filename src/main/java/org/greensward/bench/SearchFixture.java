package org.greensward.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** A store full of made-up names and postcodes, and an application on it. */
final class SearchFixture implements BenchEnvironment.Fixture {
  private final Path folder;
  private final ProcessGroup processes;
  private final BenchDatabase store;

  SearchFixture(Path folder, ProcessGroup processes) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.processes = processes;
    this.store = new BenchDatabase(folder.resolve("data"));
  }

  /** Makes so many rows, and returns how many seconds it took. */
  double fill(int rows) throws SQLException {
    long start = System.nanoTime();
    new SearchDataGenerator(store.dataSource()).fill(rows);
    return (System.nanoTime() - start) / 1e9;
  }

  long count(String table) {
    return store.jdbc().sql("SELECT count(*) FROM " + table).query(Long.class).single();
  }

  /** Values spread over a table. */
  List<String> sample(String expression, String from, int most) {
    return store
        .jdbc()
        .sql(
            "SELECT %1$s FROM %2$s ORDER BY hashtext(%1$s), 1 LIMIT %3$d"
                .formatted(expression, from, most))
        .query(String.class)
        .list();
  }

  ApplicationProcess serve() throws IOException, InterruptedException {
    return new ApplicationProcess(processes, folder, "search", store, List.of());
  }

  @Override
  public void close() {
    store.close();
  }
}
