package org.greensward.importing.read;

import java.io.IOException;

/**
 * Passes rows on, and what stands in the first column of each, a geometry, to a listener and to a
 * look at whether they are plain.
 */
final class GeometryTee implements PgDumpReader.Sink {
  private final PgDumpReader.Sink sink;
  private final StagingListener listener;
  private final SimpleGeometryCheck shapes = new SimpleGeometryCheck();
  private long row;

  /**
   * @param row the number of the last row before these
   */
  GeometryTee(PgDumpReader.Sink sink, StagingListener listener, long row) {
    this.sink = sink;
    this.listener = listener;
    this.row = row;
  }

  @Override
  public void write(byte[] buffer, int start, int length) throws IOException {
    sink.write(buffer, start, length);
    int end = start + length;
    for (int at = start; at < end; at++) {
      int from = at;
      while (buffer[at] != '\t' && buffer[at] != '\n') {
        at++;
      }
      byte[] ewkb = buffer[from] == '\\' ? null : fromHex(buffer, from, at);
      shapes.look(ewkb);
      listener.shape(++row, ewkb);
      while (buffer[at] != '\n') {
        at++;
      }
    }
  }

  /** Whether all geometries that passed are plain. */
  boolean passedPlainShapes() {
    return shapes.arePlain();
  }

  private static byte[] fromHex(byte[] buffer, int start, int end) {
    byte[] bytes = new byte[(end - start) / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (digit(buffer[start + 2 * i]) << 4 | digit(buffer[start + 2 * i + 1]));
    }
    return bytes;
  }

  /** The value of a hexadecimal digit, with capital letters as GDAL writes it or without. */
  private static int digit(byte c) {
    return c <= '9' ? c - '0' : (c & 0xf) + 9;
  }
}
