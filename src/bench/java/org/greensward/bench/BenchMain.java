package org.greensward.bench;

import org.greensward.cli.Greensward;
import picocli.CommandLine;

/**
 * Main class of the benchmark build: the program's command line with {@code bench} added, so that
 * the application's own classes know nothing of benchmarks.
 */
public final class BenchMain {
  private BenchMain() {}

  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs one command and returns its exit code. */
  static int run(String... args) {
    return Greensward.execute(commandLine(), args);
  }

  static CommandLine commandLine() {
    return new CommandLine(new Greensward()).addSubcommand(new BenchCommand());
  }
}
