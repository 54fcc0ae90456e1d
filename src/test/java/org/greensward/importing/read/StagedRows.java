package org.greensward.importing.read;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.greensward.database.TestStore;
import org.greensward.error.UserException;
import org.greensward.layer.importing.ReadOptions;
import org.greensward.layer.importing.SourceFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A file staged for a test, and what came of it.
 *
 * @param progress the numbers that were told on the way
 */
public record StagedRows(
    SourceFile source, long count, List<Map<String, Object>> rows, List<Long> progress) {
  public static final SourceReader READER = new GdalReader();
  private static TestStore store;

  public static StagedRows of(Path file) {
    return of(file, ReadOptions.DEFAULT);
  }

  public static StagedRows of(Path file, ReadOptions options) {
    return of(READER, file, options, "*");
  }

  /** Stages and rolls back. */
  public static StagedRows of(SourceReader reader, Path file, ReadOptions options, String select) {
    SourceFile source = reader.inspect(file, options);
    try (Connection connection = store().dataSource().getConnection()) {
      connection.setAutoCommit(false);
      List<Long> progress = new ArrayList<>();
      try {
        long count = reader.stage(source, options, connection, "staging", progress::add);
        var rows =
            JdbcClient.create(new SingleConnectionDataSource(connection, true))
                .sql("SELECT " + select + " FROM staging ORDER BY row_number")
                .query()
                .listOfRows();
        return new StagedRows(source, count, rows, progress);
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The sentence with which a file is refused, be it at once or when it is staged. */
  public static String refusal(Path file, ReadOptions options) {
    return catchThrowableOfType(UserException.class, () -> of(file, options)).getMessage();
  }

  /** The values of one column, in order of rows. */
  public List<Object> column(String name) {
    return rows.stream().map(r -> r.get(name)).toList();
  }

  private static synchronized TestStore store() {
    if (store == null) {
      store = TestStore.empty();
    }
    return store;
  }
}
