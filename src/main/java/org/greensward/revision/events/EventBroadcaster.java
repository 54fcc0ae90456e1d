package org.greensward.revision.events;

import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.greensward.revision.LayerRevisions;
import org.greensward.revision.LayerRevisions.Change;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * All who listen. Changes that come together, as those of an import do, are told together; one
 * thread tells all, and no listener makes it wait.
 */
@Component
class EventBroadcaster implements SmartLifecycle {
  /** The layers that are published; others count for the inside of the program. */
  private static final List<String> LAYERS = List.of("boundaries", "context", "land", "parishes");

  private static final Duration TOGETHER = Duration.ofMillis(50);
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final LayerRevisions known;
  private final int most;
  private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
  private final Map<String, Long> told = new TreeMap<>();
  private boolean awaited;
  private ScheduledExecutorService teller;

  /**
   * @param most how many may listen at a time
   */
  EventBroadcaster(LayerRevisions known, @Value("${greensward.live.listeners:1000}") int most) {
    this.known = known;
    this.most = most;
    known.listen(change -> hear());
  }

  private synchronized void hear() {
    if (teller != null && !awaited) {
      awaited = true;
      teller.schedule(this::tell, TOGETHER.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private synchronized void tell() {
    awaited = false;
    List<Change> news = listSince(told);
    if (!news.isEmpty()) {
      sendToAll(ChangeMessages.of(news, new RevisionVector(told)));
    }
  }

  /** What came after some revisions, which are brought to those that are told by it. */
  private List<Change> listSince(Map<String, Long> revisions) {
    List<Change> news = new ArrayList<>();
    revisions.replaceAll(
        (layer, heard) -> {
          List<Change> changes =
              heard <= known.ofLayer(layer)
                  ? known.since(layer, heard)
                  // It is ahead of the database, so that was set back to an older state.
                  : List.of(Change.everywhere(layer, known.ofLayer(layer)));
          news.addAll(changes);
          return changes.stream().mapToLong(Change::revision).max().orElse(heard);
        });
    return news;
  }

  /**
   * Adds a listener, and tells it first what it has missed.
   *
   * @param since how far it has heard; layers that it does not name it hears of from now on
   */
  synchronized void add(AsyncContext context, RevisionVector since) throws IOException {
    Map<String, Long> heard = new TreeMap<>();
    for (String layer : LAYERS) {
      heard.put(layer, since.revisions().getOrDefault(layer, known.ofLayer(layer)));
    }
    List<Change> missed = listSince(heard);
    EventStream stream = EventStream.open(context, streams::remove);
    streams.add(stream);
    stream.send(ChangeMessages.of(missed, new RevisionVector(heard)));
  }

  synchronized boolean isFull() {
    return teller == null || streams.size() >= most;
  }

  private void sendToAll(byte[] message) {
    streams.forEach(stream -> stream.send(message));
  }

  @Override
  public synchronized void start() {
    LAYERS.forEach(layer -> told.put(layer, known.ofLayer(layer)));
    teller =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "events");
              thread.setDaemon(true);
              return thread;
            });
    teller.scheduleWithFixedDelay(
        () -> sendToAll(ChangeMessages.HEARTBEAT),
        HEARTBEAT.toMillis(),
        HEARTBEAT.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  /** Lets all go before the web server waits for its requests to end. */
  @Override
  public synchronized void stop() {
    teller.shutdownNow();
    teller = null;
    streams.forEach(EventStream::close);
  }

  @Override
  public synchronized boolean isRunning() {
    return teller != null;
  }
}
