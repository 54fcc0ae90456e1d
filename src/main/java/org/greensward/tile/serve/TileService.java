package org.greensward.tile.serve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PreDestroy;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import org.greensward.error.NotFoundException;
import org.greensward.layer.tile.TileLayer;
import org.greensward.layer.tile.TileSettings;
import org.greensward.layer.tile.TileWriter;
import org.greensward.layer.tile.geometry.TileDetail;
import org.greensward.revision.LayerRevisions;
import org.springframework.stereotype.Service;

/**
 * Makes tiles and keeps them compressed, as many as the setting {@code
 * greensward.tiles.cache-memory} allows. A tile is made once, however many ask for it at the same
 * time, and is valid until its layer's revision grows within it.
 */
@Service
public class TileService {
  private static final int HOT = 8;

  private final Map<String, TileLayer> layers;
  private final LayerRevisions known;
  private final Cache<TileKey, CachedTile> kept;
  private final Map<TileKey, CompletableFuture<CachedTile>> making = new ConcurrentHashMap<>();
  private final ExecutorService makers = TileThreads.makers();
  private final ExecutorService compressor = TileThreads.compressor();

  TileService(List<TileLayer> layers, LayerRevisions known, TileSettings settings) {
    this.layers =
        layers.stream()
            .sorted(Comparator.comparing(TileLayer::name))
            .collect(Collectors.toMap(TileLayer::name, l -> l, (a, b) -> a, LinkedHashMap::new));
    this.known = known;
    this.kept =
        Caffeine.newBuilder()
            .maximumWeight(settings.cacheMemory().toBytes())
            .weigher((TileKey key, CachedTile tile) -> tile.weight())
            .build();
  }

  @PreDestroy
  void stop() {
    makers.shutdownNow();
    compressor.shutdownNow();
  }

  /**
   * The layer of a name.
   *
   * @throws NotFoundException when there is none
   */
  public TileLayer getLayer(String name) {
    TileLayer layer = layers.get(name);
    if (layer == null) {
      throw new NotFoundException(
          "There is no layer '"
              + name
              + "'; the layers are "
              + String.join(", ", layers.keySet())
              + ".");
    }
    return layer;
  }

  /** The revision that this node knows for what lies in a tile. */
  long revisionOf(TileKey key) {
    return known.ofTile(key.layer().name(), key.coord().z(), key.coord().x(), key.coord().y());
  }

  /**
   * A tile that is kept and of a revision or later, else null.
   *
   * @param revision as {@link #revisionOf} told it
   */
  CachedTile findKept(TileKey key, long revision) {
    CachedTile tile = kept.getIfPresent(key);
    if (tile == null || tile.revision() < revision) {
      return null;
    }
    if (tile.isAskedTimes(HOT)) {
      compressor.execute(() -> compressAnew(key, tile));
    }
    return tile;
  }

  /**
   * A tile as it is after all changes known now, made if need be; the future ends on a thread that
   * makes tiles.
   */
  CompletableFuture<CachedTile> tile(TileKey key) {
    long revision = revisionOf(key);
    CachedTile tile = findKept(key, revision);
    if (tile != null) {
      return CompletableFuture.completedFuture(tile);
    }
    CompletableFuture<CachedTile> mine = new CompletableFuture<>();
    CompletableFuture<CachedTile> others = making.putIfAbsent(key, mine);
    if (others != null) {
      // It may have been begun before a change that the asker was told of.
      return others.thenCompose(
          made ->
              made.revision() >= revision ? CompletableFuture.completedFuture(made) : tile(key));
    }
    makers.execute(() -> make(key, mine));
    return mine;
  }

  /** A tile, for a caller who waits. */
  public CachedTile getTile(TileKey key) {
    try {
      return tile(key).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private void make(TileKey key, CompletableFuture<CachedTile> promise) {
    CachedTile tile = null;
    Throwable failure = null;
    try {
      tile = make(key);
      kept.put(key, tile);
    } catch (RuntimeException | Error e) {
      failure = e;
    }
    making.remove(key, promise);
    if (failure == null) {
      promise.complete(tile);
    } else {
      promise.completeExceptionally(failure);
    }
  }

  private CachedTile make(TileKey key) {
    TileDetail detail = key.format().detail(key.coord().z());
    TileWriter writer = key.format().writer(key.layer().name(), key.coord(), detail.grid());
    // Whatever is found prepared is right at this revision, though parts may have been read
    // earlier.
    long rightAt = known.ofLayer(key.layer().name());
    long read = key.layer().write(key.coord(), detail, key.day(), writer);
    return new CachedTile(
        Math.max(rightAt, read), writer.features(), Gzip.compress(writer.toBytes(), Gzip.FAST));
  }

  private void compressAnew(TileKey key, CachedTile tile) {
    byte[] smaller = Gzip.compress(tile.bytes(), Gzip.SMALL);
    kept.asMap().replace(key, tile, tile.with(smaller));
  }
}
