package org.greensward.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;

/**
 * A table as comma-separated values (RFC 4180), in UTF-8 with the mark that makes Excel read it so.
 * A text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
public final class CsvTableWriter {
  public static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final StringBuilder text = new StringBuilder("\uFEFF");

  public CsvTableWriter(String... headings) {
    row((Object[]) headings);
  }

  /** Adds a line; null is an empty field. */
  public void row(Object... fields) {
    for (int i = 0; i < fields.length; i++) {
      if (i > 0) {
        text.append(',');
      }
      append(fields[i]);
    }
    text.append("\r\n");
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

  private void append(Object field) {
    if (field == null) {
      return;
    }
    String value = field.toString();
    if (field instanceof String && !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0) {
      value = "'" + value;
    }
    if (value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')) {
      text.append('"').append(value.replace("\"", "\"\"")).append('"');
    } else {
      text.append(value);
    }
  }
}
