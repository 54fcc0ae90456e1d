package org.greensward.revision;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Listens to the database on a connection and a thread of its own while the service runs, and reads
 * what is new when it calls, when a publication is due, and after a lost connection. Reads now and
 * then without a call too, which also finds out that a connection is dead.
 */
@Component
@ConditionalOnWebApplication
class ChangeListener implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(ChangeListener.class);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private final JdbcConnectionDetails database;
  private final CachedRevisions known;
  private volatile boolean running;
  private volatile Connection connection;
  private Thread thread;

  ChangeListener(JdbcConnectionDetails database, CachedRevisions known) {
    this.database = database;
    this.known = known;
  }

  /** Returns when all is known that was committed before. */
  @Override
  public void start() {
    try {
      ChangeReader reader = connect();
      running = true;
      thread = CachedRevisions.daemon(() -> run(reader), "changes-heard");
      thread.start();
    } catch (SQLException e) {
      throw new IllegalStateException("the database cannot be listened to", e);
    }
  }

  /** Listening comes before reading, so that nothing falls between the two. */
  private ChangeReader connect() throws SQLException {
    Properties properties = new Properties();
    if (database.getUsername() != null) {
      properties.setProperty("user", database.getUsername());
    }
    if (database.getPassword() != null) {
      properties.setProperty("password", database.getPassword());
    }
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("socketTimeout", "20");
    Connection opened = new Driver().connect(database.getJdbcUrl(), properties);
    connection = opened;
    try (Statement statement = opened.createStatement()) {
      statement.execute("SET application_name = 'greensward changes'");
      statement.execute("LISTEN greensward_revision");
    }
    ChangeReader reader = new ChangeReader(new SingleConnectionDataSource(opened, true));
    known.read(reader);
    return reader;
  }

  private void run(ChangeReader first) {
    ChangeReader reader = first;
    Duration pause = FIRST_PAUSE;
    while (running) {
      try {
        if (reader == null) {
          reader = connect();
          if (!running) {
            break; // stop() may have cut the connection before this one
          }
          log.info("The database answers again");
          pause = FIRST_PAUSE;
        }
        await(reader);
      } catch (SQLException | DataAccessException | TransactionException e) {
        close();
        if (reader != null && running) {
          log.warn("The connection that hears of changes is lost; trying again");
        }
        reader = null;
        pause = pause(pause);
      }
    }
    close();
  }

  /** Waits for one call, or until there is something to do without. */
  private void await(ChangeReader reader) throws SQLException {
    Duration wait =
        reader.findDue().filter(due -> due.compareTo(LONGEST_WAIT) < 0).orElse(LONGEST_WAIT);
    if (!wait.isNegative() && !wait.isZero()) {
      // 0 would be for ever
      connection.unwrap(PGConnection.class).getNotifications((int) Math.max(1, wait.toMillis()));
    }
    if (reader.findDue().filter(due -> due.isNegative() || due.isZero()).isPresent()) {
      reader.noteDuePublications();
    }
    known.read(reader);
  }

  private Duration pause(Duration pause) {
    try {
      if (running) {
        Thread.sleep(pause.toMillis());
      }
    } catch (InterruptedException e) {
      // Only stop() interrupts, and then running is false.
    }
    Duration longer = pause.multipliedBy(2);
    return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
  }

  private void close() {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      // It is lost already.
    }
  }

  /** Ends the wait by cutting the connection: the driver does not hear an interrupt. */
  @Override
  public void stop() {
    running = false;
    thread.interrupt();
    try {
      connection.abort(Runnable::run);
      thread.join(FAREWELL.toMillis());
    } catch (SQLException e) {
      close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /**
   * Before the web server. The first run of a store has the same phase and its package comes first;
   * were it the other way round, its commit would be heard as any other.
   */
  @Override
  public int getPhase() {
    return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
  }
}
