package org.greensward.land.tile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greensward.database.PublicDataSource;
import org.greensward.layer.tile.EncodedProperties;
import org.greensward.layer.tile.FeatureTable;
import org.greensward.layer.tile.GeometryColumn;
import org.greensward.layer.tile.TileBox;
import org.greensward.layer.tile.TileCell;
import org.greensward.layer.tile.TileSourceCache;
import org.greensward.revision.LayerRevisions;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads land, cell by cell. */
@Component
public class PieceReader {
  static final String LAYER = "land";

  private static final List<String> SHARED_FIELDS =
      List.of(
          "parish",
          "asset_type",
          "unit",
          "owner",
          "maintainer",
          "looked_after_by",
          "looked_after_by_kind",
          "lot",
          "status",
          "basis");

  private final JdbcClient jdbc;
  private final TileSourceCache memory;
  private final LayerRevisions known;

  public PieceReader(
      @PublicDataSource JdbcClient jdbc, TileSourceCache memory, LayerRevisions known) {
    this.jdbc = jdbc;
    this.memory = memory;
    this.known = known;
  }

  /** The key under which a cell's land is kept. */
  record Key(TileCell cell) {}

  /** The pieces of a cell, with what holds for them at a date. */
  PieceBlock block(TileCell cell, LocalDate at) {
    Key key = new Key(cell);
    long revision = known.ofTile(LAYER, cell.z(), cell.x(), cell.y());
    PieceBlock block =
        memory.get(key, revision, () -> memory.read(LAYER, r -> readPieces(cell, r)));
    if (!block.terms().containsKey(at)) {
      PieceAttributes[] terms = memory.read(LAYER, r -> readTerms(cell, block, at));
      block.terms().put(at, terms);
      memory.weigh(key);
    }
    return block;
  }

  private PieceBlock readPieces(TileCell cell, long revision) {
    FeatureTable.Builder pieces = new FeatureTable.Builder(cell);
    List<long[]> keys = new ArrayList<>();
    TileBox.of(cell.tile(), 0)
        .bind(
            jdbc.sql(
                """
                SELECT l.id AS land_id, coalesce(x.parish_id, 0) AS parish_id, l.reference,
                       p.code AS parish_code, l.name, x.quantity,
                       ST_AsBinary(ST_Transform(coalesce(x.geom, l.geom), 3857)) AS shape
                FROM land l
                JOIN piece x ON x.land_id = l.id
                LEFT JOIN parish p ON p.id = x.parish_id
                WHERE l.geom && %1$s AND coalesce(x.geom, l.geom) && %1$s
                ORDER BY l.id, coalesce(x.parish_id, 0)
                """
                    .formatted(TileBox.SQL)))
        .query(
            (RowCallbackHandler)
                row -> {
                  Geometry shape = GeometryColumn.read(row.getBytes("shape"));
                  if (pieces.takes(shape)) {
                    keys.add(new long[] {row.getLong("land_id"), row.getLong("parish_id")});
                    pieces.add(id(row), own(row), shape);
                  }
                });
    return new PieceBlock(
        revision,
        pieces.build(),
        keys.stream().mapToLong(k -> k[0]).toArray(),
        keys.stream().mapToLong(k -> k[1]).toArray());
  }

  private static String id(ResultSet row) throws SQLException {
    String parish = row.getString("parish_code");
    return row.getString("reference") + (parish == null ? "" : "@" + parish);
  }

  private static EncodedProperties own(ResultSet row) throws SQLException {
    Map<String, Object> own = new LinkedHashMap<>();
    own.put("reference", row.getString("reference"));
    own.put("name", row.getString("name"));
    own.put("quantity", row.getDouble("quantity"));
    return EncodedProperties.of(own);
  }

  /** Goes through the rows and the block's pieces side by side; both are in the same order. */
  private PieceAttributes[] readTerms(TileCell cell, PieceBlock block, LocalDate at) {
    PieceAttributes[] terms = new PieceAttributes[block.lands().length];
    Map<LandGroup, Map<Map<String, Object>, PieceAttributes>> seen = new HashMap<>();
    int[] next = {0};
    TileBox.of(cell.tile(), 0)
        .bind(
            jdbc.sql(
                """
                SELECT land_id, coalesce(parish_id, 0) AS parish_id, parish_code AS parish,
                       asset_type, unit, owner, maintainer, looked_after_by,
                       looked_after_by_kind, lot, status, basis
                FROM piece_at(:at)
                WHERE parcel && %s
                ORDER BY land_id, coalesce(parish_id, 0)
                """
                    .formatted(TileBox.SQL)))
        .param("at", at)
        .query(
            (RowCallbackHandler)
                row -> {
                  int piece =
                      find(block, next[0], row.getLong("land_id"), row.getLong("parish_id"));
                  if (piece >= 0) {
                    next[0] = piece + 1;
                    terms[piece] = terms(row, seen);
                  }
                });
    return terms;
  }

  private static int find(PieceBlock block, int from, long land, long parish) {
    long[] lands = block.lands();
    for (int i = from; i < lands.length && lands[i] <= land; i++) {
      if (lands[i] == land && block.parishes()[i] == parish) {
        return i;
      }
    }
    return -1;
  }

  private static PieceAttributes terms(
      ResultSet row, Map<LandGroup, Map<Map<String, Object>, PieceAttributes>> seen)
      throws SQLException {
    Map<String, Object> shared = new LinkedHashMap<>();
    for (String field : SHARED_FIELDS) {
      shared.put(field, row.getString(field));
    }
    LandGroup group = group(row);
    return seen.computeIfAbsent(group, g -> new HashMap<>())
        .computeIfAbsent(shared, s -> new PieceAttributes(EncodedProperties.of(s), group));
  }

  private static LandGroup group(ResultSet row) throws SQLException {
    return new LandGroup(
        row.getLong("parish_id"),
        row.getString("parish"),
        row.getString("asset_type"),
        row.getString("looked_after_by"),
        row.getString("looked_after_by_kind"),
        row.getString("unit"),
        row.getString("status"));
  }

  /** Whether any land lies in a cell, whatever its date. */
  boolean hasLand(TileCell cell) {
    return TileBox.of(cell.tile(), 0)
        .bind(jdbc.sql("SELECT EXISTS (SELECT FROM land WHERE geom && %s)".formatted(TileBox.SQL)))
        .query(Boolean.class)
        .single();
  }

  /** How much land each group of a parish has at a date; 0 for what lies outside all parishes. */
  LandGroupTotals totals(long parish, LocalDate at, long revision) {
    return memory.get(
        new LandGroupTotals.Key(parish, at),
        revision,
        () -> memory.read(LAYER, r -> readTotals(parish, at, r)));
  }

  private LandGroupTotals readTotals(long parish, LocalDate at, long revision) {
    LandGroupTotals totals = new LandGroupTotals(revision, new HashMap<>());
    jdbc.sql(
            """
            SELECT coalesce(parish_id, 0) AS parish_id, parish_code AS parish, asset_type,
                   looked_after_by, looked_after_by_kind, unit, status,
                   count(*) AS parcels, sum(quantity) AS quantity
            FROM piece_at(:at)
            WHERE %s
            GROUP BY parish_id, parish_code, asset_type, looked_after_by, looked_after_by_kind,
                     unit, status
            """
                .formatted(parish == 0 ? "parish_id IS NULL" : "parish_id = " + parish))
        .param("at", at)
        .query(
            (RowCallbackHandler)
                row -> totals.put(group(row), row.getLong("parcels"), row.getDouble("quantity")));
    return totals;
  }
}
