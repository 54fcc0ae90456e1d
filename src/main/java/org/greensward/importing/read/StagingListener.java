package org.greensward.importing.read;

/** Hears what is copied while a file is staged. */
public interface StagingListener {
  /** Told the number of rows copied so far, now and then. */
  void copied(long rows);

  /**
   * Given the geometry of each row of a layer in EPSG:27700, on its way to the table: as it stands
   * in the file, so that curves are not yet lines. Of layers in other systems nothing is given.
   *
   * @param row the row's number in the table
   * @param ewkb as PostGIS writes it; null where the row has none
   */
  default void shape(long row, byte[] ewkb) {}
}
