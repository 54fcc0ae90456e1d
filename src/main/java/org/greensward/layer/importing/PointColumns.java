package org.greensward.layer.importing;

import org.greensward.error.UserException;

/**
 * The point of a row of a national file: its geometry, or its easting and northing (EPSG:27700).
 */
public final class PointColumns {
  /** Whether a row {@code i} has no position, which products write as nothing or as zeros. */
  public static final String IS_NOWHERE =
      "(i.geom IS NULL OR ST_IsEmpty(i.geom)) AND coalesce(easting, '0') = '0'"
          + " AND coalesce(northing, '0') = '0'";

  private PointColumns() {}

  /**
   * @throws UserException when a file has neither shapes nor both columns
   */
  public static void require(ImportRun run, String easting, String northing) {
    boolean shapes =
        run.jdbc()
            .sql("SELECT EXISTS (SELECT FROM incoming WHERE geom IS NOT NULL)")
            .query(Boolean.class)
            .single();
    if (!shapes && !(run.columns().has(easting) && run.columns().has(northing))) {
      throw new UserException(
          "%s has no column for %s; say which they are with --map %s=COLUMN,%s=COLUMN."
              .formatted(
                  run.fileName(),
                  run.columns().has(easting)
                      ? northing
                      : run.columns().has(northing) ? easting : easting + " and " + northing,
                  easting,
                  northing));
    }
  }

  /**
   * A row with {@code geom} and {@code fault}, one of them null, from a row {@code i} of a staged
   * file.
   */
  public static String point() {
    return """
    (SELECT CASE WHEN x BETWEEN 0 AND 700000 AND y BETWEEN 0 AND 1300000
                 THEN ST_SetSRID(ST_MakePoint(x, y), 27700)::geometry(Point, 27700) END AS geom,
            CASE WHEN x IS NULL OR y IS NULL
                 THEN format('easting %%s, northing %%s are not numbers', coalesce(easting, 'empty'),
                             coalesce(northing, 'empty'))
                 WHEN NOT (x BETWEEN 0 AND 700000 AND y BETWEEN 0 AND 1300000)
                 THEN format('easting %%s, northing %%s is not in Great Britain', round(x::numeric),
                             round(y::numeric)) END AS fault
     FROM (SELECT CASE WHEN ST_IsEmpty(i.geom) IS FALSE THEN ST_X(ST_PointOnSurface(i.geom))
                       ELSE %s END AS x,
                  CASE WHEN ST_IsEmpty(i.geom) IS FALSE THEN ST_Y(ST_PointOnSurface(i.geom))
                       ELSE %s END AS y) AS xy)\
    """
        .formatted(StagedTableValidator.number("easting"), StagedTableValidator.number("northing"));
  }
}
