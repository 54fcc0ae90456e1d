package org.greensward.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.greensward.exchange.LandCutter.Cut;
import org.greensward.exchange.LandCutter.Parcel;
import org.greensward.exchange.LandCutter.Shape;
import org.greensward.exchange.read.SourceFile;
import org.greensward.exchange.read.SourceLayer;
import org.greensward.geometry.OverlappingAreas;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The overlay of a file's new parcels with the parishes and with each other, made on other cores
 * while the database takes the parcels in; {@link LandAddition} brings it to them.
 */
final class LandOverlay implements AutoCloseable {
  /** Up to so many parcels are left to the triggers. */
  private static final int FEW = 500;

  /** More geometry is left to the database: it is all in memory here, at five times its size. */
  private static final long MOST_BYTES = 60_000_000;

  private static final int BATCH = 500;
  private static final String PARISHES =
      "SELECT id, geom FROM parish WHERE upper_inf(valid) ORDER BY code";
  private static final String ALL_PARCELS = "SELECT row_number, geom FROM " + ImportRun.STAGED;
  private static final String NEW_PARCELS =
      """
      SELECT row_number, geom FROM incoming i
      WHERE NOT EXISTS (SELECT FROM land t WHERE t.reference = i.reference)""";

  private final ExecutorService workers = Executors.newFixedThreadPool(2, LandOverlay::daemon);
  private final LandCutter cutter;
  private final JdbcTemplate jdbc;
  private final boolean first;
  private final boolean passing;
  private final long boundaries;
  private final List<Shape> batch = new ArrayList<>(BATCH);
  private CompletableFuture<List<Parcel>> looking = CompletableFuture.completedFuture(List.of());
  private CompletableFuture<Void> cutting = CompletableFuture.completedFuture(null);
  private CompletableFuture<List<OverlappingAreas.Pair>> overlaps;
  private long parcels;
  private long bytes;

  private LandOverlay(JdbcTemplate jdbc, boolean inGrid) {
    this.jdbc = jdbc;
    first = jdbc.queryForObject("SELECT NOT EXISTS (SELECT FROM land)", Boolean.class);
    passing = first && inGrid;
    boundaries = boundaries(jdbc);
    List<Shape> parishes = new ArrayList<>();
    BinaryCopy.read(jdbc, PARISHES, row -> parishes.add(new Shape(row.bigint(), row.bytes())));
    cutter = new LandCutter(parishes);
  }

  /** Reads the parishes, before the file is read. */
  static LandOverlay begin(JdbcTemplate jdbc, SourceFile file) {
    return new LandOverlay(jdbc, file.layers().stream().allMatch(SourceLayer::isInGrid));
  }

  /** Takes the geometry of a row as it passes by, where that is what the store will have. */
  void shape(long row, byte[] ewkb) {
    if (passing) {
      take(new Shape(row, ewkb));
    }
  }

  /** Takes the parcels that the store does not have, unless they passed by. */
  void readNew() {
    if (!passing) {
      BinaryCopy.read(
          jdbc,
          first ? ALL_PARCELS : NEW_PARCELS,
          row -> take(new Shape(row.bigint(), row.bytes())));
    }
    submit();
    overlaps = looking.thenApplyAsync(done -> cutter.findOverlaps(), workers);
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
    join(looking);
    return first && isWorthwhile() && !cutter.hasUnread();
  }

  /** The rows of new parcels whose geometry is not valid. Waits until all were looked at. */
  List<Long> unsound() {
    join(looking);
    return cutter.unsound();
  }

  /**
   * The parts of each parcel by its row, in the order of the parishes; none where it is not clear.
   * Waits until they are known.
   */
  Map<Long, List<Cut>> cuts() {
    join(cutting);
    return cutter.cuts();
  }

  /** Which new parcels overlap each other, by their rows. Waits until that is known. */
  List<OverlappingAreas.Pair> overlaps() {
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
      submit();
    }
  }

  private void submit() {
    List<Shape> own = List.copyOf(batch);
    batch.clear();
    looking = looking.thenApplyAsync(before -> cutter.look(own), workers);
    cutting = cutting.thenAcceptBothAsync(looking, (done, some) -> cutter.cut(some), workers);
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
