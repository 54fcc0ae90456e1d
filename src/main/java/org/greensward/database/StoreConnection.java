package org.greensward.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/** An open store: how to reach its database, until it is closed. */
public interface StoreConnection extends AutoCloseable {
  String jdbcUrl();

  String username();

  String password();

  /**
   * A connection of whoever makes roles of the database: the superuser of the embedded cluster, the
   * owner of a database of one's own. The caller closes it.
   */
  default Connection openForRoles() throws SQLException {
    return DriverManager.getConnection(jdbcUrl(), username(), password());
  }

  /**
   * A secret of this store that its database does not hold, made when first asked for; empty where
   * the store has no folder of its own to keep it in.
   */
  Optional<String> secret(String name);

  /** Lets go of the store; a cluster that this process started is stopped cleanly. */
  @Override
  void close();
}
