package org.greensward.importing.gdal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The commands put before a program to take its rights away: bounds on memory, processor time and
 * the size of files it writes, no network, and the user {@code nobody}. What this machine does not
 * let us do is left out and told in the log: without root the program stays the user we are, and
 * without user namespaces it keeps the network.
 *
 * @param command the words to put first
 * @param changesUser whether the program runs as {@code nobody}, who may read less than we
 */
record Sandbox(List<String> command, boolean changesUser) {
  /** The group that a program runs in which runs as {@code nobody}. */
  static final String GROUP = "nogroup";

  private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);
  private static final List<String> NO_RIGHTS =
      List.of("--no-new-privs", "--bounding-set=-all", "--inh-caps=-all", "--pdeathsig=KILL", "--");

  /** The strictest that works here, found by running {@code true} in each. */
  static Sandbox find(GdalLimits limits) {
    List<String> nobody =
        join(List.of("setpriv", "--reuid=nobody", "--regid=" + GROUP, "--clear-groups"), NO_RIGHTS);
    List<String> self = List.of("setpriv", "--no-new-privs", "--pdeathsig=KILL", "--");
    List<String> bounds = bounds(limits);
    List<Sandbox> strictestFirst =
        List.of(
            new Sandbox(join(bounds, List.of("unshare", "-n", "--"), nobody), true),
            new Sandbox(join(bounds, nobody), true),
            new Sandbox(join(bounds, List.of("unshare", "-r", "-n", "--"), self), false),
            new Sandbox(join(bounds, self), false),
            new Sandbox(List.of(), false));
    Sandbox found = strictestFirst.stream().filter(Sandbox::works).findFirst().orElseThrow();
    if (found != strictestFirst.get(0)) {
      LOG.warn(
          "Files are read and written with fewer precautions than as root with network namespaces; GDAL runs"
              + " behind: {}",
          found.command.isEmpty() ? "nothing" : String.join(" ", found.command));
    }
    return found;
  }

  List<String> around(List<String> program) {
    return join(command, program);
  }

  private static List<String> bounds(GdalLimits limits) {
    return List.of(
        "prlimit",
        "--as=" + limits.memoryBytes(),
        "--cpu=" + Math.max(1, limits.time().toSeconds()),
        "--fsize=" + limits.writtenBytes(),
        "--nofile=256",
        "--core=0",
        "--");
  }

  private boolean works() {
    try {
      Process process =
          new ProcessBuilder(around(List.of("true")))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @SafeVarargs
  private static List<String> join(List<String>... parts) {
    return Stream.of(parts).flatMap(List::stream).collect(ArrayList::new, List::add, List::addAll);
  }
}
