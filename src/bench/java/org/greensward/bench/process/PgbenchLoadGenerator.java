package org.greensward.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.greensward.bench.report.Percentiles;
import org.greensward.error.UserException;

/** Runs {@code pgbench}, the load generator for PostgreSQL, with 32 connections. */
public final class PgbenchLoadGenerator {
  private static final String CONNECTIONS = "32";
  private static final String THREADS = "2";
  private static final Pattern RATE =
      Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");
  private static final Pattern FAILED = Pattern.compile("failed transactions: ([0-9]+)");
  private static final int MICROS_COLUMN = 2;

  private final ProcessGroup processes;
  private final Path folder;
  private final RawOutputLog raw;
  private final Map<String, String> connection;

  /**
   * @param connection the variables of libpq
   */
  public PgbenchLoadGenerator(
      ProcessGroup processes, Path folder, RawOutputLog raw, Map<String, String> connection) {
    this.processes = processes;
    this.folder = folder;
    this.raw = raw;
    this.connection = connection;
  }

  /**
   * Runs one query for each tile of a list in turn.
   *
   * @param query with {@code :list} and {@code :n}, the list's number and the tile's place in it
   */
  public LoadResult run(String heading, String query, int list, int tiles, int seconds)
      throws IOException, InterruptedException {
    Path script = folder.resolve("tiles.sql");
    // Each client takes every 32nd tile, so that they walk through the list together.
    Files.writeString(
        script,
        "\\set i (:i + %s) %% :tiles\n\\set n 1 + (:i + :client_id) %% :tiles\n%s;\n"
            .formatted(CONNECTIONS, query.replace('\n', ' ')));
    Path logs = Files.createTempDirectory(folder, "pgbench-");
    Path output = folder.resolve("pgbench.out");
    List<String> command =
        new ArrayList<>(List.of("pgbench", "-n", "-c", CONNECTIONS, "-j", THREADS));
    command.addAll(List.of("-M", "prepared", "-T", "" + seconds, "-f", script.toString()));
    command.addAll(List.of("-D", "list=" + list, "-D", "tiles=" + tiles, "-D", "i=0"));
    command.addAll(List.of("-l", "--log-prefix=" + logs.resolve("log")));
    processes.run(command, connection, output);
    String printed = Files.readString(output);
    raw.add("pgbench: " + heading, printed);
    return parse(printed, micros(logs));
  }

  static LoadResult parse(String printed, long[] micros) {
    Matcher rate = RATE.matcher(printed);
    Matcher failed = FAILED.matcher(printed);
    if (!rate.find() || failed.find() && !failed.group(1).equals("0") || micros.length == 0) {
      throw new UserException("pgbench gave no result: " + printed.strip());
    }
    return new LoadResult(
        Double.parseDouble(rate.group(1)),
        Percentiles.of(micros, 50) / 1e3,
        Percentiles.of(micros, 99) / 1e3,
        0);
  }

  /** How long each transaction took, from the logs of all threads. */
  private static long[] micros(Path logs) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(logs)) {
      for (Path file : files.toList()) {
        lines.addAll(Files.readAllLines(file));
      }
    }
    return lines.stream().mapToLong(PgbenchLoadGenerator::micros).toArray();
  }

  static long micros(String logLine) {
    return Long.parseLong(logLine.split(" ")[MICROS_COLUMN]);
  }
}
