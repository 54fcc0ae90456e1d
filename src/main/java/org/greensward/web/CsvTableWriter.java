package org.greensward.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;

/**
 * A table as comma-separated values in memory, in UTF-8 with the mark that makes Excel read it so.
 * A text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
public final class CsvTableWriter {
  public static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final StringBuilder text = new StringBuilder().append(CsvLines.BYTE_ORDER_MARK);
  private final CsvLines lines = new CsvLines(text, CsvLines.CRLF);

  public CsvTableWriter(String... headings) {
    row((Object[]) headings);
  }

  /** Adds a line; null is an empty field. */
  public void row(Object... fields) {
    try {
      for (Object field : fields) {
        if (field instanceof String typed) {
          lines.text(typed);
        } else {
          lines.value(field == null ? "" : field.toString());
        }
      }
      lines.endLine();
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes all", e);
    }
  }

  public byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What was added since the last time, for a file that is sent in parts. */
  public byte[] take() {
    byte[] part = bytes();
    text.setLength(0);
    return part;
  }
}
