package org.greensward.exchange.read;

/**
 * How to read a file; null wherever the file itself shall say.
 *
 * @param crs the coordinate system to take for a file that names none, such as {@code EPSG:27700}
 * @param where which features to take, as GDAL's SQL writes a condition
 * @param encoding the encoding of text in a Shapefile's table
 * @param layer the one layer to take of a file with several
 */
public record ReadOptions(String crs, String where, String encoding, String layer) {
  public static final ReadOptions DEFAULT = new ReadOptions(null, null, null, null);
}
