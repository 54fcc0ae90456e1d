package org.greensward.importing.read;

import java.nio.file.Path;
import java.sql.Connection;
import org.greensward.error.UserException;
import org.greensward.layer.importing.ReadOptions;
import org.greensward.layer.importing.SourceFile;

/** Reads a GIS file or a table, whatever its format, into the database as it stands. */
public interface SourceReader {

  /**
   * Opens a file and says what is in it.
   *
   * @throws UserException when it is not a file that can be read whole and safely: one sentence
   *     with the file, the fault and what to do
   */
  SourceFile inspect(Path file, ReadOptions options);

  /**
   * Copies the layers of a file into a temporary table: {@code row_number bigint} counting from 1
   * over the rows taken, {@code source_layer text}, a text column for each field (named as {@link
   * StagedName} says; a second of the same name gets {@code _2}, as does one named like a column of
   * ours), and {@code geom geometry} in EPSG:27700, null where a row has none. The table is made
   * here and goes with the transaction.
   *
   * <p>Text is as in the file, null where there is none, also in a CSV; dates of formats that know
   * them are {@code 2014-04-01}. Geometry is flat, without curves, and not otherwise repaired. A
   * row of a table without any value is left out, the others keeping their numbers: row n is in
   * line n + 1 of a sheet.
   *
   * @param connection inside a transaction of the caller's
   * @param listener hears of it on the way
   * @return how many rows were copied
   * @throws UserException after which the transaction must be rolled back: when the file breaks
   *     off, holds fewer rows than its header says, or has coordinates that are not where it says
   *     they are
   */
  long stage(
      SourceFile file,
      ReadOptions options,
      Connection connection,
      String table,
      StagingListener listener);
}
