package org.greensward.database.pool;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.greensward.database.Audience;

/**
 * A connection that says whose it is at the beginning of each transaction, before the first
 * statement, and never beyond its end: the next who borrows it inherits nothing. Without a
 * transaction of the caller's it makes one, which ends when the connection is given back.
 */
final class AudienceConnection implements InvocationHandler {
  private final Connection real;
  private final Audience audience;
  private boolean told;
  private boolean ours;

  private AudienceConnection(Connection real, Audience audience) {
    this.real = real;
    this.audience = audience;
  }

  static Connection of(Connection real, Audience audience) {
    return (Connection)
        Proxy.newProxyInstance(
            AudienceConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new AudienceConnection(real, audience));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    switch (method.getName()) {
      case "createStatement", "prepareStatement", "prepareCall" -> tell();
      case "commit", "rollback" -> told = told && arguments != null; // not to a savepoint
      case "close" -> end();
      case "unwrap" -> throw new SQLException("a connection of an audience is not unwrapped");
      default -> {}
    }
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private void tell() throws SQLException {
    if (told) {
      return;
    }
    if (real.getAutoCommit()) {
      real.setAutoCommit(false);
      ours = true;
    }
    try (PreparedStatement statement =
        real.prepareStatement(
            "SELECT set_config('app.audience', ?, true), set_config('app.account', ?, true),"
                + " set_config('app.address', ?, true), set_config('app.key', ?, true)")) {
      statement.setString(1, audience.text());
      statement.setString(2, String.valueOf(audience.account()));
      statement.setString(3, audience.address() == null ? "" : audience.address());
      statement.setString(4, audience.key() == null ? "" : audience.key());
      statement.execute();
    }
    told = true;
  }

  /** A transaction of ours is committed, or taken back where a statement in it failed. */
  private void end() throws SQLException {
    if (!ours || real.isClosed()) {
      return;
    }
    ours = false;
    told = false;
    try {
      real.commit();
    } catch (SQLException e) {
      real.rollback();
    } finally {
      real.setAutoCommit(true);
    }
  }
}
