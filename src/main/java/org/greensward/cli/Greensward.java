package org.greensward.cli;

import org.greensward.error.UserException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/**
 * The program. Exit codes: 0 done; 2 refused, with one sentence on standard error; 1 a fault of the
 * program's own.
 */
@Command(
    name = "greensward",
    subcommands = {
      UpCommand.class,
      ImportCommand.class,
      ExportCommand.class,
      LicenceCommand.class,
      UserCommand.class,
      GisRoleCommand.class
    })
public final class Greensward implements Runnable {
  static final int REFUSED = 2;
  static final int FAULT = 1;

  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs one command and returns its exit code. */
  public static int run(String... args) {
    return execute(new CommandLine(new Greensward()), args);
  }

  /**
   * Runs one command of a command line that has more commands than the program itself, with the
   * same error messages and exit codes.
   */
  public static int execute(CommandLine line, String... args) {
    line.setParameterExceptionHandler(Greensward::mistake);
    line.setExecutionExceptionHandler(Greensward::failure);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return line.execute(args);
  }

  @Override
  public void run() {
    throw new UserException("Which command? See ./greensward --help.");
  }

  private static int mistake(ParameterException mistake, String[] args) {
    String command = mistake.getCommandLine().getCommandSpec().qualifiedName(" ");
    String sentence = mistake.getMessage().replaceAll("\\.?\\s*$", "");
    System.err.println(sentence + ". See ./" + command + " --help.");
    return REFUSED;
  }

  private static int failure(Exception thrown, CommandLine line, CommandLine.ParseResult parsed) {
    UserException refusal = UserException.findIn(thrown);
    if (refusal == null) {
      LoggerFactory.getLogger(Greensward.class).error("The command failed", thrown);
      return FAULT;
    }
    System.err.println(refusal.getMessage());
    refusal.details().forEach(detail -> System.err.println("  " + detail));
    return REFUSED;
  }
}
