package org.greensward.store;

/** What a node knows, without a thread that listens: a test calls {@code catchUp()}. */
public final class Revised {
  private Revised() {}

  /** Knows what a database says now. */
  public static KnownRevisions on(TestStore store) {
    HeardRevisions known = new HeardRevisions(store.dataSource());
    known.catchUp();
    return known;
  }
}
