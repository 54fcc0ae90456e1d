package org.greensward.importing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.greensward.database.OwnerDataSource;
import org.greensward.error.UserException;
import org.greensward.importing.read.SourceReader;
import org.greensward.importing.read.StagingListener;
import org.greensward.layer.importing.ColumnMap;
import org.greensward.layer.importing.ImportLayer;
import org.greensward.layer.importing.ImportReport;
import org.greensward.layer.importing.ImportRequest;
import org.greensward.layer.importing.ImportRun;
import org.greensward.layer.importing.ImportSession;
import org.greensward.layer.importing.ProgressListener;
import org.greensward.layer.importing.SourceFile;
import org.greensward.layer.importing.SourceLayer;
import org.greensward.layer.importing.StoreInitializer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports a file into a layer, in one transaction: all of it or nothing. One import runs at a time;
 * a second waits a while.
 */
@Component
public class ImportService {
  /** The advisory lock that an import holds. */
  static final long LOCK = 0x6772656e73776172L;

  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final DataSource dataSource;
  private final ImportLayers layers;
  private final SourceReader reader;
  private final TransactionTemplate transaction;
  private final JdbcTemplate template;
  private final JdbcClient jdbc;
  private final StoreInitializer store;
  private final ImportAudit trail;
  private final Duration patience;

  @Autowired
  ImportService(
      @OwnerDataSource DataSource dataSource,
      SourceReader reader,
      @OwnerDataSource PlatformTransactionManager transactions,
      ImportLayers layers,
      StoreInitializer store) {
    this(dataSource, reader, transactions, layers, store, PATIENCE);
  }

  ImportService(
      DataSource dataSource,
      SourceReader reader,
      PlatformTransactionManager transactions,
      ImportLayers layers,
      StoreInitializer store,
      Duration patience) {
    this.dataSource = dataSource;
    this.layers = layers;
    this.reader = reader;
    this.transaction = new TransactionTemplate(transactions);
    this.template = new JdbcTemplate(dataSource);
    this.jdbc = JdbcClient.create(template);
    this.store = store;
    this.trail = new ImportAudit(jdbc);
    this.patience = patience;
  }

  /**
   * Imports a file, or with a dry run does all of it and takes it back. Joins a transaction that is
   * open. A store that was never opened before becomes one with real data.
   *
   * @throws UserException when the file or the layer cannot be taken; the store is then as it was
   */
  public ImportReport run(ImportRequest asked, ProgressListener progress) {
    return run(asked, progress, report -> {});
  }

  /**
   * The same, with a last look at what was done: where that throws, nothing was.
   *
   * @param lastLook told the report before the import takes effect
   */
  public ImportReport run(
      ImportRequest asked, ProgressListener progress, Consumer<ImportReport> lastLook) {
    return inTransaction(
        asked,
        progress,
        true,
        report -> {
          lastLook.accept(report);
          return report;
        });
  }

  /**
   * Does all that an import would do, tells it row by row, and takes it back.
   *
   * @throws UserException as the import would
   */
  public Preview preview(ImportRequest asked, ProgressListener progress) {
    return inTransaction(
        asked.asDryRun(),
        progress,
        false,
        report -> new Preview(report, RowDifferences.ofTransaction(jdbc)));
  }

  /**
   * What an import would do.
   *
   * @param differences of each table and action the first {@value Differences#MOST_LISTED} rows;
   *     parcels that are added in great numbers are only counted
   */
  public record Preview(ImportReport report, List<RowDifference> differences) {}

  private <T> T inTransaction(
      ImportRequest asked,
      ProgressListener progress,
      boolean bulk,
      Function<ImportReport, T> result) {
    ImportLayer layer = layers.get(asked.layer());
    ImportRequest request = asked.withOptions(asked.options().withTables(layer.tables()));
    progress.at("Opening " + request.fileName(), 0, -1);
    SourceFile file = reader.inspect(request.file(), request.options());
    refuseUnfit(layer, file, request);
    ColumnMap columns = ColumnMap.resolve(layer.name(), layer.columns(), file, request.mapping());
    return transaction.execute(
        status -> {
          lock();
          trail.identify(bulk);
          store.foundForRealData();
          ImportReport report = apply(layer, request, file, columns, progress);
          if (request.dryRun()) {
            status.setRollbackOnly();
          } else {
            trail.note(report);
          }
          return result.apply(report);
        });
  }

