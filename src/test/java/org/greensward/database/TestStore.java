package org.greensward.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.greensward.database.cluster.EmbeddedCluster;
import org.greensward.database.pool.AudienceDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * Databases for tests: one real cluster for the whole run, started when the first test asks, and a
 * database of its own for each that does, copied from a migrated one.
 *
 * @param url as {@code greensward.database-url} takes it
 */
public record TestStore(String url) {
  private static final String EXTENSIONS =
      "CREATE EXTENSION postgis; CREATE EXTENSION btree_gist; CREATE EXTENSION pg_trgm";
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static Server server;

  /** A migrated database without data. */
  public static TestStore empty() {
    return copyOf(server().migrated());
  }

  /** A database with nothing in it, not even PostGIS. */
  public static TestStore bare() {
    String name = "t" + NUMBER.incrementAndGet();
    server().execute("CREATE DATABASE " + name + " TEMPLATE template0 OWNER greensward");
    return server().named(name);
  }

  /** A database with the extensions, before the first migration. */
  static TestStore unmigrated() {
    TestStore store = bare();
    server().execute(store.databaseName(), EXTENSIONS);
    return store;
  }

  /** A migrated database whose user may only what the user of anybody's own database may. */
  public static TestStore ofPlainUser() {
    String name = "t" + NUMBER.incrementAndGet();
    TestStore store = server().ownedByPlainUser(name);
    server().execute("CREATE ROLE " + name + " LOGIN PASSWORD '" + name + "'");
    server().execute("CREATE DATABASE " + name + " TEMPLATE template0 OWNER " + name);
    server().execute("ALTER ROLE " + name + " CREATEROLE");
    StoreRoles.of(ExternalDatabase.parse(store.url()));
    server().execute("ALTER ROLE " + name + " NOCREATEROLE");
    server().execute(name, EXTENSIONS);
    Flyway.configure().dataSource(store.dataSource()).schemas("greensward").load().migrate();
    return store;
  }

  /** An empty database of a user who may make no roles, and for whom nobody has made any. */
  static TestStore ofUserWithoutRoles() {
    String name = "t" + NUMBER.incrementAndGet();
    server().execute("CREATE ROLE " + name + " LOGIN PASSWORD '" + name + "'");
    server().execute("CREATE DATABASE " + name + " TEMPLATE template0 OWNER " + name);
    return server().ownedByPlainUser(name);
  }

  /** A copy of a database that a test made before, for instance one with data loaded. */
  public static synchronized TestStore copyOf(TestStore template) {
    Pools.release(); // only a database that nobody is connected to can be copied
    String name = "t" + NUMBER.incrementAndGet();
    server()
        .execute(
            "CREATE DATABASE "
                + name
                + " TEMPLATE "
                + template.databaseName()
                + " OWNER greensward");
    return server().named(name);
  }

  /** A data source without a pool; each use opens a connection and closes it. */
  public DriverManagerDataSource dataSource() {
    ExternalDatabase database = ExternalDatabase.parse(url);
    return new DriverManagerDataSource(
        database.jdbcUrl(), database.username(), database.password());
  }

  /**
   * A data source for whoever asks, as the application has it: bind an {@link Audience} for anybody
   * but the public. All share one connection a role, so that what one leaves behind the next finds.
   */
  public DataSource audienceDataSource() {
    ExternalDatabase database = ExternalDatabase.parse(url);
    StoreRoles roles = StoreRoles.of(database);
    return new AudienceDataSource(
        single(database, roles.ofPublic()), single(database, roles.ofSignedIn()));
  }

  private static DataSource single(ExternalDatabase database, StoreRoles.Login login) {
    return pool(database.jdbcUrl(), login.name(), login.password(), 1);
  }

  private static HikariDataSource pool(String url, String user, String password, int size) {
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(url);
    pool.setUsername(user);
    pool.setPassword(password);
    pool.setMaximumPoolSize(size);
    pool.setMinimumIdle(0);
    pool.setIdleTimeout(10_000);
    pool.setInitializationFailTimeout(-1); // opens none before it is asked
    return new HikariDataSource(pool);
  }

