package org.greensward.security.gisrole;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.greensward.error.UserException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The login of a GIS role in the cluster, a member of the store's group of such logins.
 *
 * @param jdbc a connection that may make roles
 * @param name carries the store's owner, since roles belong to the cluster
 */
record GisLogin(JdbcClient jdbc, String name) {
  private static final int PASSWORD_BYTES = 24;
  private static final int MOST_CONNECTIONS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** That of a GIS role, whether it is there or not. */
  static GisLogin of(JdbcClient jdbc, String role) {
    return new GisLogin(jdbc, group(jdbc) + '_' + role);
  }

  private static String group(JdbcClient jdbc) {
    return jdbc.sql("SELECT store_role('gis')").query(String.class).single();
  }

  /**
   * Makes it, and the group where that is missing, and gives its password. A transaction that is
   * left open would hold up whoever edits land, so it is ended; a login is meant for one person and
   * gets as many connections as a GIS opens.
   */
  String make() {
    if (exists(name)) {
      throw new UserException(
          "The database cluster has a role %s already, which is not of this store; choose another name."
              .formatted(name));
    }
    String group = group(jdbc);
    if (!exists(group)) {
      execute("CREATE ROLE %s NOLOGIN".formatted(quoted(group)));
    }
    String password = password();
    String here = jdbc.sql("SELECT quote_ident(current_database())").query(String.class).single();
    String schema = jdbc.sql("SELECT current_schema()").query(String.class).single();
    execute(
        "CREATE ROLE %s LOGIN PASSWORD '%s' CONNECTION LIMIT %d IN ROLE %s"
            .formatted(quoted(name), password, MOST_CONNECTIONS, quoted(group)));
    execute(
        "ALTER ROLE %s IN DATABASE %s SET search_path = %s, %s, public"
            .formatted(quoted(name), here, quoted(schema + "_gis"), quoted(schema)));
    execute(
        "ALTER ROLE %s SET idle_in_transaction_session_timeout = '60s'".formatted(quoted(name)));
    return password;
  }

  /** Lets nobody in any more. */
  void close() {
    if (exists(name)) {
      execute("ALTER ROLE %s NOLOGIN".formatted(quoted(name)));
      // An owner who is no superuser ends the sessions of its members only.
      execute("GRANT %s TO CURRENT_USER".formatted(quoted(name)));
    }
  }

  /**
   * Removes one that is closed, after its sessions.
   *
   * @throws UserException when a session does not end
   */
  void remove() {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (endSessions() > 0) {
      if (Instant.now().isAfter(deadline)) {
        throw new UserException("The sessions of " + name + " do not end; try again in a moment.");
      }
      jdbc.sql("SELECT pg_sleep(0.05)::text, pg_stat_clear_snapshot()::text")
          .query((row, n) -> "")
          .single();
    }
    if (exists(name)) {
      List.of("DROP OWNED BY ", "DROP ROLE ").forEach(drop -> execute(drop + quoted(name)));
    }
  }

  private long endSessions() {
    return jdbc.sql(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = ?")
        .param(name)
        .query(Long.class)
        .single();
  }

  private boolean exists(String role) {
    return jdbc.sql("SELECT to_regrole(quote_ident(?)) IS NOT NULL")
        .param(role)
        .query(Boolean.class)
        .single();
  }

  private void execute(String statement) {
    jdbc.sql(statement).update();
  }

  private static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  private static String password() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
