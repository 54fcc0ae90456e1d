package org.greensward.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.greensward.exchange.LandCutter.Cut;
import org.greensward.exchange.LandCutter.Shape;
import org.greensward.geometry.OverlappingAreas;
import org.springframework.jdbc.core.simple.JdbcClient;

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
  private final LandCutter cutter = new LandCutter();
  private final long boundaries;
  private CompletableFuture<Void> looking = CompletableFuture.completedFuture(null);
  private CompletableFuture<Map<Long, List<Cut>>> cuts;
  private CompletableFuture<List<OverlappingAreas.Pair>> overlaps;
  private boolean all;
  private long parcels;
  private long bytes;

  private LandOverlay(long boundaries) {
    this.boundaries = boundaries;
  }

  /** Reads the parishes, and the parcels that the store does not have, and begins. */
  static LandOverlay begin(ImportRun run) {
    LandOverlay overlay = new LandOverlay(boundaries(run.jdbc()));
    List<Shape> parishes = new ArrayList<>();
    BinaryCopy.read(
        run.template(), PARISHES, row -> parishes.add(new Shape(row.bigint(), row.bytes())));
    overlay.all =
        run.jdbc().sql("SELECT NOT EXISTS (SELECT FROM land)").query(Boolean.class).single();
    List<Shape> batch = new ArrayList<>(BATCH);
    BinaryCopy.read(
        run.template(),
        overlay.all ? ALL_PARCELS : NEW_PARCELS,
        row -> overlay.take(new Shape(row.bigint(), row.bytes()), batch));
    overlay.submit(batch);
    overlay.cuts =
        overlay.looking.thenApplyAsync(done -> overlay.cutter.cut(parishes), overlay.workers);
    overlay.overlaps =
        overlay.looking.thenApplyAsync(done -> overlay.cutter.findOverlaps(), overlay.workers);
    return overlay;
  }

  /** A number that grows with every change to a boundary. */
  static long boundaries(JdbcClient jdbc) {
    return jdbc.sql("SELECT revision FROM layer_revision WHERE layer = 'coverage'")
        .query(Long.class)
        .single();
  }

  /** Whether it was made with the boundaries that have a number. */
  boolean isOfBoundaries(long number) {
    return number == boundaries;
  }

  /** Whether it is the better way to add parcels, which then must be taken to the end. */
  boolean isWorthwhile() {
    return parcels > FEW && bytes <= MOST_BYTES;
  }

  /** Whether it looks at all parcels of the file, since the store had none. */
  boolean looksAtAll() {
    return all && isWorthwhile();
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
    return join(cuts);
  }

  /** Which new parcels overlap each other, by their rows. Waits until that is known. */
  List<OverlappingAreas.Pair> overlaps() {
    return join(overlaps);
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }

  private void take(Shape parcel, List<Shape> batch) {
    parcels++;
    if (parcel.ewkb() == null) {
      return;
    }
    bytes += parcel.ewkb().length;
    if (bytes <= MOST_BYTES) {
      batch.add(parcel);
    }
    if (batch.size() == BATCH) {
      submit(batch);
    }
  }

  private void submit(List<Shape> batch) {
    List<Shape> own = List.copyOf(batch);
    batch.clear();
    looking = looking.thenRunAsync(() -> cutter.look(own), workers);
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
