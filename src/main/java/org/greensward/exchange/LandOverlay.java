package org.greensward.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.greensward.exchange.LandCutter.Shape;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The overlay of a file's new parcels with the parishes and with each other, made on a core of its
 * own while the database takes the parcels in; {@link LandAddition} brings it to them.
 */
final class LandOverlay implements AutoCloseable {
  private static final int BATCH = 500;
  private static final int WAITING_BATCHES = 100; // about 20 MB; reading then waits for cutting
  private static final String PARISHES =
      "SELECT id, geom FROM parish WHERE upper_inf(valid) ORDER BY code";
  private static final String NEW_PARCELS =
      """
      SELECT row_number, geom FROM incoming i
      WHERE NOT EXISTS (SELECT FROM land t WHERE t.reference = i.reference)""";

  private final ThreadPoolExecutor worker =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING_BATCHES),
          LandOverlay::daemon,
          LandOverlay::waitForRoom);
  private final LandCutter cutter = new LandCutter();
  private final FutureTask<LandCutter.Result> result = new FutureTask<>(cutter::finish);
  private final long boundaries;
  private long parcels;
  private volatile RuntimeException failure;

  private LandOverlay(long boundaries) {
    this.boundaries = boundaries;
  }

  /** Reads the parishes, and the parcels that the store does not have, and begins. */
  static LandOverlay begin(ImportRun run) {
    LandOverlay overlay = new LandOverlay(boundaries(run.jdbc()));
    List<Shape> areas = new ArrayList<>();
    BinaryCopy.read(run.template(), PARISHES, (id, ewkb) -> areas.add(new Shape(id, ewkb)));
    overlay.submit(() -> overlay.cutter.prepare(areas));
    List<Shape> batch = new ArrayList<>(BATCH);
    BinaryCopy.read(
        run.template(),
        NEW_PARCELS,
        (row, ewkb) -> {
          overlay.parcels++;
          if (ewkb != null) {
            batch.add(new Shape(row, ewkb));
          }
          if (batch.size() == BATCH) {
            overlay.submit(batch);
          }
        });
    overlay.submit(batch);
    overlay.worker.execute(overlay.result);
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

  /** How many parcels of the file the store does not have. */
  long parcels() {
    return parcels;
  }

  /** Waits until all is done. */
  LandCutter.Result result() {
    try {
      LandCutter.Result done = result.get();
      if (failure != null) {
        throw failure;
      }
      return done;
    } catch (ExecutionException e) {
      throw new IllegalStateException("Parcels could not be cut", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while parcels were being cut", e);
    }
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }

  private void submit(List<Shape> batch) {
    List<Shape> own = List.copyOf(batch);
    batch.clear();
    submit(() -> own.forEach(cutter::cut));
  }

  private void submit(Runnable step) {
    worker.execute(
        () -> {
          try {
            if (failure == null) {
              step.run();
            }
          } catch (RuntimeException e) {
            failure = e;
          }
        });
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "land-overlay");
    thread.setDaemon(true);
    return thread;
  }

  private static void waitForRoom(Runnable task, ThreadPoolExecutor full) {
    try {
      full.getQueue().put(task);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while parcels were being read", e);
    }
  }
}
