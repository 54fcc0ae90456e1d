package org.greensward.revision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.greensward.database.OwnerDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * What this node knows, kept in memory as one value that is replaced whole: asking takes no lock
 * and no query, and a revision is never seen without its boxes. {@link ChangeListener} brings it up
 * to date whenever the database calls.
 */
@Component
class CachedRevisions implements LayerRevisions, DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(CachedRevisions.class);

  private final ChangeReader reader;
  private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
  private final ExecutorService teller =
      Executors.newSingleThreadExecutor(task -> daemon(task, "changes-told"));
  private final AtomicLong begun = new AtomicLong();
  private volatile RevisionSnapshot state = RevisionSnapshot.UNREAD;

  CachedRevisions(@OwnerDataSource DataSource source) {
    this.reader = new ChangeReader(source);
  }

  @Override
  public long ofLayer(String layer) {
    return state.layer(layer).revision();
  }

  @Override
  public long ofTile(String layer, int z, int x, int y) {
    return state.layer(layer).ofTile(z, x, y);
  }

  @Override
  public LocalDate spanOf(LocalDate at) {
    return state.spanOf(at);
  }

  @Override
  public List<Change> since(String layer, long revision) {
    return state.layer(layer).since(layer, revision);
  }

  /** Whether anything is known at all; a command that only imports never asks. */
  boolean hasRead() {
    return state != RevisionSnapshot.UNREAD;
  }

  /** The store's record; empty before its first run is complete. */
  Optional<StoreRepository.Store> findStore() {
    return state.findStore();
  }

  @Override
  public void catchUp() {
    long asked = begun.get();
    synchronized (this) {
      // Of many who ask at once only one has to read: what began after I asked has all I may see.
      if (begun.get() == asked) {
        read(reader);
      }
    }
  }

  /** Reads what is new through a reader of the caller's, and tells it. */
  synchronized void read(ChangeReader from) {
    begun.incrementAndGet();
    ChangeReader.Reading reading = from.readAfter(state);
    state = reading.state();
    List<Change> changes = new ArrayList<>(reading.changes());
    if (!changes.isEmpty() && !listeners.isEmpty()) {
      teller.execute(() -> changes.forEach(this::tell));
    }
  }

  private void tell(Change change) {
    for (Consumer<Change> listener : listeners) {
      try {
        listener.accept(change);
      } catch (RuntimeException e) {
        log.warn("A listener failed on a change of {}", change.layer(), e);
      }
    }
  }

  @Override
  public void listen(Consumer<Change> listener) {
    listeners.add(listener);
  }

  @Override
  public void destroy() {
    teller.shutdownNow();
  }

  static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
