package org.greensward.bench;

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
import org.greensward.error.UserException;

/**
 * {@code greensward up} as a process of its own, with the options of the virtual machine that the
 * {@code greensward} script gives to it and to us, so that its heap holds nothing of the bench.
 */
final class ServedApp {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Pattern READY = Pattern.compile("ready at (http://[0-9.:]+)");

  private final Children children;
  private final Path folder;
  private final Process process;
  private final Path gcLog;
  private final String address;

  /**
   * Starts it and waits until it serves.
   *
   * @param name for its files in the folder
   * @param options further options of the virtual machine, such as settings by {@code -D}
   */
  ServedApp(Children children, Path folder, String name, BenchStore store, List<String> options)
      throws IOException, InterruptedException {
    this.children = children;
    this.folder = folder;
    this.gcLog = folder.resolve(name + ".gc");
    List<String> command = new ArrayList<>(List.of(program("java")));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-Xlog:gc:file=" + gcLog);
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("org.greensward.cli.Greensward", "up", "--empty", "--port", "0"));
    Path output = folder.resolve(name + ".out");
    process =
        children.start(command, Map.of("GREENSWARD_DATABASE_URL", store.databaseUrl()), output);
    address = awaitReady(output);
  }

  private static String program(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  private String awaitReady(Path output) throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)) {
      Matcher ready = READY.matcher(Files.readString(output));
      if (ready.find()) {
        return ready.group(1);
      }
      if (!process.isAlive()) {
        throw new UserException("The application did not start: " + RawLog.lastLine(output));
      }
      Thread.sleep(50);
    }
    throw new UserException("The application was not ready after " + PATIENCE.toSeconds() + " s.");
  }

  /** Where it serves, without a slash at the end. */
  String address() {
    return address;
  }

  /** What it takes, after a full collection that this call orders. */
  Memory memory() throws IOException, InterruptedException {
    children.run(
        List.of(program("jcmd"), "" + process.pid(), "GC.run"),
        Map.of(),
        folder.resolve("jcmd.out"));
    return Memory.parse(
        Files.readAllLines(gcLog),
        Files.readAllLines(Path.of("/proc", "" + process.pid(), "status")));
  }

  /** Stops it. */
  void stop() {
    children.stop(process);
  }
}
