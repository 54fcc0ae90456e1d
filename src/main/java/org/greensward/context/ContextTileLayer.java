package org.greensward.context;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greensward.database.PublicDataSource;
import org.greensward.layer.tile.EncodedProperties;
import org.greensward.layer.tile.FeatureTable;
import org.greensward.layer.tile.GeometryColumn;
import org.greensward.layer.tile.TileBox;
import org.greensward.layer.tile.TileCell;
import org.greensward.layer.tile.TileFrame;
import org.greensward.layer.tile.TileLayer;
import org.greensward.layer.tile.TileSource;
import org.greensward.layer.tile.TileSourceCache;
import org.greensward.layer.tile.TileWriter;
import org.greensward.layer.tile.geometry.ShapeClipper;
import org.greensward.layer.tile.geometry.TileCoord;
import org.greensward.layer.tile.geometry.TileDetail;
import org.greensward.revision.LayerRevisions;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The quiet ground under everything; it has no dates. */
@Component
public class ContextTileLayer implements TileLayer {
  private static final String LAYER = "context";
  private static final List<String> FIELDS = List.of("theme", "class", "name");

  private final JdbcClient jdbc;
  private final TileSourceCache memory;
  private final LayerRevisions known;

  public ContextTileLayer(
      @PublicDataSource JdbcClient jdbc, TileSourceCache memory, LayerRevisions known) {
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
  public long write(TileCoord tile, TileDetail detail, LocalDate at, TileWriter out) {
    TileFrame frame = TileFrame.of(tile, detail);
    long revision = Long.MAX_VALUE;
    for (TileCell cell : TileCell.under(tile, ShapeClipper.BUFFER_PIXELS)) {
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

  private record Key(TileCell cell) {}

  /** The features of a cell and the zoom from which each is shown. */
  private record Block(long revision, FeatureTable features, int[] minZooms) implements TileSource {
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
    public EncodedProperties shared(int feature) {
      return null;
    }
  }

  /** A cell of a low zoom is read for tiles of that zoom alone, so with what they show. */
  private Block readBlock(TileCell cell, long revision) {
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
        .param("zoom", cell.z() < TileCell.ZOOM ? cell.z() : TileCoord.MAX_ZOOM)
        .query(
            (RowCallbackHandler)
                row -> {
                  Geometry shape = GeometryColumn.read(row.getBytes("shape"));
                  if (features.takes(shape)) {
                    features.add(row.getString("id"), own(row), shape);
                    minZooms.add(row.getInt("min_zoom"));
                  }
                });
    return new Block(
        revision, features.build(), minZooms.stream().mapToInt(Integer::intValue).toArray());
  }

  private static EncodedProperties own(ResultSet row) throws SQLException {
    Map<String, Object> own = new LinkedHashMap<>();
    for (String field : FIELDS) {
      own.put(field, row.getString(field));
    }
    return EncodedProperties.of(own);
  }
}
