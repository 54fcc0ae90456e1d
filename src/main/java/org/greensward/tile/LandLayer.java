package org.greensward.tile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Land as pieces by parish. Below {@link Generalisation#MERGED_BELOW} pieces of the same parish,
 * asset type, keeper and status are one feature, marked {@code merged}, which carries how many
 * pieces it stands for and their true quantity in the whole parish; what is drawn of it is grown by
 * half a pixel, so that narrow verges stay in sight.
 */
@Component
class LandLayer implements TileLayer {
  private static final List<String> PIECE_FIELDS =
      List.of(
          "reference",
          "parish",
          "asset_type",
          "name",
          "owner",
          "maintainer",
          "looked_after_by",
          "looked_after_by_kind",
          "lot",
          "quantity",
          "unit",
          "status",
          "basis");
  private static final List<String> GROUP_FIELDS =
      List.of(
          "merged",
          "parish",
          "asset_type",
          "looked_after_by",
          "looked_after_by_kind",
          "parcels",
          "quantity",
          "unit",
          "status");

  private final JdbcClient jdbc;

  LandLayer(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return "land";
  }

  @Override
  public String description() {
    return "Pieces of land and who looks after them; merged by parish, asset type and keeper below"
        + " zoom "
        + Generalisation.MERGED_BELOW
        + ".";
  }

  @Override
  public int minZoom() {
    return 0;
  }

  @Override
  public List<String> fields() {
    return java.util.stream.Stream.concat(PIECE_FIELDS.stream(), GROUP_FIELDS.stream())
        .distinct()
        .toList();
  }

  @Override
  public List<TileFeature> listFeatures(TileCoord tile, LocalDate at) {
    return tile.z() < Generalisation.MERGED_BELOW ? groups(tile, at) : pieces(tile, at);
  }

  private List<TileFeature> pieces(TileCoord tile, LocalDate at) {
    double tolerance = Generalisation.tolerance(tile.z());
    return query(
            """
            SELECT reference || coalesce('@' || parish_code, '') AS id, reference,
                   parish_code AS parish, asset_type, name, owner, maintainer, looked_after_by,
                   looked_after_by_kind, lot, quantity, unit, status, basis,
                   ST_AsBinary(ST_Transform(geom, 3857)) AS shape
            FROM piece_at(:at)
            WHERE parcel && %1$s AND geom && %1$s
            ORDER BY reference, parish_code
            """
                .formatted(TileBox.SQL),
            tile,
            at)
        .query(
            (row, n) -> {
              Geometry shape = Wkb.read(row.getBytes("shape"));
              return feature(
                  row,
                  PIECE_FIELDS,
                  tolerance == 0 ? shape : TopologyPreservingSimplifier.simplify(shape, tolerance));
            })
        .list();
  }

  private List<TileFeature> groups(TileCoord tile, LocalDate at) {
    double tolerance = Generalisation.tolerance(tile.z());
    return query(
            """
            WITH box AS MATERIALIZED (SELECT %s AS geom),
            here AS MATERIALIZED (
              SELECT DISTINCT x.parish_id FROM box
              JOIN land l ON l.geom && box.geom JOIN piece x ON x.land_id = l.id
            )
            SELECT concat_ws('|', parish_code, asset_type, looked_after_by, status) AS id,
                   true AS merged, parish_code AS parish, asset_type, looked_after_by,
                   looked_after_by_kind, count(*) AS parcels, sum(quantity) AS quantity, unit,
                   status,
                   ST_AsBinary(ST_Transform(
                     ST_Collect(x.geom) FILTER (WHERE x.geom && box.geom), 3857)) AS shape
            FROM piece_at(:at) x CROSS JOIN box
            WHERE EXISTS (SELECT FROM here WHERE here.parish_id IS NOT DISTINCT FROM x.parish_id)
            GROUP BY parish_code, asset_type, looked_after_by, looked_after_by_kind, unit, status
            HAVING bool_or(x.geom && box.geom)
            ORDER BY id
            """
                .formatted(TileBox.SQL),
            tile,
            at)
        .query(
            (row, n) ->
                feature(row, GROUP_FIELDS, amalgamate(Wkb.read(row.getBytes("shape")), tolerance)))
        .list();
  }

  /** Polygons are grown by the tolerance and so run together; lines and points stay as they are. */
  private static Geometry amalgamate(Geometry group, double tolerance) {
    if (group.getDimension() < 2) {
      return group.getDimension() < 1 ? group : DouglasPeuckerSimplifier.simplify(group, tolerance);
    }
    BufferParameters square = new BufferParameters(1);
    return TopologyPreservingSimplifier.simplify(
        BufferOp.bufferOp(group, tolerance, square), tolerance);
  }

  private JdbcClient.StatementSpec query(String sql, TileCoord tile, LocalDate at) {
    return TileBox.of(tile).bind(jdbc.sql(sql)).param("at", at);
  }

  private static TileFeature feature(ResultSet row, List<String> fields, Geometry shape)
      throws SQLException {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (String field : fields) {
      properties.put(field, row.getObject(field));
    }
    return new TileFeature(row.getString("id"), properties, shape);
  }
}
