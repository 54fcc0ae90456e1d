package org.greensward.tile;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.greensward.refusal.NotThere;
import org.greensward.store.Revisions;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Makes tiles. */
@Service
public class TileService {
  private final Map<String, TileLayer> layers;
  private final Revisions revisions;

  TileService(List<TileLayer> layers, Revisions revisions) {
    this.layers =
        layers.stream()
            .sorted(java.util.Comparator.comparing(TileLayer::name))
            .collect(Collectors.toMap(TileLayer::name, l -> l, (a, b) -> a, LinkedHashMap::new));
    this.revisions = revisions;
  }

  /**
   * The layer of a name.
   *
   * @throws NotThere when there is none
   */
  TileLayer getLayer(String name) {
    TileLayer layer = layers.get(name);
    if (layer == null) {
      throw new NotThere(
          "There is no layer '"
              + name
              + "'; the layers are "
              + String.join(", ", layers.keySet())
              + ".");
    }
    return layer;
  }

  long getRevision(TileLayer layer) {
    return revisions.findRevision(layer.name()).orElseThrow();
  }

  /** A tile as GeoJSON, with the revision it was made at: both are read in one snapshot. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Tile makeTile(TileLayer layer, TileCoord coord, LocalDate at) {
    long revision = getRevision(layer);
    TileShape shape = new TileShape(coord, new GeometryFactory());
    GeoJsonTile tile = new GeoJsonTile(shape.decimals());
    for (TileFeature feature : layer.listFeatures(coord, at)) {
      Geometry degrees = shape.of(feature.geometry());
      if (degrees != null) {
        tile.add(feature.id(), feature.properties(), degrees);
      }
    }
    return new Tile(revision, tile.toBytes());
  }

  /** A made tile: its layer's revision and its bytes. */
  public record Tile(long revision, byte[] bytes) {}
}
