package org.greensward.importing.gdal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greensward.error.UserException;

/**
 * One running program of GDAL. It is killed when its time is over, when the thread that started it
 * is interrupted, and when it is closed, so that a read from {@link #output()} always ends.
 */
public final class GdalProcess implements AutoCloseable {
  private static final int KEPT_ERROR_BYTES = 64 << 10;
  private static final Pattern ERROR = Pattern.compile("(?m)^(?:ERROR \\d+|FAILURE): *(.+)$");
  private static final int NOT_EXECUTABLE = 126;
  private static final int NOT_FOUND = 127;

  private final GdalOperation errand;
  private final Process process;
  private final Duration time;
  private final Thread owner = Thread.currentThread();
  private final Thread errorReader;

  @SuppressWarnings("JdkObsolete") // written by one thread and read by another
  private final StringBuffer errors = new StringBuffer();

  private volatile boolean late;
  private volatile boolean interrupted;

  public GdalProcess(GdalOperation errand, Process process, Duration time) {
    this.errand = errand;
    this.process = process;
    this.time = time;
    this.errorReader = daemon("gdal-errors", this::collectErrors);
    daemon("gdal-watch", this::watch);
  }

  /** What the program writes; ends when it ends or is killed. */
  public InputStream output() {
    return process.getInputStream();
  }

  /** What it reads; a write fails once the program has ended. */
  public OutputStream input() {
    return process.getOutputStream();
  }

  /** All that it writes, up to its end. */
  public String readText() {
    try {
      return new String(output().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      finish();
      throw brokenDown("its output broke off");
    }
  }

  /**
   * Waits for the end.
   *
   * @return GDAL's first complaint in its own words, on one line; empty when it had none
   * @throws UserException when the program was killed: by us, by a limit or by its own fault
   */
  public Optional<String> finish() {
    int code = waitFor();
    if (late) {
      throw new UserException(
          errand.doing()
              + " took longer than "
              + time.toSeconds()
              + " seconds and was stopped; "
              + errand.shorter()
              + ".");
    }
    if (interrupted) {
      owner.interrupt();
      throw new UserException(errand.doing() + " was interrupted; " + errand.undone() + ".");
    }
    if (code > 128) {
      throw brokenDown("stopped by signal " + (code - 128));
    }
    if (code == NOT_FOUND || code == NOT_EXECUTABLE) {
      throw new UserException(
          "GDAL's programs cannot be started here; install the package gdal-bin.");
    }
    Matcher matcher = ERROR.matcher(errors);
    if (matcher.find()) {
      return Optional.of(matcher.group(1).strip());
    }
    return code == 0 ? Optional.empty() : Optional.of("it ended with code " + code);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private UserException brokenDown(String how) {
    return new UserException(
        "GDAL broke down while "
            + Character.toLowerCase(errand.doing().charAt(0))
            + errand.doing().substring(1)
            + " ("
            + how
            + "); "
            + errand.broken()
            + ".");
  }

  private int waitFor() {
    boolean wasInterrupted = false;
    while (true) {
      try {
        int code = process.waitFor();
        errorReader.join(1000);
        if (wasInterrupted) {
          owner.interrupt();
        }
        return code;
      } catch (InterruptedException e) {
        interrupted = true;
        wasInterrupted = true;
        process.destroyForcibly();
      }
    }
  }

  private void watch() {
    long end = System.nanoTime() + time.toNanos();
    try {
      while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
        late = late || System.nanoTime() > end;
        interrupted = interrupted || owner.isInterrupted();
        if (late || interrupted) {
          process.destroyForcibly();
        }
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }

  private void collectErrors() {
    byte[] buffer = new byte[8192];
    try (InputStream stream = process.getErrorStream()) {
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
        if (errors.length() < KEPT_ERROR_BYTES) {
          errors.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      // The process is gone, and with it whatever else it had to say.
    }
  }

  private static Thread daemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
