package org.greensward.tile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.greensward.refusal.NotThere;
import org.greensward.store.Revisions;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes tiles. */
@Service
public class TileService {
  private static final long CACHE_BYTES = 64L << 20;

  private final Map<String, TileLayer> layers;
  private final Revisions revisions;
  private final TransactionTemplate snapshot;
  private final Cache<Key, Tile> made =
      Caffeine.newBuilder()
          .maximumWeight(CACHE_BYTES)
          .weigher((Key key, Tile tile) -> tile.bytes.length + 100)
          .build();

  TileService(
      List<TileLayer> layers, Revisions revisions, PlatformTransactionManager transactions) {
    this.layers =
        layers.stream()
            .sorted(Comparator.comparing(TileLayer::name))
            .collect(Collectors.toMap(TileLayer::name, l -> l, (a, b) -> a, LinkedHashMap::new));
    this.revisions = revisions;
    this.snapshot = new TransactionTemplate(transactions);
    this.snapshot.setReadOnly(true);
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
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

  /** A tile as GeoJSON; made once for each revision of its layer, however many ask for it. */
  Tile getTile(TileLayer layer, TileCoord coord, LocalDate at) {
    Key key = new Key(layer.name(), coord, at, getRevision(layer));
    return made.get(key, k -> snapshot.execute(status -> makeTile(layer, coord, at)));
  }

  /** Revision and rows are read in one snapshot. */
  private Tile makeTile(TileLayer layer, TileCoord coord, LocalDate at) {
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

  private record Key(String layer, TileCoord coord, LocalDate at, long revision) {}

  /** A made tile: its layer's revision and its bytes. */
  public record Tile(long revision, byte[] bytes) {}
}
