package org.greensward.layer.importing;

import java.util.List;

/**
 * One layer of a file.
 *
 * @param name its name in the file
 * @param geometryType as GDAL names it; {@code None} for a table
 * @param features how many will be read, by the file's own count and the condition; -1 unknown
 * @param crs its coordinate system, as {@code EPSG:27700} where it has a code, else as WKT; null
 *     for a table
 * @param fields the names of its columns as the file writes them
 */
public record SourceLayer(
    String name, String geometryType, long features, String crs, List<String> fields) {
  public static final String BRITISH_NATIONAL_GRID = "EPSG:27700";

  /** Whether it is in EPSG:27700, and so is taken as it stands. */
  public boolean isInGrid() {
    return BRITISH_NATIONAL_GRID.equals(crs);
  }
}
