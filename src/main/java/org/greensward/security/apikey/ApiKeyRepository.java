package org.greensward.security.apikey;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.greensward.database.OwnerDataSource;
import org.greensward.security.account.AccountPrincipal;
import org.greensward.security.account.AccountQueries;
import org.greensward.security.account.AccountRepository;
import org.greensward.security.account.Tokens;
import org.greensward.security.audit.AuditedTransaction;
import org.greensward.web.Form;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keys by which programs act for an account: 256 random bits, of which the hash is kept. A key sees
 * what its account sees when it asks, and changes things only where it was made for that.
 */
@Repository
public class ApiKeyRepository {
  /** How many keys an account has at most, as the database keeps it. */
  static final int MOST = 20;

  static final int LONGEST_NAME = 60;
  private static final int ENDING = 4;

  private final JdbcClient jdbc;
  private final JdbcClient door;
  private final AuditedTransaction editing;
  private final AccountRepository accounts;

  /**
   * @param door reads, as the doorkeeper does, before it is known who asks
   */
  ApiKeyRepository(
      JdbcClient jdbc,
      @OwnerDataSource JdbcClient door,
      AuditedTransaction editing,
      AccountRepository accounts) {
    this.jdbc = jdbc;
    this.door = door;
    this.editing = editing;
    this.accounts = accounts;
  }

  /**
   * A key as people see it in a list.
   *
   * @param ending its last letters
   * @param writes whether it may change things
   */
  public record Key(
      long id,
      String name,
      String ending,
      boolean writes,
      Instant createdAt,
      Instant lastUsedAt,
      Instant revokedAt) {

    public boolean isRevoked() {
      return revokedAt != null;
    }

    public String madeDay() {
      return AccountQueries.day(createdAt);
    }

    /** The day of its last use, in words; empty for none. */
    public String usedDay() {
      return AccountQueries.day(lastUsedAt);
    }

    public String revokedDay() {
      return AccountQueries.day(revokedAt);
    }
  }

  /**
   * The keys of an account, those in use first; others than one's own only an administrator sees.
   */
  public List<Key> list(long account) {
    return jdbc.sql(
            """
            SELECT id, name, ending, writes, created_at, last_used_at, revoked_at FROM api_key
            WHERE account_id = :account
            ORDER BY revoked_at IS NOT NULL, revoked_at DESC, lower(name), id
            """)
        .param("account", account)
        .query(
            (row, n) ->
                new Key(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getString("ending"),
                    row.getBoolean("writes"),
                    instant(row.getTimestamp("created_at")),
                    instant(row.getTimestamp("last_used_at")),
                    instant(row.getTimestamp("revoked_at"))))
        .list();
  }

  /**
   * Makes a key of whoever asks, and gives it, this once.
   *
   * @param form its field {@code name} is refused where the account has that name or enough keys
   * @return empty when it was refused
   */
  Optional<String> make(String name, boolean writes, Form form) {
    String key = ApiKeyExtractor.PREFIX + Tokens.token();
    try {
      editing.run(
          null,
          null,
          () ->
              jdbc.sql(
                      """
                      INSERT INTO api_key (name, key_hash, ending, writes)
                      VALUES (:name, :hash, :ending, :writes)
                      """)
                  .param("name", name)
                  .param("hash", Tokens.hash(key))
                  .param("ending", key.substring(key.length() - ENDING))
                  .param("writes", writes)
                  .update());
      return Optional.of(key);
    } catch (DuplicateKeyException e) {
      form.refuse("name", "keys.name.taken", name);
    } catch (DataIntegrityViolationException e) {
      if (!String.valueOf(e.getMostSpecificCause().getMessage()).contains("at most")) {
        throw e;
      }
      form.refuse("name", "keys.most", MOST);
    }
    return Optional.empty();
  }

  /**
   * Ends a key of an account, at once and for ever.
   *
   * @return whether there was one in use that whoever asks may end
   */
  boolean revoke(long account, long key) {
    return editing.run(
        null,
        null,
        () ->
            jdbc.sql(
                        """
                        UPDATE api_key SET revoked_at = now()
                        WHERE id = :key AND account_id = :account AND revoked_at IS NULL
                        """)
                    .param("key", key)
                    .param("account", account)
                    .update()
                == 1);
  }

  /** Who asks by a key, and whether it may change things. */
  public record Opened(AccountPrincipal account, String name, boolean writes) {}

  private record Found(
      long id, long account, String name, boolean writes, Instant revokedAt, boolean rested) {}

  /**
   * Whom a key lets in now. The first use of a day is noted.
   *
   * @param address the network address that it is shown from
   * @throws ApiKeyExtractor.Refused when it was never made, was revoked, or its account has ended
   */
  Opened open(String key, String address) throws ApiKeyExtractor.Refused {
    Found found =
        find(key)
            .orElseThrow(
                () ->
                    new ApiKeyExtractor.Refused(
                        "This key is not known here. Copy it again from where it was kept, or make"
                            + " another under Your account."));
    Optional<AccountPrincipal> account = accounts.find(found.account);
    if (account.isEmpty()) {
      throw new ApiKeyExtractor.Refused(
          "The account of the key \"%s\" has ended. Whoever holds the office now makes a key of their own."
              .formatted(found.name));
    }
    if (found.revokedAt != null) {
      throw new ApiKeyExtractor.Refused(
          "The key \"%s\" was revoked on %s. Make another under Your account, or ask whoever gave it to you."
              .formatted(found.name, AccountQueries.day(found.revokedAt)));
    }
    if (found.rested) {
      noteUse(found, address);
    }
    return new Opened(account.get().withoutSecret(), found.name, found.writes);
  }

  private Optional<Found> find(String key) {
    return door.sql(
            """
            SELECT id, account_id, name, writes, revoked_at,
                   coalesce(last_used_at < date_trunc('day', now()), true) AS rested
            FROM api_key WHERE key_hash = :hash
            """)
        .param("hash", Tokens.hash(key))
        .query(
            (row, n) ->
                new Found(
                    row.getLong("id"),
                    row.getLong("account_id"),
                    row.getString("name"),
                    row.getBoolean("writes"),
                    instant(row.getTimestamp("revoked_at")),
                    row.getBoolean("rested")))
        .optional();
  }

  private void noteUse(Found key, String address) {
    door.sql(
            """
            WITH used AS (
              UPDATE api_key SET last_used_at = now()
              WHERE id = :id AND coalesce(last_used_at < date_trunc('day', now()), true)
              RETURNING id)
            SELECT set_config('app.account', :account, true), set_config('app.key', :name, true),
                   set_config('app.address', :address, true),
                   audit_note('key-used', 'api_key', id::text)
            FROM used
            """)
        .param("id", key.id)
        .param("account", String.valueOf(key.account))
        .param("name", key.name)
        .param("address", address)
        .query((row, n) -> "")
        .list();
  }

  private static Instant instant(Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
