package org.greensward.security.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.greensward.error.NotFoundException;
import org.greensward.error.UserException;
import org.greensward.security.audit.AuditedTransaction;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What administrators do with accounts; the database lets nobody else. Whoever gets an account or
 * has lost a password is given a link, which is told once and never again.
 */
@Component
public class AccountAdminService {
  private final JdbcClient jdbc;
  private final AuditedTransaction editing;
  private final SignInSettings settings;

  public AccountAdminService(JdbcClient jdbc, AuditedTransaction editing, SignInSettings settings) {
    this.jdbc = jdbc;
    this.editing = editing;
    this.settings = settings;
  }

  /**
   * An account as it is to be.
   *
   * @param councils addresses of the councils that it acts for; empty unless the role is council
   */
  public record Draft(
      String email, String name, AccountRole role, String title, List<String> councils) {
    public Draft {
      councils = List.copyOf(councils);
    }
  }

  /**
   * A link that was made for an account.
   *
   * @param path its address without the service's own
   */
  public record Given(long account, String path, Instant until) {}

  /**
   * Makes an account.
   *
   * @throws UserException when the address is in use, or a council is not known
   */
  public Given add(Draft draft) {
    return refusing(
        () ->
            editing.run(
                null,
                null,
                () -> {
                  long account = insert(draft);
                  join(account, draft.councils);
                  return give(account, false);
                }));
  }

  private long insert(Draft draft) {
    return jdbc.sql(
            """
            INSERT INTO account (email, name, role, title)
            VALUES (:email, :name, :role, :title) RETURNING id
            """)
        .param("email", draft.email)
        .param("name", draft.name)
        .param("role", draft.role.word())
        .param("title", draft.title)
        .query(Long.class)
        .single();
  }

  private void join(long account, List<String> councils) {
    for (String slug : councils) {
      int joined =
          jdbc.sql(
                  """
                  INSERT INTO account_council SELECT :account, id FROM council WHERE slug = :slug
                  """)
              .param("account", account)
              .param("slug", slug)
              .update();
      if (joined == 0) {
        throw new NotFoundException("There is no council called " + slug + ".");
      }
    }
  }

  /** Changes who holds an account and whom it acts for; its sessions end. The role stays. */
  public void change(long account, Draft draft) {
    refusing(
        () ->
            editing.run(
                null,
                null,
                () -> {
                  int changed =
                      jdbc.sql(
                              """
                              UPDATE account SET email = :email, name = :name, title = :title
                              WHERE id = :account AND ended_at IS NULL
                              """)
                          .param("email", draft.email)
                          .param("name", draft.name)
                          .param("title", draft.title)
                          .param("account", account)
                          .update();
                  inUse(changed);
                  jdbc.sql(
                          """
                          DELETE FROM account_council ac USING council c
                          WHERE ac.account_id = :account AND c.id = ac.council_id
                            AND NOT c.slug = ANY (string_to_array(:councils, ','))
                          """)
                      .param("account", account)
                      .param("councils", String.join(",", draft.councils))
                      .update();
                  join(account, draft.councils.stream().filter(c -> !acts(account, c)).toList());
                  return null;
                }));
  }

  private boolean acts(long account, String slug) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT FROM account_council ac JOIN council c ON c.id = ac.council_id
                           WHERE ac.account_id = :account AND c.slug = :slug)
            """)
        .param("account", account)
        .param("slug", slug)
        .query(Boolean.class)
        .single();
  }

  /**
   * Ends an account, with its sessions and its ways in, at once.
   *
   * @throws UserException when it is the last administrator's, or has ended already
   */
  public void end(long account, String reason) {
    refusing(
        () ->
            editing.run(
                reason,
                null,
                () -> {
                  close(account);
                  checked();
                  return null;
                }));
  }

  private void close(long account) {
    inUse(
        jdbc.sql("UPDATE account SET ended_at = now() WHERE id = :account AND ended_at IS NULL")
            .param("account", account)
            .update());
  }

  private static void inUse(int rows) {
    if (rows == 0) {
      throw new NotFoundException(
          "There is no such account in use; it may have been ended meanwhile.");
    }
  }

  /** Has the database look now whether there is an administrator left. */
  private void checked() {
    jdbc.sql("SET CONSTRAINTS administrator_stays IMMEDIATE").update();
  }

  /**
   * Gives a new link, in place of one that was given before; sessions of the account end.
   *
   * @param clearFactor whether the second factor is to be set up anew, since it is lost
   */
  public Given reset(long account, boolean clearFactor) {
    return refusing(() -> editing.run(null, null, () -> give(account, clearFactor)));
  }

  private Given give(long account, boolean clearFactor) {
    String token = Tokens.token();
    Instant until =
        jdbc.sql(
                """
                SELECT account_link_give(:account, :hash, :seconds * interval '1 second', :clear)
                """)
            .param("account", account)
            .param("hash", Tokens.hash(token))
            .param("seconds", settings.linkLife().toSeconds())
            .param("clear", clearFactor)
            .query((row, n) -> row.getTimestamp(1).toInstant())
            .single();
    return new Given(account, PasswordResetTokens.path(token), until);
  }

  /**
   * Ends one account and starts the next, of the same role and title and for the same councils,
   * both or neither. The address may stay: it is often the office's.
   */
  public Given handOver(long account, String email, String name, String reason) {
    return refusing(
        () ->
            editing.run(
                reason,
                null,
                () -> {
                  close(account);
                  long next =
                      jdbc.sql(
                              """
                              INSERT INTO account (email, name, role, title)
                              SELECT :email, :name, role, title FROM account WHERE id = :account
                              RETURNING id
                              """)
                          .param("email", email)
                          .param("name", name)
                          .param("account", account)
                          .query(Long.class)
                          .single();
                  jdbc.sql(
                          """
                          INSERT INTO account_council
                          SELECT :next, council_id FROM account_council
                          WHERE account_id = :account
                          """)
                      .param("next", next)
                      .param("account", account)
                      .update();
                  checked();
                  return give(next, false);
                }));
  }

  private static <T> T refusing(java.util.function.Supplier<T> change) {
    try {
      return change.get();
    } catch (DuplicateKeyException e) {
      throw new AddressTaken(e);
    } catch (DataIntegrityViolationException e) {
      String said = String.valueOf(e.getMostSpecificCause().getMessage());
      if (said.contains("last administrator")) {
        throw new UserException(
            "This is the last administrator; make another first, or hand this account over.", e);
      }
      if (said.contains("gets no link")) {
        throw new NotFoundException(
            "There is no such account in use; it may have been ended meanwhile.");
      }
      throw e;
    }
  }

  /** Another account in use has this address already. */
  public static final class AddressTaken extends UserException {
    AddressTaken(Throwable cause) {
      super("An account with this email address is in use already.", cause);
    }
  }

  /** The accounts there are, as administrators see them. */
  public AccountQueries list() {
    return new AccountQueries(jdbc);
  }

  /** One of them. */
  public Optional<AccountQueries.Row> find(long account) {
    return list().find(account);
  }
}
