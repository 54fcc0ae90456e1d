package org.greensward.database.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.List;
import org.greensward.error.UserException;

/**
 * The operating-system user that PostgreSQL runs as: {@code postgres} when this process is root
 * (whom {@code initdb} and {@code postgres} refuse), else whoever we are.
 */
final class ServerUser {
  private static final String NAME = "postgres";

  private ServerUser() {}

  static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** The command that runs another as the server's user, with {@code setpriv} options before it. */
  static List<String> command(List<String> options, List<String> command) {
    List<String> words = new ArrayList<>(List.of("setpriv"));
    if (isRoot()) {
      words.addAll(List.of("--reuid=" + NAME, "--regid=" + NAME, "--init-groups"));
    }
    words.addAll(options);
    words.add("--");
    words.addAll(command);
    return words;
  }

  /** Runs a command as the server's user and returns its exit code, its output in the log. */
  static int run(Path log, String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command(List.of(), List.of(command)))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .directory(new File("/"))
        .start()
        .waitFor();
  }

  /**
   * Gives a file or folder to the server's user.
   *
   * @throws UserException when the machine has no such user
   */
  static void give(Path path) throws IOException {
    if (isRoot()) {
      try {
        Files.setOwner(
            path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(NAME));
      } catch (UserPrincipalNotFoundException e) {
        throw new UserException("This machine has no user named postgres; install postgresql.", e);
      }
    }
  }

  /**
   * Checks that the server's user can enter a folder that exists.
   *
   * @param wanted the data folder in or below it, for the message
   * @throws UserException when it cannot
   */
  static void checkCanEnter(Path folder, Path wanted) throws IOException, InterruptedException {
    Process test =
        new ProcessBuilder(command(List.of(), List.of("test", "-x", folder.toString())))
            .redirectErrorStream(true)
            .start();
    String said = new String(test.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (test.waitFor() != 0) {
      throw new UserException(
          "The data folder "
              + wanted
              + " lies where the user postgres cannot enter"
              + (said.isBlank() ? "" : " (" + said.strip() + ")")
              + "; choose one elsewhere with --data DIR, for example /var/lib/greensward.");
    }
  }
}
