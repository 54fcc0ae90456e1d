package org.greensward.bench.report;

import java.util.ArrayList;
import java.util.List;

/** Formats a table as text: the first column left-aligned, the others right-aligned. */
public final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();

  public TextTable(String... headings) {
    rows.add(List.of(headings));
  }

  /** Adds a row; it may be shorter than the headings. */
  public void add(String... cells) {
    rows.add(List.of(cells));
  }

  public List<String> lines() {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String pad = " ".repeat(widths[i] - row.get(i).length());
      line.append(i == 0 ? row.get(i) + pad : "  " + pad + row.get(i));
    }
    return line.toString().stripTrailing();
  }
}