  /**
   * The same from a pool: a new connection costs a server process that has yet to load PostGIS and
   * to parse every trigger, some 50 ms. For a test that leaves its sessions as they were.
   */
  public DataSource pooledDataSource() {
    return Pools.of(this);
  }

  /** As the application has it when it opens a database of one's own. */
  public StoreConnection connection() {
    return ExternalDatabase.parse(url);
  }

  /** The same as another user. */
  public StoreConnection connection(String user, String password) {
    return new ExternalDatabase(ExternalDatabase.parse(url).jdbcUrl(), user, password);
  }

  /** A connection of a role of the caller's own, for whoever speaks SQL. The caller closes it. */
  public Connection open(String user, String password) throws SQLException {
    return DriverManager.getConnection(ExternalDatabase.parse(url).jdbcUrl(), user, password);
  }

  /** What the owner asks, on pooled connections. */
  public JdbcClient jdbc() {
    return JdbcClient.create(pooledDataSource());
  }

  private String databaseName() {
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private static synchronized Server server() {
    if (server == null) {
      server = Server.start();
    }
    return server;
  }

  /**
   * The owner's connections to each store. They wait in the pool of one store only: the server has
   * few, a run makes many stores, and tests use one after the other.
   */
  private static final class Pools {
    private static final int CONNECTIONS = 4;
    private static final Map<String, HikariDataSource> BY_URL = new HashMap<>();

    static synchronized DataSource of(TestStore store) {
      if (!BY_URL.containsKey(store.url)) {
        release();
        ExternalDatabase database = ExternalDatabase.parse(store.url);
        BY_URL.put(
            store.url,
            pool(database.jdbcUrl(), database.username(), database.password(), CONNECTIONS));
      }
      return BY_URL.get(store.url);
    }

    /** Ends the connections that wait; a pool opens others when it is asked. */
    static synchronized void release() {
      BY_URL.values().forEach(pool -> pool.getHikariPoolMXBean().softEvictConnections());
    }
  }

  private record Server(Path folder, StoreConnection cluster, String superuserPassword) {

    static Server start() {
      try {
        Path folder = Files.createTempDirectory("greensward-test-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        StoreConnection cluster = EmbeddedCluster.open(folder, true);
        Server server =
            new Server(folder, cluster, Files.readString(folder.resolve("postgres.password")));
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
        StoreRoles.of(cluster);
        // For tests of roles that people of a GIS have, which the owner makes.
        server.execute("ALTER ROLE greensward CREATEROLE");
        // For tests that watch what the application asks.
        server.execute("GRANT pg_read_all_stats TO greensward");
        // What these databases hold need not outlive the machine.
        server.execute("ALTER SYSTEM SET fsync = off");
        server.execute("ALTER SYSTEM SET full_page_writes = off");
        server.execute("SELECT pg_reload_conf()");
        Flyway.configure()
            .dataSource(cluster.jdbcUrl(), cluster.username(), cluster.password())
            .schemas("greensward")
            .load()
            .migrate();
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    TestStore migrated() {
      return named("greensward");
    }

    TestStore named(String database) {
      String hostAndPort = cluster.jdbcUrl().replaceFirst("^jdbc:postgresql://([^/]+)/.*", "$1");
      return new TestStore(
          "postgresql://greensward:" + cluster.password() + "@" + hostAndPort + "/" + database);
    }

    TestStore ownedByPlainUser(String database) {
      return new TestStore(
          named(database).url.replaceFirst("//[^@]*@", "//" + database + ":" + database + "@"));
    }

    void execute(String sql) {
      execute("postgres", sql);
    }

    void execute(String database, String sql) {
      String url = cluster.jdbcUrl().replaceFirst("/greensward\\?.*", "/" + database);
      try (Connection connection = DriverManager.getConnection(url, "postgres", superuserPassword);
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(sql, e);
      }
    }

    void stop() {
      cluster.close();
      try {
        FileSystemUtils.deleteRecursively(folder);
      } catch (IOException e) {
        System.err.println("left behind: " + folder + ": " + e.getMessage());
      }
    }
  }
}
