package org.greensward.bench.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greensward.error.UserException;

/** Runs {@code wrk}, the load generator for HTTP: 32 connections that request a list of tiles. */
public final class WrkLoadGenerator {
  private static final int CONNECTIONS = 32;
  private static final int THREADS = 2;
  private static final Pattern RESULT =
      Pattern.compile(
          "result requests=(\\d+) micros=(\\d+) bytes=(\\d+) p50=(\\d+) p99=(\\d+) errors=(\\d+)");

  private final ProcessGroup processes;
  private final Path folder;
  private final RawOutputLog raw;
  private final Path script;

  public WrkLoadGenerator(ProcessGroup processes, Path folder, RawOutputLog raw)
      throws IOException {
    this.processes = processes;
    this.folder = folder;
    this.raw = raw;
    this.script = folder.resolve("tiles.lua");
    try (InputStream lua = WrkLoadGenerator.class.getResourceAsStream("/bench/tiles.lua")) {
      Files.write(script, lua.readAllBytes());
    }
  }

  /**
   * Puts one server under load.
   *
   * @param address with its port, without a slash at the end
   * @param requests a path a line, and after a tab the ETag that the client has of it
   * @throws UserException when a response was an error
   */
  public LoadResult run(String heading, String address, Path requests, int seconds)
      throws IOException, InterruptedException {
    return run(heading, address, requests, seconds, CONNECTIONS);
  }

  /** The same over another number of connections. */
  public LoadResult run(String heading, String address, Path requests, int seconds, int connections)
      throws IOException, InterruptedException {
    Path output = folder.resolve("wrk.out");
    processes.run(
        List.of(
            "wrk",
            "-t" + THREADS,
            "-c" + connections,
            "-d" + seconds + "s",
            "--timeout",
            "30s",
            "-s",
            script.toString(),
            address,
            "--",
            requests.toString(),
            "" + THREADS),
        Map.of(),
        output);
    String printed = Files.readString(output);
    raw.add("wrk: " + heading, printed);
    return parse(printed);
  }

  /** Reads the line that {@code tiles.lua} ends with. */
  static LoadResult parse(String printed) {
    Matcher result = RESULT.matcher(printed);
    if (!result.find()) {
      throw new UserException("wrk gave no result: " + printed.strip());
    }
    long requests = Long.parseLong(result.group(1));
    long errors = Long.parseLong(result.group(6));
    if (errors > 0 || requests == 0) {
      throw new UserException(
          "%d of %d answers to wrk were errors, so the rate means nothing."
              .formatted(errors, requests));
    }
    return new LoadResult(
        requests * 1e6 / Long.parseLong(result.group(2)),
        Long.parseLong(result.group(4)) / 1e3,
        Long.parseLong(result.group(5)) / 1e3,
        (double) Long.parseLong(result.group(3)) / requests);
  }
}
