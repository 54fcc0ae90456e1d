package org.greensward.security.account;

import java.util.List;
import java.util.Optional;
import org.greensward.database.OwnerDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts as the doorkeeper reads them, before anybody has signed in. */
@Repository
public class AccountRepository {
  private static final String SELECT =
      """
      SELECT a.id, a.email, a.name, a.title, a.role, s.password_hash
      FROM account a LEFT JOIN account_secret s ON s.account_id = a.id
      WHERE a.ended_at IS NULL AND
      """;

  private final JdbcClient jdbc;

  public AccountRepository(@OwnerDataSource JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The account in use with an address, which may have no password yet. */
  public Optional<AccountPrincipal> find(String email) {
    return read(jdbc.sql(SELECT + "lower(a.email) = lower(:email)").param("email", email.strip()));
  }

  /** The account in use with an id. */
  public Optional<AccountPrincipal> find(long id) {
    return read(jdbc.sql(SELECT + "a.id = :id").param("id", id));
  }

  /**
   * One query after the other: within it the second would take a connection beside the first, and
   * as many requests as the pool has would wait for each other.
   */
  private Optional<AccountPrincipal> read(JdbcClient.StatementSpec statement) {
    Optional<AccountPrincipal> found =
        statement
            .query(
                (row, n) ->
                    new AccountPrincipal(
                        row.getLong("id"),
                        row.getString("email"),
                        row.getString("name"),
                        row.getString("title"),
                        AccountRole.of(row.getString("role")),
                        List.of(),
                        row.getString("password_hash")))
            .optional();
    return found.map(account -> account.actingFor(councils(account.account())));
  }

  private List<AccountPrincipal.Council> councils(long account) {
    return jdbc.sql(
            """
            SELECT c.id, c.slug, c.name FROM account_council ac JOIN council c ON c.id = ac.council_id
            WHERE ac.account_id = :account ORDER BY c.name
            """)
        .param("account", account)
        .query(AccountPrincipal.Council.class)
        .list();
  }

  /** Sets a password; every session of the account ends. */
  public void setPassword(long account, String hash) {
    jdbc.sql(
            """
            INSERT INTO account_secret (account_id, password_hash, password_at)
            VALUES (:account, :hash, now())
            ON CONFLICT (account_id) DO UPDATE
              SET password_hash = excluded.password_hash, password_at = excluded.password_at
            """)
        .param("account", account)
        .param("hash", hash)
        .update();
  }

  public void noteSignIn(long account) {
    jdbc.sql(
            """
            INSERT INTO account_secret (account_id, signed_in_at) VALUES (:account, now())
            ON CONFLICT (account_id) DO UPDATE SET signed_in_at = excluded.signed_in_at
            """)
        .param("account", account)
        .update();
  }
}
