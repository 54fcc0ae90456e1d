package org.greensward.ogc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.greensward.access.SignedIn;
import org.greensward.download.Export;
import org.greensward.download.ExportPlanner;
import org.greensward.download.ExportRequest;
import org.greensward.download.Scope;
import org.greensward.exchange.write.About;
import org.greensward.exchange.write.ExportFormat;
import org.greensward.refusal.Refusal;
import org.greensward.refusal.TryLater;
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
public class Items {
  private static final int ROWS_AT_A_TIME = 500;
  private static final int LARGE = 1000;
  private static final int RETRY_SECONDS = 20;

  private final JdbcClient jdbc;
  private final TransactionTemplate snapshot;
  private final ExportPlanner planner;
  private final OgcSettings settings;
  private final Semaphore large;

  Items(
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
  public Export licensed(OgcCollection collection, LocalDate at) {
    Export all = licensedWhole(collection, at);
    List<SignedIn.Council> own = SignedIn.find().map(SignedIn::councils).orElse(List.of());
    if (all.isOpen() || own.isEmpty()) {
      return all;
    }
    Long[] ids = own.stream().map(SignedIn.Council::id).toArray(Long[]::new);
    String names = own.stream().map(SignedIn.Council::name).collect(Collectors.joining(", "));
    return plan(collection, new Scope("own", names, ids, null), at);
  }

  /** The same of all features and no fewer: a tile cannot be of some councils only. */
  Export licensedWhole(OgcCollection collection, LocalDate at) {
    return plan(collection, ItemsQuery.ALL, at);
  }

  private Export plan(OgcCollection collection, Scope scope, LocalDate at) {
    Export plan =
        planner.plan(new ExportRequest(collection.layer(), scope, at, ExportFormat.GEOJSON, null));
    return collection == Drafts.COLLECTION ? confidential(plan) : plan;
  }

  private static Export confidential(Export plan) {
    About about = plan.about();
    return new Export(
        plan.layer(),
        plan.scope(),
        plan.format(),
        new About(
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
   * @throws TryLater when all places are taken
   * @throws Refusal when the database takes too long
   */
  <T> T inOneSnapshot(int most, Supplier<T> reading) {
    boolean placed = most > LARGE;
    if (placed && !large.tryAcquire()) {
      throw new TryLater(
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
      throw new Refusal(
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
                FeatureRow feature = FeatureRow.of(row, query.collection().fields());
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
   * @throws org.greensward.refusal.NotThere when there is none
   */
  FeatureRow get(ItemsQuery query, String id) {
    List<FeatureRow> found =
        bind(query.one(id))
            .query((row, n) -> FeatureRow.of(row, query.collection().fields()))
            .list();
    if (found.isEmpty()) {
      throw query.missing(id);
    }
    return found.get(0);
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
