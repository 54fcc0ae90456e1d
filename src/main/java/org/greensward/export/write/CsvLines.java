package org.greensward.export.write;

import java.io.IOException;
import java.io.Writer;

/** Writes lines of comma-separated values (RFC 4180). */
final class CsvLines {
  private static final String NEEDS_QUOTES = ",\"\r\n";

  private final Writer out;
  private final String end;
  private boolean first = true;

  /**
   * @param end of a line
   */
  CsvLines(Writer out, String end) {
    this.out = out;
    this.end = end;
  }

  void value(String text) throws IOException {
    if (!first) {
      out.write(',');
    }
    first = false;
    if (text.chars().anyMatch(c -> NEEDS_QUOTES.indexOf(c) >= 0)) {
      out.write('"');
      out.write(text.replace("\"", "\"\""));
      out.write('"');
    } else {
      out.write(text);
    }
  }

  void endLine() throws IOException {
    out.write(end);
    first = true;
  }
}
