package org.greensward.database.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.greensward.database.ExternalDatabase;
import org.greensward.database.StoreConnection;
import org.greensward.error.UserException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A private PostgreSQL cluster under a data folder, run by the machine's own programs on a free
 * port of 127.0.0.1. Whoever holds the folder's lock runs it; another process may join it while it
 * runs. The server dies with this process, however that ends: it is told to by the kernel.
 */
public final class EmbeddedCluster implements StoreConnection {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedCluster.class);
  private static final String OWNER = "greensward";
  static final String SUPERUSER = "postgres";
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final List<String> SETTINGS =
      List.of(
          "unix_socket_directories=",
          "max_connections=120",
          "shared_buffers=256MB",
          "work_mem=32MB",
          "maintenance_work_mem=128MB",
          "max_wal_size=2GB",
          "random_page_cost=1.1",
          "jit=off",
          "log_min_messages=warning");

  private final DataFolder folder;
  private final FileLock lock; // null: joined, not ours
  private final int port;
  private final String password;

  private EmbeddedCluster(DataFolder folder, FileLock lock, int port) throws IOException {
    this.folder = folder;
    this.lock = lock;
    this.port = port;
    this.password = folder.password(OWNER);
  }

  /** The same, which listens to this machine alone. */
  public static EmbeddedCluster open(Path data, boolean exclusive) {
    return open(data, exclusive, GisSettings.OFF);
  }

  /**
   * Opens the cluster of a data folder: makes it when there is none, recovers it when it was cut
   * off, joins it when a running {@code up} has it.
   *
   * @param exclusive whether to refuse rather than join
   * @param gis where it listens besides, if it is ours and exclusive
   * @throws UserException when it cannot be opened, with the reason
   */
  public static EmbeddedCluster open(Path data, boolean exclusive, GisSettings gis) {
    DataFolder folder = DataFolder.at(data);
    try {
      Optional<FileLock> lock = folder.tryLock();
      if (lock.isEmpty()) {
        return join(folder, exclusive);
      }
      folder.noteHolder(exclusive ? "serving" : "command");
      try {
        return start(folder, lock.get(), exclusive ? gis : GisSettings.OFF);
      } catch (IOException | SQLException | InterruptedException | RuntimeException e) {
        lock.get().acquiredBy().close();
        throw e;
      }
    } catch (IOException | SQLException e) {
      throw new UserException(
          "The database in " + data + " cannot be started: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserException("Interrupted while the database in " + data + " was starting.", e);
    }
  }

  private static EmbeddedCluster join(DataFolder folder, boolean exclusive) throws IOException {
    DataFolder.Holder holder = folder.holder();
    if (exclusive || !holder.serving()) {
      throw new UserException(
          "The store in "
              + folder.path()
              + " is in use by "
              + (holder.serving() ? "a running ./greensward up" : "another greensward command")
              + " (process "
              + holder.pid()
              + "); stop it or wait for it, or name another folder with --data DIR.");
    }
    int port =
        PostmasterFile.read(folder.cluster())
            .filter(PostmasterFile::ready)
            .orElseThrow(
                () ->
                    new UserException(
                        "The store in "
                            + folder.path()
                            + " is starting or stopping; try again in a moment."))
            .port();
    return new EmbeddedCluster(folder, null, port);
  }

  private static EmbeddedCluster start(DataFolder folder, FileLock lock, GisSettings gis)
      throws IOException, SQLException, InterruptedException {
    ServerUser.checkCanEnter(folder.path(), folder.path());
    ServerBinaries binaries;
    if (Files.exists(folder.cluster())) {
      binaries = ServerBinaries.get(ServerBinaries.versionOf(folder.cluster()));
      stopLeftover(folder, binaries);
    } else {
      binaries = ServerBinaries.find();
      create(folder, binaries);
    }
    ClusterNetwork network = ClusterNetwork.of(gis, folder, OWNER);
    int port = network.port();
    Process server = launch(folder, binaries, network);
    try {
      awaitReady(folder, server, port);
    } catch (SQLException | InterruptedException | RuntimeException e) {
      stop(folder, binaries);
      throw e;
    }
    return new EmbeddedCluster(folder, lock, port);
  }

  /** A new cluster, made beside its place and moved there, so that half of one is never used. */
  private static void create(DataFolder folder, ServerBinaries binaries)
      throws IOException, InterruptedException {
    Path fresh = Files.createTempDirectory(folder.path(), "cluster-new-");
    Path passwordFile = Files.createTempFile(folder.path(), "initdb", ".password");
    Files.writeString(passwordFile, folder.password(SUPERUSER));
    ServerUser.give(fresh);
    ServerUser.give(passwordFile);
    try {
      int code =
          ServerUser.run(
              folder.log(),
              binaries.program("initdb"),
              "--pgdata=" + fresh,
              "--username=" + SUPERUSER,
              "--pwfile=" + passwordFile,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale=C.UTF-8",
              "--data-checksums");
      if (code != 0) {
        throw new UserException("initdb could not make a cluster; " + folder.log() + " says why.");
      }
    } finally {
      Files.delete(passwordFile);
    }
    Files.move(fresh, folder.cluster());
  }

  /** A server that outlived its program is stopped cleanly before a new one starts. */
  private static void stopLeftover(DataFolder folder, ServerBinaries binaries)
      throws IOException, InterruptedException {
    if (PostmasterFile.read(folder.cluster()).filter(PostmasterFile::alive).isPresent()) {
      log.info("A database server was left running in {}; it is stopped first", folder.path());
      stop(folder, binaries);
    }
  }

  private static void stop(DataFolder folder, ServerBinaries binaries)
      throws IOException, InterruptedException {
    ServerUser.run(
        folder.log(),
        binaries.program("pg_ctl"),
        "stop",
        "--pgdata=" + folder.cluster(),
        "--mode=fast",
        "--wait",
        "--timeout=" + PATIENCE.toSeconds());
  }

  /**
   * Starts the server in a session of its own, so that Ctrl-C does not reach it before us, and has
   * the kernel interrupt it when the thread that started it ends: that thread waits for it.
   */
  private static Process launch(
      DataFolder folder, ServerBinaries binaries, ClusterNetwork network) {
    List<String> postgres =
        new ArrayList<>(
            List.of(
                binaries.program("postgres"),
                "-D",
                folder.cluster().toString(),
                "-p",
                "" + network.port()));
    SETTINGS.forEach(s -> postgres.addAll(List.of("-c", s)));
    network.options().forEach(s -> postgres.addAll(List.of("-c", s)));
    List<String> command = new ArrayList<>(List.of("setsid"));
    command.addAll(ServerUser.command(List.of("--pdeathsig=INT"), postgres));
    CompletableFuture<Process> started = new CompletableFuture<>();
    Thread keeper =
        new Thread(
            () -> {
              try {
                Process process =
                    new ProcessBuilder(command)
                        .directory(new File("/"))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                        .start();
                started.complete(process);
                process.waitFor();
              } catch (IOException e) {
                started.completeExceptionally(e);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "cluster-keeper");
    keeper.setDaemon(true);
    keeper.start();
    return started.join();
  }

  private static void awaitReady(DataFolder folder, Process server, int port)
      throws IOException, SQLException, InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    String password = folder.password(SUPERUSER);
    while (true) {
      try (Connection connection =
          DriverManager.getConnection(
              "jdbc:postgresql://127.0.0.1:" + port + "/postgres", SUPERUSER, password)) {
        ClusterDatabase.make(connection, OWNER, folder.password(OWNER));
        break;
      } catch (SQLException e) {
        if (!server.isAlive()) {
          throw new UserException(
              "The database server ended at once; " + folder.log() + " says why.", e);
        }
        boolean starting = "08001".equals(e.getSQLState()) || "57P03".equals(e.getSQLState());
        if (!starting || Instant.now().isAfter(deadline)) {
          throw e;
        }
        Thread.sleep(30);
      }
    }
    ClusterDatabase.equip(port, OWNER, password);
  }

  @Override
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:%d/%s?%s&sslmode=disable"
        .formatted(port, OWNER, ExternalDatabase.PARAMETERS);
  }

  @Override
  public String username() {
    return OWNER;
  }

  @Override
  public String password() {
    return password;
  }

  @Override
  public Connection openForRoles() throws SQLException {
    return DriverManager.getConnection(jdbcUrl(), SUPERUSER, secret(SUPERUSER).orElseThrow());
  }

  @Override
  public Optional<String> secret(String name) {
    try {
      return Optional.of(folder.password(name));
    } catch (IOException e) {
      throw new UserException(
          "A secret cannot be kept in " + folder.path() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    if (lock == null || !lock.isValid()) {
      return;
    }
    try {
      stop(folder, ServerBinaries.get(ServerBinaries.versionOf(folder.cluster())));
      lock.acquiredBy().close();
    } catch (IOException e) {
      log.error("The database server in {} could not be stopped", folder.path(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
