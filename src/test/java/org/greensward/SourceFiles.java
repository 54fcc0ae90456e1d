package org.greensward;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Java source files of the project, for tests that hold rules about the source itself. */
public final class SourceFiles {
  public static final Path MAIN = Path.of("src/main/java");
  public static final Path BENCH = Path.of("src/bench/java");
  public static final Path TEST = Path.of("src/test/java");

  private SourceFiles() {}

  /** All files of source folders with a class in them, in order of path. */
  public static List<Path> list(Path... roots) {
    return Stream.of(roots)
        .filter(Files::isDirectory)
        .flatMap(SourceFiles::walk)
        .filter(file -> file.toString().endsWith(".java"))
        .filter(file -> !file.endsWith("package-info.java"))
        .sorted()
        .toList();
  }

  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The simple name of the one top-level type in a file. */
  public static String typeName(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  private static Stream<Path> walk(Path root) {
    try {
      return Files.walk(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
