package org.greensward.ogc.features;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.greensward.error.UnavailableException;
import org.greensward.error.UserException;
import org.greensward.export.ExportPlanner;
import org.greensward.export.ExportRequest;
import org.greensward.export.ExportService;
import org.greensward.export.PlannedExport;
import org.greensward.export.write.ExportFormat;
import org.greensward.export.write.FileMetadata;
import org.greensward.layer.export.ExportField;
import org.greensward.layer.export.ExportScope;
import org.greensward.layer.feature.FeatureRow;
import org.greensward.layer.feature.OgcCollection;
import org.greensward.ogc.common.OgcSettings;
import org.greensward.security.account.AccountPrincipal;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads features, as whoever asks may see them: in one snapshot of the database, row by row from
 * its cursor, so that memory does not grow with their number.
 */
@Service
public class FeatureReader {
  private static final int ROWS_AT_A_TIME = 500;
  private static final int LARGE = 1000;
  private static final int RETRY_SECONDS = 20;

  private final JdbcClient jdbc;
  private final TransactionTemplate snapshot;
  private final ExportPlanner planner;
  private final OgcSettings settings;
  private final Semaphore large;

  FeatureReader(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      ExportPlanner planner,
      OgcSettings settings) {
    JdbcTemplate template = new JdbcTemplate(dataSource);
    template.setFetchSize(ROWS_AT_A_TIME);
    this.jdbc = JdbcClient.create(template);
    this.snapshot = new TransactionTemplate(transactions);
    snapshot.setReadOnly(true);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.planner = planner;
    this.settings = settings;
    this.large = new Semaphore(settings.largeAtOnce());
  }

  /** Takes features one by one. */
  @FunctionalInterface
  interface Taker {
    void take(FeatureRow row) throws IOException;
  }

  /**
   * Under which licence a collection's features are, at a date, and whether whoever asks may have
   * them: all, or where that is what the licence gives them, those of the councils they act for.
   */
  public PlannedExport licensed(OgcCollection collection, LocalDate at) {
    PlannedExport all = licensedWhole(collection, at);
    List<AccountPrincipal.Council> own =
        AccountPrincipal.find().map(AccountPrincipal::councils).orElse(List.of());
    if (all.isOpen() || own.isEmpty()) {
      return all;
    }
    Long[] ids = own.stream().map(AccountPrincipal.Council::id).toArray(Long[]::new);
    String names =
        own.stream().map(AccountPrincipal.Council::name).collect(Collectors.joining(", "));
    return plan(collection, new ExportScope("own", names, ids, null), at);
  }

  /** The same of all features and no fewer: a tile cannot be of some councils only. */
  public PlannedExport licensedWhole(OgcCollection collection, LocalDate at) {
    return plan(collection, ItemsQuery.ALL, at);
  }

  private PlannedExport plan(OgcCollection collection, ExportScope scope, LocalDate at) {
    PlannedExport plan =
        planner.plan(new ExportRequest(collection.layer(), scope, at, ExportFormat.GEOJSON, null));
    return collection.isConfidential() ? confidential(plan) : plan;
  }

  private static PlannedExport confidential(PlannedExport plan) {
    FileMetadata about = plan.about();
    return new PlannedExport(
        plan.layer(),
        plan.scope(),
        plan.format(),
        new FileMetadata(
            about.title(),
            about.scope(),
            about.at(),
            about.crs(),
            about.licence(),
            about.attribution(),
            about.demonstration(),
            true),
        plan.fileName(),
        plan.closed());
  }

  /**
   * What is read within stands in one snapshot.
   *
   * @param most how many features it takes, at most; many of them take a place
   * @throws UnavailableException when all places are taken
   * @throws UserException when the database takes too long
   */
  public <T> T inOneSnapshot(int most, Supplier<T> reading) {
    boolean placed = most > LARGE;
    if (placed && !large.tryAcquire()) {
      throw new UnavailableException(
          "Many large responses are being made at the moment; try again in %d seconds, or ask for"
                  .formatted(RETRY_SECONDS)
              + " fewer features.",
          RETRY_SECONDS);
    }
    try {
      return snapshot.execute(
          status -> {
            jdbc.sql("SELECT set_config('statement_timeout', :ms, true)")
                .param("ms", String.valueOf(settings.queryTime().toMillis()))
                .query((row, n) -> "")
                .single();
            return reading.get();
          });
    } catch (QueryTimeoutException e) {
      throw new UserException(
          "What is asked for takes longer to find than %d seconds; ask for a smaller area, or a"
                  .formatted(settings.queryTime().toSeconds())
              + " simpler filter.");
    } finally {
      if (placed) {
        large.release();
      }
    }
  }

  long count(ItemsQuery query) {
    return bind(query.count()).query(Long.class).single();
  }

  /**
   * Reads a page.
   *
   * @return the id of the last feature where there are more after it; else null
   */
  String read(ItemsQuery query, String after, int limit, Taker taker) {
    Progress progress = new Progress();
    bind(query.page(after, limit + 1))
        .query(
            row -> {
              if (progress.rows++ < limit) {
                FeatureRow feature = feature(row, query);
                progress.last = feature.id();
                try {
                  taker.take(feature);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              }
            });
    return progress.rows > limit ? progress.last : null;
  }

  /**
   * Reads one feature.
   *
   * @throws org.greensward.error.NotFoundException when there is none
   */
  public FeatureRow get(ItemsQuery query, String id) {
    List<FeatureRow> found = bind(query.one(id)).query((row, n) -> feature(row, query)).list();
    if (found.isEmpty()) {
      throw query.missing(id);
    }
    return found.get(0);
  }

  private static FeatureRow feature(ResultSet row, ItemsQuery query) throws SQLException {
    List<ExportField> fields = query.collection().fields();
    int keys = fields.size();
    return new FeatureRow(
        row.getString(keys + 1), ExportService.values(row, fields), row.getString(keys + 2));
  }

  private JdbcClient.StatementSpec bind(ItemsQuery.Statement statement) {
    JdbcClient.StatementSpec spec = jdbc.sql(statement.sql());
    for (Map.Entry<String, Object> parameter : statement.parameters().entrySet()) {
      spec = spec.param(parameter.getKey(), parameter.getValue());
    }
    return spec;
  }

  private static final class Progress {
    private int rows;
    private String last;
  }
}
