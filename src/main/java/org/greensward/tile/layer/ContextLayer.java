package org.greensward.tile.layer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greensward.store.AsPublic;
import org.greensward.store.KnownRevisions;
import org.greensward.tile.TileCoord;
import org.greensward.tile.encode.Attributes;
import org.greensward.tile.encode.TileWriter;
import org.greensward.tile.shape.Detail;
import org.greensward.tile.shape.ShapeClip;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The quiet ground under everything; it has no dates. */
@Component
class ContextLayer implements TileLayer {
  private static final String LAYER = "context";
  private static final List<String> FIELDS = List.of("theme", "class", "name");

  private final JdbcClient jdbc;
  private final PreparedMemory memory;
  private final KnownRevisions known;

  ContextLayer(@AsPublic JdbcClient jdbc, PreparedMemory memory, KnownRevisions known) {
    this.jdbc = jdbc;
    this.memory = memory;
    this.known = known;
  }

  @Override
  public String name() {
    return LAYER;
  }

  @Override
  public String description() {
    return "Streets, water, rail, buildings and place names, as a quiet background.";
  }

  @Override
  public int minZoom() {
    return 0;
  }

  @Override
  public List<String> fields() {
    return FIELDS;
  }

  @Override
  public long write(TileCoord tile, Detail detail, LocalDate at, TileWriter out) {
    TileFrame frame = TileFrame.of(tile, detail);
    long revision = Long.MAX_VALUE;
    for (Cell cell : Cell.under(tile, ShapeClip.BUFFER_PIXELS)) {
      Key key = new Key(cell);
      Block block =
          memory.get(
              key,
              known.ofTile(LAYER, cell.z(), cell.x(), cell.y()),
              () -> memory.read(LAYER, r -> readBlock(cell, r)));
      revision = Math.min(revision, block.revision);
      if (block.features.write(frame, detail, new FromZoom(block.minZooms, tile.z()), out)) {
        memory.weigh(key);
      }
    }
    return revision;
  }

  private record Key(Cell cell) {}

  /** The features of a cell and the zoom from which each is shown. */
  private record Block(long revision, FeatureTable features, int[] minZooms) implements Prepared {
    @Override
    public int weight() {
      return 200 + 4 * minZooms.length + features.weight();
    }
  }

  private record FromZoom(int[] minZooms, int zoom) implements FeatureTable.Choice {
    @Override
    public boolean shows(int feature) {
      return minZooms[feature] <= zoom;
    }

    @Override
    public Attributes shared(int feature) {
      return null;
    }
  }

  /** A cell of a low zoom is read for tiles of that zoom alone, so with what they show. */
  private Block readBlock(Cell cell, long revision) {
    FeatureTable.Builder features = new FeatureTable.Builder(cell);
    List<Integer> minZooms = new ArrayList<>();
    TileBox.of(cell.tile(), 0)
        .bind(
            jdbc.sql(
                """
                SELECT id, theme, class, name, min_zoom,
                       ST_AsBinary(ST_Transform(geom, 3857)) AS shape
                FROM context
                WHERE min_zoom <= :zoom AND geom && %s
                ORDER BY id
                """
                    .formatted(TileBox.SQL)))
        .param("zoom", cell.z() < Cell.ZOOM ? cell.z() : TileCoord.MAX_ZOOM)
        .query(
            (RowCallbackHandler)
                row -> {
                  Geometry shape = Wkb.read(row.getBytes("shape"));
                  if (features.takes(shape)) {
                    features.add(row.getString("id"), own(row), shape);
                    minZooms.add(row.getInt("min_zoom"));
                  }
                });
    return new Block(
        revision, features.build(), minZooms.stream().mapToInt(Integer::intValue).toArray());
  }

  private static Attributes own(ResultSet row) throws SQLException {
    Map<String, Object> own = new LinkedHashMap<>();
    for (String field : FIELDS) {
      own.put(field, row.getString(field));
    }
    return Attributes.of(own);
  }
}
