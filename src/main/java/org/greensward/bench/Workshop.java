package org.greensward.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.springframework.util.FileSystemUtils;

/** A folder, a store and processes for one bench, all gone when it ends, by itself or by Ctrl-C. */
public final class Workshop implements AutoCloseable {
  private final Path folder;
  private final Children children = new Children();
  private final Thread hook = new Thread(this::clear, "bench-clear");
  private volatile boolean stopping;
  private BenchStore store;

  public Workshop() throws IOException {
    folder = Files.createTempDirectory("greensward-bench-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Measures tiles. */
  public void tiles(TilesOptions options, PrintStream out)
      throws IOException, InterruptedException, SQLException {
    try {
      store = new BenchStore(folder.resolve("data"));
      new TilesBench(options, out, folder, children, store).run();
    } catch (IOException | SQLException | RuntimeException e) {
      awaitEndIfStopping();
      throw e;
    }
  }

  /** After Ctrl-C everything breaks off somewhere; that is nothing to report. */
  private void awaitEndIfStopping() throws InterruptedException {
    if (stopping) {
      Thread.currentThread().join();
    }
  }

  private synchronized void clear() {
    stopping = true;
    children.close();
    if (store != null) {
      store.close();
    }
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      System.err.println("Left behind: " + folder + ": " + e.getMessage());
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(hook);
    clear();
  }
}
