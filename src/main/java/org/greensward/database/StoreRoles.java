package org.greensward.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.greensward.error.UserException;

/**
 * The roles under which requests run, beside the owner who migrates and imports. They are named
 * after the owner, so that stores of several owners share a cluster, and their passwords follow
 * from the owner's, so that every node knows them and none writes them down.
 */
public final class StoreRoles {
  private static final String PUBLIC = "public";
  private static final String SIGNED_IN = "signed_in";
  private static final String INVALID_PASSWORD = "28P01";
  private static final String INVALID_AUTHORIZATION = "28000";

  private final StoreConnection store;
  private final String owner;

  private StoreRoles(StoreConnection store, String owner) {
    this.store = store;
    this.owner = owner;
  }

  /**
   * The roles of a store, made where they are missing.
   *
   * @throws UserException when they are missing and the owner may not make them
   */
  public static StoreRoles of(StoreConnection store) {
    try (Connection connection =
        DriverManager.getConnection(store.jdbcUrl(), store.username(), store.password())) {
      StoreRoles roles = new StoreRoles(store, currentUser(connection));
      roles.ensure(connection, roles.ofPublic());
      roles.ensure(connection, roles.ofSignedIn());
      return roles;
    } catch (SQLException e) {
      throw new UserException(
          "The roles of the database cannot be looked at: " + e.getMessage(), e);
    }
  }

  /** The role of whoever does not sign in: what it sees, everybody may. */
  public Login ofPublic() {
    return login(PUBLIC);
  }

  /** The role of whoever signed in: what it sees depends on the audience that it is told. */
  public Login ofSignedIn() {
    return login(SIGNED_IN);
  }

  private Login login(String kind) {
    return login(owner, store.password(), kind);
  }

  private static Login login(String owner, String password, String kind) {
    String name = owner + '_' + kind;
    return new Login(name, password == null ? null : derived(password, name));
  }

  /** Both roles of an owner, for whoever makes them in the owner's place. */
  public static List<Login> logins(String owner, String password) {
    return List.of(login(owner, password, PUBLIC), login(owner, password, SIGNED_IN));
  }

  /** A role's name and password; without a password where the owner has none. */
  public record Login(String name, String password) {}

  private void ensure(Connection connection, Login login) throws SQLException {
    if (!exists(connection, login.name)) {
      make(connection, login);
    } else if (!opens(login)) {
      write(connection, "ALTER", login);
    }
  }

  private void make(Connection connection, Login login) throws SQLException {
    try {
      write(connection, "CREATE", login);
    } catch (UserException e) {
      // Another node may have been quicker.
      if (!exists(connection, login.name)) {
        throw e;
      }
    }
  }

  private boolean opens(Login login) throws SQLException {
    try (Connection opened =
        DriverManager.getConnection(store.jdbcUrl(), login.name, login.password)) {
      return true;
    } catch (SQLException e) {
      if (INVALID_PASSWORD.equals(e.getSQLState())
          || INVALID_AUTHORIZATION.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  private void write(Connection connection, String verb, Login login) {
    try (Statement statement = connection.createStatement()) {
      String password = login.password == null ? "" : " PASSWORD '" + login.password + "'";
      statement.execute(
          "%s ROLE %s LOGIN%s"
              .formatted(verb, statement.enquoteIdentifier(login.name, true), password));
    } catch (SQLException e) {
      throw new UserException(
          ("The user %1$s of GREENSWARD_DATABASE_URL may not make the role %2$s under which requests"
                  + " run; ask its administrator to run ALTER ROLE \"%1$s\" CREATEROLE, and start"
                  + " again; it can be taken back when the roles are there.")
              .formatted(owner, login.name),
          e);
    }
  }

  private static boolean exists(Connection connection, String role) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT FROM pg_roles WHERE rolname = ?")) {
      statement.setString(1, role);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static String currentUser(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT current_user")) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static String derived(String secret, String name) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of()
          .formatHex(mac.doFinal(("greensward " + name).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
