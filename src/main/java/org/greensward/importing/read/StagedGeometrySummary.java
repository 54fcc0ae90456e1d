package org.greensward.importing.read;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.greensward.error.UserException;
import org.greensward.layer.importing.SourceLayer;

/**
 * What the geometries of a staged layer look like, found in one pass. Rows are named by their
 * number in the table; 0 stands for none.
 *
 * @param without how many rows have no geometry
 * @param firstWithout the first of them
 * @param firstNotFinite the first with a coordinate that is not a number, or infinite
 * @param firstOutside the first that is not in Great Britain's grid
 * @param outsideAt where that one is, for a sentence
 * @param largestX the coordinate farthest from 0, eastwards or westwards
 * @param largestY the same, northwards or southwards
 * @param special whether any is of a kind that is turned to lines and polygons
 */
record StagedGeometrySummary(
    long without,
    long firstWithout,
    long firstNotFinite,
    long firstOutside,
    String outsideAt,
    double largestX,
    double largestY,
    boolean special) {

  /** Great Britain's grid runs from 0 to 700 km east and 1,300 km north; with 10 km to spare. */
  private static final String LOOK =
      """
      WITH seen AS (
        SELECT row_number, geom IS NULL AS without,
          ST_XMin(geom) AS x1, ST_XMax(geom) AS x2, ST_YMin(geom) AS y1, ST_YMax(geom) AS y2,
          ST_Length(geom) + ST_Perimeter(geom) AS length,
          GeometryType(geom) AS type,
          GeometryType(geom) = 'MULTIPOINT' AND ST_AsText(geom) ~* 'nan|inf' AS bad_points
        FROM %s WHERE source_layer = ? OFFSET 0),
      judged AS (
        SELECT *,
          bad_points OR NOT (x2 - x1 < 'Infinity' AND y2 - y1 < 'Infinity'
            AND length < 'Infinity') AS not_finite,
          NOT (x1 >= -10000 AND x2 <= 710000 AND y1 >= -10000 AND y2 <= 1310000) AS outside
        FROM seen OFFSET 0)
      SELECT count(*) FILTER (WHERE without),
        min(row_number) FILTER (WHERE without),
        min(row_number) FILTER (WHERE not_finite),
        min(row_number) FILTER (WHERE outside),
        (array_agg('easting ' || round(x1) || ', northing ' || round(y1) ORDER BY row_number)
          FILTER (WHERE outside))[1],
        max(greatest(abs(x1), abs(x2))), max(greatest(abs(y1), abs(y2))),
        bool_or(type IN ('TIN', 'POLYHEDRALSURFACE', 'TRIANGLE', 'CIRCULARSTRING',
          'COMPOUNDCURVE', 'CURVEPOLYGON', 'MULTICURVE', 'MULTISURFACE'))
      FROM judged
      """;

  /** Whether a point is where the query looks for all of them; not, where it is not a number. */
  static boolean isInGreatBritain(double x, double y) {
    return x >= -10_000 && x <= 710_000 && y >= -10_000 && y <= 1_310_000;
  }

  static StagedGeometrySummary of(StagingTable table, SourceLayer layer) throws SQLException {
    try (PreparedStatement statement =
        table.connection().prepareStatement(LOOK.formatted(table.quotedName()))) {
      statement.setString(1, layer.name());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new StagedGeometrySummary(
            row.getLong(1),
            row.getLong(2),
            row.getLong(3),
            row.getLong(4),
            row.getString(5),
            row.getDouble(6),
            row.getDouble(7),
            row.getBoolean(8));
      }
    }
  }

  void checkFinite(String name) {
    if (firstNotFinite > 0) {
      throw new UserException(
          name
              + ": row "
              + firstNotFinite
              + " has a coordinate that is not a number; correct that shape and export it again.");
    }
  }

  /** Before any transformation: numbers of the size that the coordinate system has. */
  void checkSize(String name, String crs, boolean inDegrees) {
    boolean small = largestX <= 180 && largestY <= 90;
    boolean atOrigin = largestX == 0 && largestY == 0;
    if (small && !inDegrees && !atOrigin) {
      throw new UserException(
          name
              + ": the coordinates look like degrees although the file says "
              + crs
              + "; correct the coordinate system of the file.");
    }
    if (inDegrees && !small) {
      throw new UserException(
          name
              + ": the coordinates look like metres although they should be degrees of "
              + crs
              + "; if the file does not say its coordinate system, say it with --crs EPSG:27700,"
              + " else correct it.");
    }
  }

  /** After the transformation. */
  void checkInGreatBritain(String name, String crs) {
    if (firstOutside > 0) {
      throw new UserException(
          name
              + ": row "
              + firstOutside
              + " does not lie in Great Britain (its coordinates in "
              + crs
              + " come to "
              + outsideAt
              + "); check the coordinate system of the file.");
    }
  }
}
