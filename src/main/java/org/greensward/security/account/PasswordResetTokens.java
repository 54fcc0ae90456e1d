package org.greensward.security.account;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.greensward.database.OwnerDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Links by which somebody sets a password, once: handed over by an administrator, or told by {@code
 * up} while there is none. What is kept of a link is its hash.
 */
@Repository
public class PasswordResetTokens {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final SignInSettings settings;

  PasswordResetTokens(
      @OwnerDataSource JdbcClient jdbc,
      @OwnerDataSource PlatformTransactionManager transactions,
      SignInSettings settings) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.settings = settings;
  }

  /** The address of a link, without the service's own. */
  static String path(String token) {
    return "/sign-in/link/" + token;
  }

  /**
   * Whom a link is for.
   *
   * @param account empty: whoever is to be the first administrator
   */
  public record Link(Optional<Long> account) {}

  /** What a link is good for; empty when it was used, replaced, has expired or never was. */
  public Optional<Link> find(String token) {
    return jdbc.sql(
            """
            SELECT account_id FROM account_link
            WHERE token_hash = :hash AND expires_at > now()
              AND (account_id IS NOT NULL OR NOT EXISTS (
                SELECT FROM account WHERE role = 'administrator' AND ended_at IS NULL))
            """)
        .param("hash", Tokens.hash(token))
        .query((row, n) -> new Link(Optional.ofNullable(row.getObject(1, Long.class))))
        .optional();
  }

  /**
   * Uses a link up, and does what it is for, both or neither.
   *
   * @return what was done; empty when the link is good for nothing any more
   */
  public <T> Optional<T> use(String token, Supplier<T> change) {
    return transaction.execute(
        status -> {
          Optional<Link> link = find(token);
          int used =
              jdbc.sql("DELETE FROM account_link WHERE token_hash = :hash")
                  .param("hash", Tokens.hash(token))
                  .update();
          return link.isPresent() && used == 1 ? Optional.of(change.get()) : Optional.empty();
        });
  }

  /** A link that makes the first administrator, in place of the one before. */
  Offer offerFirst() {
    String token = Tokens.token();
    Instant until =
        jdbc.sql(
                """
                INSERT INTO account_link (account_id, token_hash, expires_at)
                VALUES (NULL, :hash, now() + :seconds * interval '1 second')
                ON CONFLICT (account_id) DO UPDATE SET token_hash = excluded.token_hash,
                  made_at = excluded.made_at, expires_at = excluded.expires_at
                RETURNING expires_at
                """)
            .param("hash", Tokens.hash(token))
            .param("seconds", settings.linkLife().toSeconds())
            .query((row, n) -> row.getTimestamp(1).toInstant())
            .single();
    return new Offer(path(token), until);
  }

  /**
   * A link to hand over.
   *
   * @param path its address without the service's own
   */
  record Offer(String path, Instant until) {}

  /** Makes the first administrator; part of using the link that {@link #offerFirst} made. */
  public long makeFirst(String email, String name, String title) {
    return jdbc.sql(
            """
            INSERT INTO account (email, name, role, title)
            VALUES (:email, :name, 'administrator', :title) RETURNING id
            """)
        .param("email", email)
        .param("name", name)
        .param("title", title)
        .query(Long.class)
        .single();
  }

  boolean hasAdministrator() {
    return jdbc.sql(
            "SELECT EXISTS (SELECT FROM account WHERE role = 'administrator' AND ended_at IS NULL)")
        .query(Boolean.class)
        .single();
  }
}
