package org.greensward.land.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.greensward.coverage.OverlapFinder;
import org.greensward.database.BinaryCopy;
import org.greensward.land.importing.ParcelSplitter.CutParcel;
import org.greensward.land.importing.ParcelSplitter.Shape;
import org.greensward.layer.importing.ImportRun;
import org.greensward.layer.importing.SourceFile;
import org.greensward.layer.importing.SourceLayer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The overlay of a file's new parcels with the parishes and with each other, made on other cores
 * while the database takes the parcels in; {@link ParcelBulkInsert} brings it to them.
 */
public final class ParcelOverlay implements AutoCloseable {
  /** Up to so many parcels are left to the triggers. */
  private static final int FEW = 500;

  /** More geometry is left to the database: it is all in memory here, at five times its size. */
  private static final long MOST_BYTES = 60_000_000;

  private static final String PARISHES =
      "SELECT id, geom FROM parish WHERE upper_inf(valid) ORDER BY code";
  private static final String ALL_PARCELS = "SELECT row_number, geom FROM " + ImportRun.STAGED;
  private static final String NEW_PARCELS =
      """
      SELECT row_number, geom FROM incoming i
      WHERE NOT EXISTS (SELECT FROM land t WHERE t.reference = i.reference)\
      """;

  private static final int BATCH = 500;

  /** One core is the database's. */
  private static final int WORKERS =
      Math.max(1, Math.min(2, Runtime.getRuntime().availableProcessors() - 1));

  private final ExecutorService workers =
      Executors.newFixedThreadPool(WORKERS, ParcelOverlay::daemon);
  private final JdbcTemplate jdbc;
  private final boolean first;
  private final boolean passing;
  private final long boundaries;
  private final List<Shape> batch = new ArrayList<>();
  private CompletableFuture<ParcelSplitter> looking;
  private CompletableFuture<ParcelSplitter> cutting;
  private CompletableFuture<List<OverlapFinder.Pair>> overlaps;
  private long parcels;
  private long bytes;

  private ParcelOverlay(JdbcTemplate jdbc, boolean inGrid) {
    this.jdbc = jdbc;
    first = jdbc.queryForObject("SELECT NOT EXISTS (SELECT FROM land)", Boolean.class);
    passing = first && inGrid;
    boundaries = boundaries(jdbc);
    List<Shape> parishes = new ArrayList<>();
    BinaryCopy.read(jdbc, PARISHES, row -> parishes.add(new Shape(row.bigint(), row.bytes())));
    looking = CompletableFuture.supplyAsync(() -> new ParcelSplitter(parishes), workers);
  }

  /** Reads the parishes, before the file is read. */
  static ParcelOverlay begin(JdbcTemplate jdbc, SourceFile file) {
    return new ParcelOverlay(jdbc, file.layers().stream().allMatch(SourceLayer::isInGrid));
  }

  /** Takes the geometry of a row as it passes by, where that is what the store will have. */
  public void shape(long row, byte[] ewkb) {
    if (passing) {
      take(new Shape(row, ewkb));
    }
  }

  /**
   * Takes the parcels that the store does not have, unless they passed by, and begins to cut. Not
   * earlier: while a file is read its reader and the database have two cores to do already.
   */
  void cutNew() {
    if (!passing) {
      BinaryCopy.read(
          jdbc,
          first ? ALL_PARCELS : NEW_PARCELS,
          row -> take(new Shape(row.bigint(), row.bytes())));
    }
    look();
    cutting = looking.thenApplyAsync(its -> then(its, its::cut), workers);
    overlaps =
        (WORKERS == 1 ? cutting : looking).thenApplyAsync(ParcelSplitter::findOverlaps, workers);
  }

  /** A number that grows with every change to a boundary. */
  static long boundaries(JdbcTemplate jdbc) {
    return jdbc.queryForObject(
        "SELECT revision FROM layer_revision WHERE layer = 'coverage'", Long.class);
  }

  /** Whether it was made with the boundaries that have a number. */
  boolean isOfBoundaries(long number) {
    return number == boundaries;
  }

  /** Whether it is the better way to add parcels, which then must be taken to the end. */
  boolean isWorthwhile() {
    return parcels > FEW && bytes <= MOST_BYTES;
  }

  /** Whether it has looked at each parcel of the file. Waits until it has. */
  boolean looksAtAll() {
    return first && isWorthwhile() && !join(looking).hasUnread();
  }

  /** The rows of new parcels whose geometry is not valid. Waits until all were looked at. */
  List<Long> unsound() {
    return join(looking).unsound();
  }

  /** The parts of each parcel by its row, where it has any. Waits until they are known. */
  Map<Long, CutParcel> cuts() {
    return join(cutting).cuts();
  }

  /** Which new parcels overlap each other, by their rows. Waits until that is known. */
  List<OverlapFinder.Pair> overlaps() {
    return join(overlaps);
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }

  private void take(Shape parcel) {
    parcels++;
    if (parcel.ewkb() == null) {
      return;
    }
    bytes += parcel.ewkb().length;
    if (bytes <= MOST_BYTES) {
      batch.add(parcel);
    }
    if (batch.size() == BATCH) {
      look();
    }
  }

  private void look() {
    List<Shape> own = List.copyOf(batch);
    batch.clear();
    looking = looking.thenApplyAsync(its -> then(its, () -> its.look(own)), workers);
  }

  private static ParcelSplitter then(ParcelSplitter cutter, Runnable step) {
    step.run();
    return cutter;
  }

  private static <T> T join(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw new IllegalStateException("Parcels could not be cut", e.getCause());
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "land-overlay");
    thread.setDaemon(true);
    return thread;
  }
}
