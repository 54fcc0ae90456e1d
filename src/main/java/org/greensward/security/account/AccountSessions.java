package org.greensward.security.account;

import org.greensward.database.OwnerDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sessions of an account, on whichever node they began. */
@Repository
public class AccountSessions {
  private final JdbcClient jdbc;

  AccountSessions(@OwnerDataSource JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How many there are besides one. */
  public int others(long account, String session) {
    return jdbc.sql(
            """
            SELECT count(*) FROM spring_session
            WHERE principal_name = :account AND session_id <> :session
              AND expiry_time > extract(epoch FROM now()) * 1000
            """)
        .param("account", String.valueOf(account))
        .param("session", session)
        .query(Integer.class)
        .single();
  }

  /** Ends all besides one. */
  public void endOthers(long account, String session) {
    jdbc.sql(
            "DELETE FROM spring_session"
                + " WHERE principal_name = :account AND session_id <> :session")
        .param("account", String.valueOf(account))
        .param("session", session)
        .update();
  }
}
