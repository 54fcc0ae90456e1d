package org.greensward.layer.importing;

import java.util.List;

/**
 * How to read a file; null wherever the file itself shall say.
 *
 * @param crs the coordinate system to take for a file that names none, such as {@code EPSG:27700}
 * @param where which features to take, as GDAL's SQL writes a condition
 * @param encoding the encoding of text in a Shapefile's table
 * @param layer the one layer to take of a file with several
 * @param tables products to recognise whose files have no header, or come among others
 */
public record ReadOptions(
    String crs, String where, String encoding, String layer, List<ProductSchema> tables) {
  public static final ReadOptions DEFAULT = new ReadOptions(null, null, null, null);

  public ReadOptions {
    tables = List.copyOf(tables);
  }

  public ReadOptions(String crs, String where, String encoding, String layer) {
    this(crs, where, encoding, layer, List.of());
  }

  public ReadOptions withTables(List<ProductSchema> known) {
    return new ReadOptions(crs, where, encoding, layer, known);
  }
}
