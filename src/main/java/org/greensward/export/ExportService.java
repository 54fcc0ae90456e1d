package org.greensward.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.greensward.export.write.ExportCrs;
import org.greensward.export.write.ExportTable;
import org.greensward.export.write.OutputTarget;
import org.greensward.export.write.TableWriter;
import org.greensward.export.write.TableWriters;
import org.greensward.layer.export.ExportField;
import org.greensward.layer.export.ExportLayer;
import org.greensward.layer.export.ExportScope;
import org.greensward.layer.export.FieldType;
import org.greensward.layer.importing.ProgressListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes exports: all tables of a file in one snapshot of the database, row by row from its cursor,
 * so that memory does not grow with them.
 */
@Service
public class ExportService {
  private static final int ROWS_AT_A_TIME = 500;

  private final JdbcClient jdbc;
  private final TransactionTemplate snapshot;
  private final TableWriters writers;

  public ExportService(
      DataSource dataSource, PlatformTransactionManager transactions, TableWriters writers) {
    JdbcTemplate template = new JdbcTemplate(dataSource);
    template.setFetchSize(ROWS_AT_A_TIME);
    this.jdbc = JdbcClient.create(template);
    this.snapshot = new TransactionTemplate(transactions);
    snapshot.setReadOnly(true);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.writers = writers;
  }

  /**
   * Writes a file. What the public may not have is not refused here but by {@link
   * Export#requireOpen}: whoever runs the service may.
   *
   * @param target where it goes; not opened before the first row is there, or, where the format
   *     does not stream, before the file is whole
   * @param progress told each table and how many of its rows are written; {@link
   *     ProgressListener#NONE} saves counting them first
   * @return how many rows were written
   * @throws UncheckedIOException when the target takes no more
   */
  public long write(PlannedExport export, OutputTarget target, ProgressListener progress) {
    return snapshot.execute(
        status -> {
          try (TableWriter writer =
              writers.open(export.format(), export.about(), export.fileName(), target)) {
            long rows = 0;
            for (ExportQuery query : ExportQuery.of(export, this::isAnyMultiPoint)) {
              rows += write(query, export, writer, progress);
            }
            writer.finish();
            return rows;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** How many rows the file of a layer has, its tables together. */
  public long count(ExportLayer layer, ExportScope scope, LocalDate at) {
    return bind(ExportQuery.count(layer), scope, at).query(Long.class).single();
  }

  private long write(
      ExportQuery query, PlannedExport export, TableWriter writer, ProgressListener progress)
      throws IOException {
    ExportTable table = query.table();
    LocalDate at = export.about().at();
    String step = "Writing " + table.name();
    long total =
        progress == ProgressListener.NONE
            ? -1
            : bind(query.countSql(), export.scope(), at).query(Long.class).single();
    progress.at(step, 0, total);
    long[] rows = {0};
    writer.begin(table);
    bind(query.sql(), export.scope(), at)
        .query(
            row -> {
              try {
                writer.row(values(row, table.fields()), query.geometry(row));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
              progress.at(step, ++rows[0], total);
            });
    writer.end();
    return rows[0];
  }

  private boolean isAnyMultiPoint(ExportQuery query, PlannedExport export) {
    return bind(query.multiPointSql(), export.scope(), export.about().at())
        .query(Boolean.class)
        .single();
  }

  private JdbcClient.StatementSpec bind(String sql, ExportScope scope, LocalDate at) {
    return jdbc.sql(sql)
        .param("at", at)
        .param("councils", scope.councils())
        .param("forum", scope.forum())
        .param("lots", scope.lots());
  }

  /**
   * The values of a row whose first columns are the fields: text, {@code Long}, {@code Double},
   * {@code LocalDate} or null.
   */
  public static Object[] values(ResultSet row, List<ExportField> fields) throws SQLException {
    Object[] values = new Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(row, i + 1, fields.get(i).type());
    }
    return values;
  }

  /** A date that never comes is none. */
  private static Object value(ResultSet row, int column, FieldType type) throws SQLException {
    return switch (type) {
      case TEXT -> row.getString(column);
      case WHOLE -> row.getObject(column, Long.class);
      case NUMBER -> row.getObject(column, Double.class);
      case DATE -> {
        LocalDate date = row.getObject(column, LocalDate.class);
        yield LocalDate.MAX.equals(date) || LocalDate.MIN.equals(date) ? null : date;
      }
    };
  }

  /** The systems in which the point columns of tables without geometry are named. */
  static List<ExportField> pointColumns(ExportCrs crs) {
    return crs == ExportCrs.WGS84
        ? List.of(ExportField.number("longitude"), ExportField.number("latitude"))
        : List.of(ExportField.number("easting"), ExportField.number("northing"));
  }
}
