package org.greensward.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of docs/access.md: what they say is what the tests hold the program to. */
final class AccessDocument {
  static final List<String> AUDIENCES =
      List.of("public", "its council", "another council", "officer", "administrator");

  private AccessDocument() {}

  /**
   * A row of a table.
   *
   * @param name its first cell, without quotes: an address or a database table
   * @param kind its second cell: a method, or what the database table holds
   * @param words what the five audiences get, by {@link #AUDIENCES}
   */
  record Line(String name, String kind, Map<String, String> words) {
    @Override
    public String toString() {
      return kind + " " + name;
    }
  }

  /** The rows of the table under a heading. */
  static List<Line> read(String heading) {
    List<Line> lines = new ArrayList<>();
    boolean under = false;
    for (String line : lines()) {
      if (line.startsWith("## ")) {
        under = line.equals("## " + heading);
      } else if (under && line.startsWith("| `")) {
        List<String> cells = Arrays.stream(line.split("\\|")).skip(1).map(String::strip).toList();
        Map<String, String> words = new LinkedHashMap<>();
        for (int i = 0; i < AUDIENCES.size(); i++) {
          words.put(AUDIENCES.get(i), cells.get(i + 2));
        }
        lines.add(new Line(cells.get(0).replace("`", ""), cells.get(1), words));
      }
    }
    return lines;
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(Path.of("docs/access.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
