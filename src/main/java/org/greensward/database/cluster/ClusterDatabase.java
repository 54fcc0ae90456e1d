package org.greensward.database.cluster;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.greensward.database.StoreRoles;

/** The owner and the database of the embedded cluster, as its superuser makes them. */
final class ClusterDatabase {
  private ClusterDatabase() {}

  /** The owner's role, those under which requests run, and the database, where they are missing. */
  static void make(Connection superuser, String owner, String password) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      if (!exists(statement, "SELECT FROM pg_roles WHERE rolname = '" + owner + "'")) {
        statement.execute("CREATE ROLE " + owner + " LOGIN PASSWORD '" + password + "'");
      }
      // Made here, so that the owner need not be one who may make roles.
      for (StoreRoles.Login login : StoreRoles.logins(owner, password)) {
        if (!exists(statement, "SELECT FROM pg_roles WHERE rolname = '" + login.name() + "'")) {
          statement.execute(
              "CREATE ROLE " + login.name() + " LOGIN PASSWORD '" + login.password() + "'");
        }
      }
      if (!exists(statement, "SELECT FROM pg_database WHERE datname = '" + owner + "'")) {
        statement.execute("CREATE DATABASE " + owner + " OWNER " + owner);
      }
    }
  }

  /** What only a superuser may add to the database. */
  static void equip(int port, String owner, String superuserPassword) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + owner,
                EmbeddedCluster.SUPERUSER,
                superuserPassword);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION IF NOT EXISTS postgis");
      statement.execute("CREATE EXTENSION IF NOT EXISTS btree_gist");
      statement.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm");
      // So that boxes are looked up in the index under row-level security too: it tells nothing
      // that
      // the rows do not.
      statement.execute("ALTER FUNCTION geometry_overlaps(geometry, geometry) LEAKPROOF");
      // So that an import may do the work of triggers and foreign keys for all its rows together.
      statement.execute("GRANT SET ON PARAMETER session_replication_role TO " + owner);
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }
}
