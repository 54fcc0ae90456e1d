package org.greensward.importing.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows in what GDAL's driver PGDUMP writes: SQL around one {@code COPY} whose lines PostgreSQL
 * takes as they are. Only those lines are passed on, and nothing is ever run as SQL. On the way
 * GDAL's dates ({@code 2014/04/01}) are turned to ISO 8601 and text is checked to be UTF-8.
 */
final class PgDumpReader {
  /** Takes whole rows, some at a time. */
  interface Sink {
    void write(byte[] buffer, int start, int length) throws IOException;
  }

  private static final Pattern COLUMN = Pattern.compile("\"((?:[^\"]|\"\")*)\"");
  private static final int DATE_LENGTH = 10;

  private final InputStream in;
  private final boolean datesToIso;
  private byte[] buffer = new byte[1 << 17];
  private int rowStart;
  private int position;
  private int limit;
  private long rows;
  private boolean ended;

  /**
   * @param datesToIso whether values that look like GDAL's dates are turned to ISO 8601
   */
  PgDumpReader(InputStream in, boolean datesToIso) {
    this.in = in;
    this.datesToIso = datesToIso;
  }

  /** The columns of the rows that follow; empty when there are none. */
  List<String> columns() throws IOException {
    for (int end = nextRow(); end >= 0; end = nextRow()) {
      String line = new String(buffer, rowStart, end - rowStart, StandardCharsets.UTF_8);
      rowStart = end;
      if (line.startsWith("COPY ")) {
        List<String> columns = new ArrayList<>();
        Matcher matcher = COLUMN.matcher(line.substring(line.indexOf('(')));
        while (matcher.find()) {
          columns.add(matcher.group(1).replace("\"\"", "\""));
        }
        return columns;
      }
    }
    return List.of();
  }

  /**
   * Passes the rows on.
   *
   * @param progress told the number of rows so far, with every block of them
   * @return the number of the first row whose text is not UTF-8, at which it stopped
   */
  OptionalLong copyTo(Sink sink, LongConsumer progress) throws IOException {
    int block = rowStart;
    while (true) {
      int before = rowStart;
      int end = nextRowInBuffer();
      if (end >= 0 && isTerminator(before, end)) {
        sink.write(buffer, block, before - block);
        ended = true;
        in.transferTo(OutputStream.nullOutputStream());
        return OptionalLong.empty();
      }
      if (end >= 0) {
        rows++;
        if (!tidy(before, end)) {
          return OptionalLong.of(rows);
        }
        rowStart = end;
        continue;
      }
      if (limit == buffer.length) {
        sink.write(buffer, block, rowStart - block);
        progress.accept(rows);
        makeRoom();
        block = 0;
      }
      if (!fill()) {
        return OptionalLong.empty();
      }
    }
  }

  /** How many rows were passed on. */
  long rows() {
    return rows;
  }

  /** Whether the rows were seen to their end. */
  boolean isComplete() {
    return ended;
  }

  private int nextRow() throws IOException {
    int end = nextRowInBuffer();
    while (end < 0) {
      makeRoom();
      if (!fill()) {
        return -1;
      }
      end = nextRowInBuffer();
    }
    return end;
  }

  /** Where the row at {@code rowStart} ends; -1 when the buffer ends before. */
  private int nextRowInBuffer() {
    while (position < limit) {
      byte b = buffer[position];
      if (b == '\\') {
        if (position + 1 == limit) {
          return -1;
        }
        boolean terminator = position == rowStart && buffer[position + 1] == '.';
        position += terminator ? 1 : 2;
      } else if (b == '\n') {
        return ++position;
      } else {
        position++;
      }
    }
    return -1;
  }

  private boolean isTerminator(int start, int end) {
    return end - start == 3 && buffer[start] == '\\' && buffer[start + 1] == '.';
  }

  /** Forgets the rows before the unfinished one, and grows where that one fills everything. */
  private void makeRoom() {
    System.arraycopy(buffer, rowStart, buffer, 0, limit - rowStart);
    position -= rowStart;
    limit -= rowStart;
    rowStart = 0;
    if (limit == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
  }

  /** Reads on; false at the end. */
  private boolean fill() throws IOException {
    int n = in.read(buffer, limit, buffer.length - limit);
    limit += Math.max(n, 0);
    return n >= 0;
  }

  /** Turns dates to ISO; false when the row's text is not UTF-8. */
  private boolean tidy(int start, int end) {
    int following = 0;
    int fieldStart = start;
    for (int i = start; i < end; i++) {
      int b = buffer[i];
      if (b < 0) {
        boolean continues = (b & 0xc0) == 0x80;
        if (continues != following > 0 || (b & 0xff) >= 0xf5) {
          return false;
        }
        following = continues ? following - 1 : leadLength(b & 0xff);
      } else if (following > 0) {
        return false;
      } else if (b == '\t') {
        fieldStart = i + 1;
      } else if (b == '/' && datesToIso && i == fieldStart + 4 && isDate(fieldStart, end)) {
        buffer[fieldStart + 4] = '-';
        buffer[fieldStart + 7] = '-';
      }
    }
    return following == 0;
  }

  private static int leadLength(int lead) {
    return lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
  }

  private boolean isDate(int at, int end) {
    if (at + DATE_LENGTH >= end) {
      return false;
    }
    for (int i = 0; i < DATE_LENGTH; i++) {
      boolean slash = i == 4 || i == 7;
      boolean digit = buffer[at + i] >= '0' && buffer[at + i] <= '9';
      if (slash ? buffer[at + i] != '/' : !digit) {
        return false;
      }
    }
    byte after = buffer[at + DATE_LENGTH];
    return after == '\t' || after == '\n' || after == ' ';
  }
}