  private ImportReport apply(
      ImportLayer layer,
      ImportRequest request,
      SourceFile file,
      ColumnMap columns,
      ProgressListener progress) {
    try (ImportSession session = layer.open(template, file)) {
      return apply(session, request, file, columns, progress);
    }
  }

  private ImportReport apply(
      ImportSession session,
      ImportRequest request,
      SourceFile file,
      ColumnMap columns,
      ProgressListener progress) {
    CompletableFuture<String> sha256 =
        CompletableFuture.supplyAsync(() -> EditionRepository.sha256(request.file()));
    long features = stage(request, file, columns, session, progress);
    EditionRepository editions = new EditionRepository(jdbc);
    long edition = editions.begin(request, sha256.join(), file, features);
    ImportReport.Builder report = new ImportReport.Builder();
    file.remarks().forEach(report::remark);
    if (!columns.renamed().isEmpty()) {
      report.remark("Columns: " + String.join(", ", columns.renamed()) + ".");
    }
    session.apply(new ImportRun(request, edition, columns, template, jdbc, report, progress));
    progress.at("Finishing", 0, -1);
    ImportReport built =
        report.build(request, features, request.dryRun() ? null : Long.valueOf(edition));
    editions.finish(edition, built);
    dropTemporaryTables();
    return built;
  }

  private long stage(
      ImportRequest request,
      SourceFile file,
      ColumnMap columns,
      ImportSession session,
      ProgressListener progress) {
    long expected = file.layers().stream().mapToLong(SourceLayer::features).sum();
    long total = expected < 0 ? -1 : expected;
    Connection connection = DataSourceUtils.getConnection(dataSource);
    long features;
    try {
      features =
          reader.stage(
              file,
              request.options(),
              connection,
              ImportRun.STAGED,
              listener(session, done -> progress.at("Reading", done, total)));
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
    if (features == 0) {
      throw new UserException(
          "%s holds no rows%s; nothing was imported."
              .formatted(
                  request.fileName(),
                  request.options().where() == null
                      ? ""
                      : " for which " + request.options().where()));
    }
    template.execute(
        "CREATE TEMPORARY VIEW %s AS SELECT row_number, source_layer, %s, geom FROM %s"
            .formatted(ImportRun.INCOMING, columns.selectList(), ImportRun.STAGED));
    return features;
  }

  private static StagingListener listener(ImportSession session, LongConsumer progress) {
    return new StagingListener() {
      @Override
      public void copied(long rows) {
        progress.accept(rows);
      }

      @Override
      public void shape(long row, byte[] ewkb) {
        session.shape(row, ewkb);
      }
    };
  }

  /** So that another import can follow in the same transaction. */
  private void dropTemporaryTables() {
    List<String> tables =
        jdbc.sql(
                "SELECT quote_ident(relname) FROM pg_class WHERE relnamespace ="
                    + " pg_my_temp_schema() AND relkind = 'r'")
            .query(String.class)
            .list();
    template.execute("DROP TABLE " + String.join(", ", tables) + " CASCADE");
  }

  private void lock() {
    template.execute("SET LOCAL lock_timeout = " + patience.toMillis());
    try {
      template.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
    } catch (DataAccessException e) {
      boolean patienceEnded =
          e.getMostSpecificCause() instanceof SQLException cause
              && LOCK_NOT_AVAILABLE.equals(cause.getSQLState());
      if (!patienceEnded) {
        throw e;
      }
      throw new UserException(
          "Another import is running on this store; import again when it has ended.", e);
    }
    template.execute("SET LOCAL lock_timeout = 0");
  }

  private static void refuseUnfit(ImportLayer layer, SourceFile file, ImportRequest request) {
    List<SourceLayer> layers = file.layers();
    if (!layer.takesSeveralLayers() && layers.size() > 1) {
      throw new UserException(
          "%s has %d layers; choose one with --layer: %s."
              .formatted(
                  request.fileName(),
                  layers.size(),
                  layers.stream().map(SourceLayer::name).collect(Collectors.joining(", "))));
    }
    boolean geometry = layers.stream().anyMatch(l -> !"None".equalsIgnoreCase(l.geometryType()));
    if (layer.needsGeometry() && !geometry) {
      throw new UserException(
          "%s is a table without geometry, and %s need it; import the file that has the shapes."
              .formatted(request.fileName(), layer.name()));
    }
  }
}
