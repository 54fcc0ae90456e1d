package org.greensward.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.greensward.error.UserException;

/**
 * Looks at a database of one's own before anything else does, so that what it lacks is one
 * sentence.
 */
public final class DatabaseCheck {
  private static final int OLDEST_SERVER = 15;
  private static final List<String> EXTENSIONS = List.of("postgis", "btree_gist", "pg_trgm");
  private static final List<Integer> OLDEST_POSTGIS = List.of(3, 3);

  private DatabaseCheck() {}

  /**
   * Connects once, and adds the extensions if they are missing and may be added.
   *
   * @throws UserException when the database cannot be reached or used
   */
  public static void check(ExternalDatabase database) {
    try (Connection connection =
            DriverManager.getConnection(
                database.jdbcUrl(), database.username(), database.password());
        Statement statement = connection.createStatement()) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < OLDEST_SERVER) {
        throw new UserException(
            "The database of GREENSWARD_DATABASE_URL is PostgreSQL %d; Greensward needs %d or newer."
                .formatted(version, OLDEST_SERVER));
      }
      for (String extension : EXTENSIONS) {
        add(statement, extension);
      }
      checkPostgis(installed(statement, "postgis").orElse("0"));
      checkMayCreate(statement);
    } catch (SQLException e) {
      throw new UserException(
          "The database of GREENSWARD_DATABASE_URL cannot be opened: "
              + e.getMessage().lines().findFirst().orElse("").replaceAll("\\.$", "")
              + ".",
          e);
    }
  }

  private static void add(Statement statement, String extension) throws SQLException {
    if (installed(statement, extension).isPresent()) {
      return;
    }
    try {
      statement.execute("CREATE EXTENSION " + extension);
    } catch (SQLException e) {
      throw new UserException(
          "The database of GREENSWARD_DATABASE_URL has no extension %1$s, and its user may not add it;"
                  .formatted(extension)
              + " ask its administrator to run CREATE EXTENSION postgis, CREATE EXTENSION btree_gist"
              + " and CREATE EXTENSION pg_trgm there.",
          e);
    }
  }

  private static Optional<String> installed(Statement statement, String extension)
      throws SQLException {
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT extversion FROM pg_extension WHERE extname = '" + extension + "'")) {
      return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
    }
  }

  private static void checkPostgis(String version) {
    String[] parts = version.split("\\.");
    int major = Integer.parseInt(parts[0]);
    int minor = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
    if (major < OLDEST_POSTGIS.get(0)
        || major == OLDEST_POSTGIS.get(0) && minor < OLDEST_POSTGIS.get(1)) {
      throw new UserException(
          "The database of GREENSWARD_DATABASE_URL has PostGIS "
              + version
              + "; Greensward needs 3.3 or newer.");
    }
  }

  private static void checkMayCreate(Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT has_database_privilege(current_database(), 'CREATE')"
                + " OR 2 = (SELECT count(*) FROM pg_namespace"
                + " WHERE nspname IN ('greensward', 'greensward_gis')"
                + " AND pg_has_role(nspowner, 'USAGE'))")) {
      rows.next();
      if (!rows.getBoolean(1)) {
        throw new UserException(
            "The user of GREENSWARD_DATABASE_URL may not make the schemas greensward and"
                + " greensward_gis there; grant it CREATE on the database.");
      }
    }
  }
}
