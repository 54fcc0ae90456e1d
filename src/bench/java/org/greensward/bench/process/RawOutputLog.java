package org.greensward.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A log of the unparsed output of the load generators, to check a table against.
 *
 * @param file the file to append to; null: nothing is written
 */
public record RawOutputLog(Path file) {
  void add(String heading, String text) throws IOException {
    if (file != null) {
      Files.writeString(
          file,
          "## " + heading + "\n" + text.strip() + "\n\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }

  public static String lastLine(Path output) {
    try {
      List<String> lines = Files.readAllLines(output).stream().filter(l -> !l.isBlank()).toList();
      return lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
