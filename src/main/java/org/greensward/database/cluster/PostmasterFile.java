package org.greensward.database.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a PostgreSQL server notes of itself in {@code postmaster.pid}: one value a line, the process
 * first, the port fourth, the state eighth.
 */
record PostmasterFile(Path cluster, long pid, int port, String state) {
  private static final int PORT_LINE = 3;
  private static final int STATE_LINE = 7;

  /** Reads the file; empty when there is none or it is not complete yet. */
  static Optional<PostmasterFile> read(Path cluster) throws IOException {
    try {
      List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
      if (lines.size() <= PORT_LINE) {
        return Optional.empty();
      }
      return Optional.of(
          new PostmasterFile(
              cluster,
              Long.parseLong(lines.get(0).strip()),
              Integer.parseInt(lines.get(PORT_LINE).strip()),
              lines.size() > STATE_LINE ? lines.get(STATE_LINE).strip() : "starting"));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  boolean ready() {
    return state.equals("ready") && alive();
  }

  /** Whether that process still runs and is the server of this cluster, not a later namesake. */
  boolean alive() {
    try {
      String command = Files.readString(Path.of("/proc/" + pid + "/cmdline"));
      return command.contains(cluster.toString());
    } catch (IOException e) {
      return false;
    }
  }
}
