package org.greensward.layer.tile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.greensward.database.PublicDataSource;
import org.greensward.revision.RevisionRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is prepared for tiles, as much of it as the setting {@code greensward.tiles.prepared-memory}
 * allows. What was put out is made again when it is asked for, so a tile is the same with little
 * memory and with much.
 */
@Component
public class TileSourceCache {
  private final Cache<Object, Kept> kept;
  private final Map<Object, CompletableFuture<Kept>> making = new ConcurrentHashMap<>();
  private final RevisionRepository revisions;
  private final TransactionTemplate snapshot;

  TileSourceCache(
      TileSettings settings,
      RevisionRepository revisions,
      @PublicDataSource PlatformTransactionManager transactions) {
    this.kept =
        Caffeine.newBuilder()
            .maximumWeight(settings.preparedMemory().toBytes())
            .weigher((Object key, Kept prepared) -> prepared.it.weight())
            .build();
    this.revisions = revisions;
    this.snapshot = new TransactionTemplate(transactions);
    this.snapshot.setReadOnly(true);
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /**
   * What is kept under a key, if it is of a revision or later; else what the maker makes, once,
   * however many ask. A maker may itself ask for what its work is made of.
   *
   * @param key with a type of its own for each kind of thing
   */
  @SuppressWarnings("unchecked")
  public <T extends TileSource> T get(Object key, long revision, Supplier<T> maker) {
    while (true) {
      Kept found = kept.getIfPresent(key);
      if (found != null && found.rightAt >= revision) {
        return (T) found.it;
      }
      CompletableFuture<Kept> mine = new CompletableFuture<>();
      CompletableFuture<Kept> others = making.putIfAbsent(key, mine);
      if (others == null) {
        return make(key, revision, mine, maker);
      }
      found = others.join();
      if (found.rightAt >= revision) {
        return (T) found.it;
      }
    }
  }

  private <T extends TileSource> T make(
      Object key, long revision, CompletableFuture<Kept> promise, Supplier<T> maker) {
    try {
      T made = maker.get();
      Kept found = new Kept(made, Math.max(revision, made.revision()));
      kept.put(key, found);
      promise.complete(found);
      return made;
    } catch (RuntimeException | Error e) {
      promise.completeExceptionally(e);
      throw e;
    } finally {
      making.remove(key, promise);
    }
  }

  /**
   * Something prepared, and the latest revision that it is known to be right at: what it was made
   * of may have been read earlier, and was found untouched.
   */
  private record Kept(TileSource it, long rightAt) {}

  /** Weighs again what has grown since it was kept. */
  public void weigh(Object key) {
    kept.asMap().computeIfPresent(key, (k, prepared) -> prepared);
  }

  /** Reads rows and the revision of their layer in one snapshot. */
  public <T> T read(String layer, LongFunction<T> reader) {
    return snapshot.execute(status -> reader.apply(revisions.findRevision(layer).orElseThrow()));
  }
}
