package org.greensward.web;

import java.io.IOException;

/**
 * Writes lines of comma-separated values (RFC 4180): the one place that quotes values, for pages,
 * downloads and what GDAL reads.
 */
public final class CsvLines {
  /** Before the first line it makes Excel read UTF-8 as what it is. */
  public static final char BYTE_ORDER_MARK = '\uFEFF';

  /** The end of a line that the standard asks for. */
  public static final String CRLF = "\r\n";

  private static final String NEEDS_QUOTES = ",\"\r\n";
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final Appendable out;
  private final String end;
  private boolean first = true;

  /**
   * @param end of a line
   */
  public CsvLines(Appendable out, String end) {
    this.out = out;
    this.end = end;
  }

  /** Adds a value as it is. */
  public void value(String text) throws IOException {
    if (!first) {
      out.append(',');
    }
    first = false;
    if (text.chars().anyMatch(c -> NEEDS_QUOTES.indexOf(c) >= 0)) {
      out.append('"').append(text.replace("\"", "\"\"")).append('"');
    } else {
      out.append(text);
    }
  }

  /**
   * Adds a value that people typed: with an apostrophe where a spreadsheet would take it for a
   * formula.
   */
  public void text(String text) throws IOException {
    value(!text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text);
  }

  public void endLine() throws IOException {
    out.append(end);
    first = true;
  }
}
