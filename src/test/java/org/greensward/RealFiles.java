package org.greensward;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Real files of others, which are not part of the project: in the folder that the environment
 * variable {@code GREENSWARD_REALDATA} names, else in {@code ../shared/realdata}.
 */
public final class RealFiles {
  private static final Path FOLDER =
      Path.of(System.getenv().getOrDefault("GREENSWARD_REALDATA", "../shared/realdata"))
          .toAbsolutePath()
          .normalize();

  private RealFiles() {}

  /** One of them; a test that asks for one that is not there is skipped. */
  public static Path get(String name) {
    Path file = FOLDER.resolve(name);
    assumeTrue(Files.exists(file), () -> file + " is not here; this test needs it and is skipped");
    return file;
  }
}
