package org.greensward.bench.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import org.greensward.error.UserException;

/**
 * The child processes of a benchmark. All of them end when the benchmark does, however it ends:
 * they are stopped in turn, the newest first, and the kernel ends them should we be killed.
 */
public final class ProcessGroup implements AutoCloseable {
  private static final int STOP_TIMEOUT_SECONDS = 20;

  private final Deque<Process> running = new ConcurrentLinkedDeque<>();

  /**
   * Starts a program.
   *
   * @param output the file for its standard output and error
   */
  public Process start(List<String> command, Map<String, String> environment, Path output)
      throws IOException {
    // The signal comes when the starting thread ends, so only the bench's main thread starts any.
    List<String> bound = new ArrayList<>(List.of("setpriv", "--pdeathsig=TERM", "--"));
    bound.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(bound).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    running.push(process);
    return process;
  }

  /**
   * Runs a program to its end.
   *
   * @throws UserException when it fails, with the last line of its output
   */
  public void run(List<String> command, Map<String, String> environment, Path output)
      throws IOException, InterruptedException {
    Process process = start(command, environment, output);
    int code = process.waitFor();
    running.remove(process);
    if (code != 0) {
      throw new UserException(
          "%s ended with %d: %s".formatted(command.get(0), code, RawOutputLog.lastLine(output)));
    }
  }

  /** Stops one process: SIGTERM first, SIGKILL after a timeout. */
  void stop(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    running.remove(process);
  }

  @Override
  public void close() {
    while (!running.isEmpty()) {
      stop(running.peek());
    }
  }
}
