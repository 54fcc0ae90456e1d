package org.greensward.tile.serve;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.List;
import org.greensward.layer.tile.TileLayer;
import org.greensward.layer.tile.geometry.TileCoord;
import org.greensward.revision.LayerRevisions;
import org.springframework.stereotype.Component;

/** The kept tiles, for who serves them at addresses of another kind. */
@Component
public class VectorTileService {
  /** The last zoom at which tiles show more than the one before. */
  public static final int LAST_USEFUL_ZOOM = 18;

  private final TileService tiles;
  private final TileExtent extent;
  private final LayerRevisions known;

  VectorTileService(TileService tiles, TileExtent extent, LayerRevisions known) {
    this.tiles = tiles;
    this.extent = extent;
    this.known = known;
  }

  /**
   * A tile.
   *
   * @param bytes as a Mapbox vector tile; none where nothing lies in it
   * @param etag changes with them
   */
  public record VectorTile(byte[] bytes, String etag) {}

  /**
   * A tile of some layers: vector tiles of different layers, one after the other, are one of them
   * all.
   *
   * @param at the date whose state it shows
   * @throws org.greensward.error.NotFoundException when there is no such layer
   */
  public VectorTile get(List<String> layers, TileCoord coord, LocalDate at) {
    List<TileKey> keys =
        layers.stream()
            .map(l -> new TileKey(tiles.getLayer(l), coord, TileFormat.MVT, known.spanOf(at)))
            .toList();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StringBuilder tags = new StringBuilder();
    for (TileKey key : keys) {
      CachedTile tile = tiles.getTile(key);
      bytes.writeBytes(tile.bytes());
      tags.append(tags.isEmpty() ? "" : "-").append(tile.revision());
    }
    String day = keys.get(0).day().toEpochDay() + "." + String.join("-", layers);
    return new VectorTile(bytes.toByteArray(), "W/\"" + tags + "." + day + "\"");
  }

  /** What grows with each change of one of some layers. */
  public long revision(List<String> layers) {
    return layers.stream().mapToLong(known::ofLayer).sum();
  }

  /** A layer's properties, by name, and what it is. */
  public TileLayer layer(String name) {
    return tiles.getLayer(name);
  }

  /** What must stand beside them. */
  public String attribution() {
    return extent.attribution();
  }
}
