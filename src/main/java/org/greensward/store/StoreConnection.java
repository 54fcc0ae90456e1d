package org.greensward.store;

/** An open store: how to reach its database, until it is closed. */
public interface StoreConnection extends AutoCloseable {
  String jdbcUrl();

  String username();

  String password();

  /** Lets go of the store; a cluster that this process started is stopped cleanly. */
  @Override
  void close();
}
