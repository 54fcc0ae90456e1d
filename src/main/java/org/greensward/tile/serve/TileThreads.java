package org.greensward.tile.serve;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads that tiles are made on: as many as there are cores, first come, first served. */
final class TileThreads {
  private TileThreads() {}

  static ExecutorService makers() {
    return pool("tile-maker", Math.max(2, Runtime.getRuntime().availableProcessors()), 5);
  }

  /** One, of low priority, for what can wait. */
  static ExecutorService compressor() {
    return pool("tile-compressor", 1, Thread.MIN_PRIORITY);
  }

  @SuppressWarnings("ThreadPriorityCheck") // only a hint, which fairness does not rest on
  private static ExecutorService pool(String name, int threads, int priority) {
    return new ThreadPoolExecutor(
        threads,
        threads,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        work -> {
          Thread thread = new Thread(work, name);
          thread.setDaemon(true);
          thread.setPriority(priority);
          return thread;
        });
  }
}
