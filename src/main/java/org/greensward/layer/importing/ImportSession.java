package org.greensward.layer.importing;

/** One import of a layer, from before its file is staged until it is merged or has failed. */
@FunctionalInterface
public interface ImportSession extends AutoCloseable {

  /**
   * Observes the geometry of a row of a source layer in EPSG:27700 on its way to the staging table:
   * as it stands in the file, so that curves are not yet lines. Layers in other systems are not
   * observed.
   *
   * @param row the row's number in the staging table
   * @param ewkb as PostGIS writes it; null where the row has none
   */
  default void shape(long row, byte[] ewkb) {}

  /**
   * Validates what is staged and merges it into the store.
   *
   * @throws org.greensward.error.UserException when the file cannot be taken; the transaction is
   *     then rolled back
   */
  void apply(ImportRun run);

  /** Releases what the session holds, whether or not the import succeeded. */
  @Override
  default void close() {}
}
