package org.greensward.bench.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greensward.cli.Greensward;
import org.greensward.error.UserException;

/**
 * Runs {@code greensward up} in a separate process, so that its heap holds nothing of the
 * benchmark. It gets the same options of the virtual machine as the {@code greensward} script gave
 * to us.
 */
public final class ApplicationProcess {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(120);
  private static final Pattern READY = Pattern.compile("ready at (http://[0-9.:]+)");

  private final ProcessGroup processes;
  private final Path folder;
  private final Process process;
  private final Path gcLog;
  private final String address;

  /**
   * Starts the application and waits until it accepts requests.
   *
   * @param name for its files in the folder
   * @param options further options of the virtual machine, such as settings by {@code -D}
   */
  public ApplicationProcess(
      ProcessGroup processes,
      Path folder,
      String name,
      BenchDatabase database,
      List<String> options)
      throws IOException, InterruptedException {
    this.processes = processes;
    this.folder = folder;
    this.gcLog = folder.resolve(name + ".gc");
    List<String> command = new ArrayList<>(List.of(program("java")));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-Xlog:gc:file=" + gcLog);
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Greensward.class.getName(), "up", "--empty", "--port", "0"));
    Path output = folder.resolve(name + ".out");
    process =
        processes.start(command, Map.of("GREENSWARD_DATABASE_URL", database.databaseUrl()), output);
    address = awaitReady(output);
  }

  private static String program(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  private String awaitReady(Path output) throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(START_TIMEOUT);
    while (Instant.now().isBefore(deadline)) {
      Matcher ready = READY.matcher(Files.readString(output));
      if (ready.find()) {
        return ready.group(1);
      }
      if (!process.isAlive()) {
        throw new UserException("The application did not start: " + RawOutputLog.lastLine(output));
      }
      Thread.sleep(50);
    }
    throw new UserException(
        "The application was not ready after " + START_TIMEOUT.toSeconds() + " s.");
  }

  /** The base address, without a slash at the end. */
  public String address() {
    return address;
  }

  /** The memory in use, after a full collection that this call triggers. */
  public MemoryFigures memory() throws IOException, InterruptedException {
    processes.run(
        List.of(program("jcmd"), "" + process.pid(), "GC.run"),
        Map.of(),
        folder.resolve("jcmd.out"));
    return MemoryFigures.parse(
        Files.readAllLines(gcLog),
        Files.readAllLines(Path.of("/proc", "" + process.pid(), "status")));
  }

  /** Stops it. */
  public void stop() {
    processes.stop(process);
  }
}
