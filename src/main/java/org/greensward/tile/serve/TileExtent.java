package org.greensward.tile.serve;

import java.util.List;
import java.util.Optional;
import org.greensward.database.PublicDataSource;
import org.greensward.revision.StoreRepository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the tiles have something, and whom to name beside them. */
@Component
class TileExtent {
  /** Great Britain, for a store without boundaries yet. */
  private static final List<Double> DEFAULT = List.of(-8.7, 49.8, 1.8, 60.9);

  private static final String SOURCES =
      "Contains National Statistics data © Crown copyright and database right; contains OS data ©"
          + " Crown copyright and database right";

  private final JdbcClient jdbc;
  private final StoreRepository store;

  TileExtent(@PublicDataSource JdbcClient jdbc, StoreRepository store) {
    this.jdbc = jdbc;
    this.store = store;
  }

  /** West, south, east and north of all parishes, in WGS84 degrees. */
  List<Double> bounds() {
    return jdbc.sql(
            """
            SELECT ST_XMin(e), ST_YMin(e), ST_XMax(e), ST_YMax(e)
            FROM (SELECT ST_Transform(ST_SetSRID(ST_Extent(geom)::geometry, 27700), 4326) AS e
                  FROM parish) x
            WHERE e IS NOT NULL
            """)
        .query(
            (row, n) ->
                List.of(row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)))
        .optional()
        .orElse(DEFAULT);
  }

  /**
   * What must stand beside the map: the demonstration's notice, else the licence lines that were
   * given with the files in use, else the line that official boundaries need.
   */
  String attribution() {
    return store
        .findStore()
        .map(StoreRepository.Store::notice)
        .or(
            () ->
                jdbc.sql(
                        """
                        SELECT string_agg(DISTINCT licence, '; ')
                        FROM (SELECT DISTINCT ON (layer) licence FROM edition
                              ORDER BY layer, id DESC) latest
                        """)
                    .query((row, n) -> Optional.ofNullable(row.getString(1)))
                    .single())
        .orElse(SOURCES);
  }
}
