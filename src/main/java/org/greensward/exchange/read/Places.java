package org.greensward.exchange.read;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.greensward.refusal.Refusal;

/** Checks that the coordinates of a staged layer are where its file says they are. */
final class Places {
  /** Great Britain's grid runs from 0 to 700 km east and 1,300 km north; with 10 km to spare. */
  private static final String IN_GRID =
      """
      ST_XMin(geom) >= -10000 AND ST_XMax(geom) <= 710000
      AND ST_YMin(geom) >= -10000 AND ST_YMax(geom) <= 1310000
      """;

  private final StagingTable table;
  private final String name;

  Places(StagingTable table, String name) {
    this.table = table;
    this.name = name;
  }

  void checkFinite(SourceLayer layer) throws SQLException {
    long notFinite = firstNotFinite(layer);
    if (notFinite > 0) {
      throw new Refusal(
          name
              + ": row "
              + notFinite
              + " has a coordinate that is not a number; correct that shape and export it again.");
    }
  }

  /** Before any transformation: numbers of the size that the coordinate system has. */
  void checkSize(SourceLayer layer) throws SQLException {
    boolean small =
        largest(layer, "ST_XMin", "ST_XMax") <= 180 && largest(layer, "ST_YMin", "ST_YMax") <= 90;
    boolean degrees = table.isInDegrees(layer);
    if (small && !degrees && hasPlaces(layer)) {
      throw new Refusal(
          name
              + ": the coordinates look like degrees although the file says "
              + CoordinateSystem.name(layer.crs())
              + "; correct the coordinate system of the file.");
    }
    if (degrees && !small) {
      throw new Refusal(
          name
              + ": the coordinates look like metres although they should be degrees of "
              + CoordinateSystem.name(layer.crs())
              + "; if the file does not say its coordinate system, say it with --crs EPSG:27700,"
              + " else correct it.");
    }
  }

  /** After the transformation. */
  void checkInGreatBritain(SourceLayer layer) throws SQLException {
    String sql =
        """
        SELECT row_number, round(ST_XMin(geom)), round(ST_YMin(geom)) FROM %s
        WHERE source_layer = ? AND NOT (%s) ORDER BY row_number LIMIT 1
        """
            .formatted(table.quotedName(), IN_GRID);
    try (PreparedStatement statement = table.connection().prepareStatement(sql)) {
      statement.setString(1, layer.name());
      try (ResultSet row = statement.executeQuery()) {
        if (row.next()) {
          throw new Refusal(
              name
                  + ": row "
                  + row.getLong(1)
                  + " does not lie in Great Britain (its coordinates in "
                  + CoordinateSystem.name(layer.crs())
                  + " come to easting "
                  + row.getString(2)
                  + ", northing "
                  + row.getString(3)
                  + "); check the coordinate system of the file.");
        }
      }
    }
  }

  private boolean hasPlaces(SourceLayer layer) throws SQLException {
    return number("SELECT count(ST_XMin(geom)) FROM %s WHERE source_layer = ?", layer) > 0;
  }

  private double largest(SourceLayer layer, String min, String max) throws SQLException {
    String sql =
        "SELECT coalesce(max(greatest(abs("
            + min
            + "(geom)), abs("
            + max
            + "(geom)))), 0)"
            + " FROM %s WHERE source_layer = ?";
    return number(sql, layer);
  }

  private long firstNotFinite(SourceLayer layer) throws SQLException {
    return (long)
        number(
            """
            SELECT coalesce(min(row_number), 0) FROM %s
            WHERE source_layer = ?
              AND NOT (ST_XMax(geom) - ST_XMin(geom) < 'Infinity'
                AND ST_YMax(geom) - ST_YMin(geom) < 'Infinity'
                AND ST_Length(geom) + ST_Perimeter(geom) < 'Infinity')
            """,
            layer);
  }

  private double number(String sql, SourceLayer layer) throws SQLException {
    try (PreparedStatement statement =
        table.connection().prepareStatement(sql.formatted(table.quotedName()))) {
      statement.setString(1, layer.name());
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getDouble(1);
      }
    }
  }
}
