package org.greensward.store;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Knows what the database says at each question: always right, one query each. */
@Component
class AskedRevisions implements KnownRevisions {
  private final Revisions revisions;

  AskedRevisions(Revisions revisions) {
    this.revisions = revisions;
  }

  @Override
  public long ofLayer(String layer) {
    return revisions.findRevision(layer).orElse(0L);
  }

  @Override
  public long ofTile(String layer, int z, int x, int y) {
    return ofLayer(layer);
  }

  @Override
  public LocalDate spanOf(LocalDate at) {
    return at;
  }

  @Override
  public void catchUp() {
    // Nothing is kept that could be behind.
  }

  @Override
  public void listen(Consumer<Change> listener) {
    throw new UnsupportedOperationException("changes are not heard of yet");
  }
}
