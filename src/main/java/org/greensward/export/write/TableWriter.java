package org.greensward.export.write;

import java.io.IOException;

/**
 * Writes a file: its tables one after the other, each with its rows. Closed at the end in any case,
 * and without {@link #finish()} nothing of it is to be used.
 */
public interface TableWriter extends AutoCloseable {
  void begin(ExportTable table) throws IOException;

  /**
   * @param values one for each field: a text, a number, a date, or null
   * @param geometry in the form that the format wants; null where there is none
   */
  void row(Object[] values, String geometry) throws IOException;

  void end() throws IOException;

  /** After the last table. */
  void finish() throws IOException;

  /** Lets go of whatever it holds: programs, files. */
  @Override
  void close() throws IOException;
}
