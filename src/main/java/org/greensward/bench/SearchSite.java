package org.greensward.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** A store full of made-up names and postcodes, and an application on it. */
final class SearchSite implements Workshop.Site {
  private final Path folder;
  private final Children children;
  private final BenchStore store;

  SearchSite(Path folder, Children children) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.children = children;
    this.store = new BenchStore(folder.resolve("data"));
  }

  /** Makes so many rows, and returns how many seconds it took. */
  double fill(int rows) throws SQLException {
    long start = System.nanoTime();
    new SearchData(store.dataSource()).fill(rows);
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

  ServedApp serve() throws IOException, InterruptedException {
    return new ServedApp(children, folder, "search", store, List.of());
  }

  @Override
  public void close() {
    store.close();
  }
}
