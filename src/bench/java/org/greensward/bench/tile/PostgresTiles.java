package org.greensward.bench.tile;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.greensward.layer.tile.geometry.Generalisation;
import org.greensward.layer.tile.geometry.ShapeClipper;
import org.greensward.layer.tile.geometry.TileCoord;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tiles made by PostgreSQL, the other side of the comparison: the same land with the same
 * properties, prepared in separate tables in the coordinate system of each format, so that no query
 * joins or transforms. The tiles have the same buffer and as many decimals as ours.
 */
final class PostgresTiles {
  private static final int FIRST_ZOOM = 10;
  private static final int LAST_ZOOM = 16;

  /** One tile as GeoJSON, for {@code pgbench}. */
  static final String GEOJSON =
      """
      SELECT '{"type":"FeatureCollection","features":['
             || coalesce(string_agg(ST_AsGeoJSON(f, 'geom', t.digits), ','), '') || ']}'
      FROM bench.tile t CROSS JOIN LATERAL (SELECT * FROM bench.land WHERE geom && t.degrees) f
      WHERE t.list = :list AND t.n = :n""";

  /** One tile as MVT, for {@code pgbench}. */
  static final String MVT =
      """
      SELECT ST_AsMVT(f, 'land', 4096, 'geom')
      FROM bench.tile t CROSS JOIN LATERAL (
        SELECT ST_AsMVTGeom(l.geom, t.square, 4096, 256) AS geom, l.id, l.reference, l.parish,
               l.asset_type, l.name, l.owner, l.maintainer, l.looked_after_by,
               l.looked_after_by_kind, l.lot, l.quantity, l.unit, l.status, l.basis
        FROM bench.land_3857 l WHERE l.geom && t.metres) f
      WHERE t.list = :list AND t.n = :n""";

  private final JdbcClient jdbc;

  PostgresTiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes the tables; neighbours lie beside each other in them, as in the index. */
  void prepare() {
    run("CREATE SCHEMA bench");
    run(
        """
        CREATE TABLE bench.land AS
        SELECT concat_ws('@', reference, parish_code) AS id, reference, parish_code AS parish,
               asset_type, name, owner, maintainer, looked_after_by, looked_after_by_kind, lot,
               round(quantity::numeric, 2) AS quantity, unit, status, basis,
               ST_Transform(geom, 4326) AS geom
        FROM piece_at(current_date) ORDER BY geom""");
    run(
        """
        CREATE TABLE bench.land_3857 AS
        SELECT l.*, ST_Transform(geom, 3857) AS metres FROM bench.land l ORDER BY geom""");
    run("ALTER TABLE bench.land_3857 DROP COLUMN geom");
    run("ALTER TABLE bench.land_3857 RENAME COLUMN metres TO geom");
    run("CREATE INDEX ON bench.land USING gist (geom)");
    run("CREATE INDEX ON bench.land_3857 USING gist (geom)");
    run("VACUUM FULL ANALYZE bench.land_3857");
    run("VACUUM ANALYZE bench.land");
    run(
        """
        CREATE TABLE bench.tile (list integer, n integer, digits integer, degrees geometry,
                                 metres geometry, square geometry, PRIMARY KEY (list, n))""");
  }

  private void run(String statement) {
    jdbc.sql(statement).update();
  }

  /** All tiles with the middle of a piece in them, by zoom, with how many it has. */
  Map<Integer, Map<TileCoord, Integer>> listTiles() {
    record Counted(TileCoord tile, int pieces) {}
    return jdbc
        .sql(
            """
            SELECT z, floor((x / 40075016.685578488 + 0.5) * (1 << z))::int AS column,
                   floor((0.5 - y / 40075016.685578488) * (1 << z))::int AS row, count(*)
            FROM (SELECT ST_X(c) AS x, ST_Y(c) AS y
                  FROM (SELECT ST_Centroid(geom) AS c FROM bench.land_3857) m) p,
                 generate_series(:from, :to) z
            GROUP BY 1, 2, 3 ORDER BY 1, 2, 3""")
        .param("from", FIRST_ZOOM)
        .param("to", LAST_ZOOM)
        .query(
            (row, n) ->
                new Counted(
                    new TileCoord(row.getInt(1), row.getInt(2), row.getInt(3)), row.getInt(4)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                c -> c.tile.z(),
                TreeMap::new,
                Collectors.toMap(
                    c -> c.tile, c -> c.pieces, (a, b) -> a, java.util.LinkedHashMap::new)));
  }

  /** Inserts a list of tiles for the queries above. */
  void add(TileList list) {
    int n = 1;
    for (TileCoord tile : list.tiles()) {
      Envelope wide = tile.envelope(ShapeClipper.BUFFER_PIXELS);
      Envelope square = tile.envelope(0);
      jdbc.sql(
              """
              INSERT INTO bench.tile
              SELECT :list, :n, :digits, ST_Transform(metres, 4326), metres, square
              FROM (SELECT ST_MakeEnvelope(:west, :south, :east, :north, 3857) AS metres,
                           ST_MakeEnvelope(:w, :s, :e, :n0, 3857) AS square) b""")
          .param("list", list.number())
          .param("n", n++)
          .param("digits", Generalisation.decimals(tile.z()))
          .param("west", wide.getMinX())
          .param("south", wide.getMinY())
          .param("east", wide.getMaxX())
          .param("north", wide.getMaxY())
          .param("w", square.getMinX())
          .param("s", square.getMinY())
          .param("e", square.getMaxX())
          .param("n0", square.getMaxY())
          .update();
    }
    run("ANALYZE bench.tile");
  }

  /** How many pieces the tiles of a list hold on average. */
  double meanFeatures(TileList list) {
    return jdbc.sql(
            """
            SELECT avg((SELECT count(*) FROM bench.land l WHERE l.geom && t.degrees))
            FROM bench.tile t WHERE list = ?""")
        .param(list.number())
        .query(Double.class)
        .single();
  }

  /** Its version and PostGIS's. */
  String version() {
    return jdbc.sql(
            """
            SELECT 'PostgreSQL ' || split_part(current_setting('server_version'), ' ', 1)
                   || ', PostGIS ' || split_part(postgis_version(), ' ', 1)""")
        .query(String.class)
        .single();
  }
}
