package org.greensward.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.greensward.bench.data.SearchDataGenerator;
import org.greensward.bench.process.ApplicationProcess;
import org.greensward.bench.process.BenchDatabase;
import org.greensward.bench.process.BenchFixture;
import org.greensward.bench.process.ProcessGroup;

/**
 * Fixture of {@link SearchBench}: a database of generated names and postcodes, and an application.
 */
final class SearchFixture implements BenchFixture {
  private final Path folder;
  private final ProcessGroup processes;
  private final BenchDatabase database;

  SearchFixture(Path folder, ProcessGroup processes) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.processes = processes;
    this.database = new BenchDatabase(folder.resolve("data"));
  }

  /** Generates a number of rows and returns the seconds it took. */
  double fill(int rows) throws SQLException {
    long start = System.nanoTime();
    new SearchDataGenerator(database.dataSource()).fill(rows);
    return (System.nanoTime() - start) / 1e9;
  }

  long count(String table) {
    return database.jdbc().sql("SELECT count(*) FROM " + table).query(Long.class).single();
  }

  /** A sample of values, spread over a table, the same in each run. */
  List<String> sample(String expression, String from, int most) {
    return database
        .jdbc()
        .sql(
            "SELECT %1$s FROM %2$s ORDER BY hashtext(%1$s), 1 LIMIT %3$d"
                .formatted(expression, from, most))
        .query(String.class)
        .list();
  }

  ApplicationProcess serve() throws IOException, InterruptedException {
    return new ApplicationProcess(processes, folder, "search", database, List.of());
  }

  @Override
  public void close() {
    database.close();
  }
}
