package org.greensward.security.gisrole;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.greensward.database.StoreConnection;
import org.greensward.error.NotFoundException;
import org.greensward.error.UserException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes and removes GIS roles, each a login of the cluster and a row of {@code gis_role}, both or
 * neither. Roles are made by who may: the embedded cluster's superuser, or the owner of a database
 * of one's own, who needs {@code CREATEROLE} for it.
 */
@Component
public class GisRoleService {
  private static final String NAME = "[a-z][a-z0-9_]{0,29}";
  private static final String NOT_ALLOWED = "42501";

  private final StoreConnection store;

  GisRoleService(StoreConnection store) {
    this.store = store;
  }

  /**
   * Makes a role.
   *
   * @throws UserException when the name is no name or taken, the account or council is not known,
   *     or roles may not be made
   */
  public GisRole.Made add(GisRole.Draft draft) {
    if (!draft.name().matches(NAME)) {
      throw new UserException(
          "A GIS role's name begins with a letter and has up to 30 small letters, digits and"
              + " underscores; "
              + draft.name()
              + " is not one.");
    }
    return asMaker(
        jdbc -> {
          GisLogin login = GisLogin.of(jdbc, draft.name());
          String audience = note(jdbc, draft, login.name());
          String password = login.make();
          jdbc.sql("CALL open_to_gis()").update();
          return new GisRole.Made(login.name(), audience, password, access(jdbc));
        });
  }

  private static String note(JdbcClient jdbc, GisRole.Draft draft, String login) {
    Long account = draft.account() == null ? null : account(jdbc, draft.account());
    Long council = draft.council() == null ? null : council(jdbc, draft.council());
    try {
      jdbc.sql(
              """
              INSERT INTO gis_role (name, role_name, kind, account_id, council_id, read_only, title)
              VALUES (:name, :login, :kind, :account, :council, :read_only, :title)
              """)
          .param("name", draft.name())
          .param("login", login)
          .param("kind", account != null ? "account" : council != null ? "council" : "officer")
          .param("account", account)
          .param("council", council)
          .param("read_only", draft.readOnly())
          .param("title", draft.title())
          .update();
    } catch (DuplicateKeyException e) {
      throw new UserException(
          "There is a GIS role called %1$s already; drop it first (./greensward gis-role drop %1$s) or choose another name."
              .formatted(draft.name()),
          e);
    }
    return jdbc.sql(
            "SELECT coalesce(a.role, g.kind) FROM gis_role g"
                + " LEFT JOIN account a ON a.id = g.account_id WHERE g.role_name = ?")
        .param(login)
        .query(String.class)
        .single();
  }

  private static Long account(JdbcClient jdbc, String email) {
    record Account(long id, String role) {}
    Account account =
        jdbc.sql(
                "SELECT id, role FROM account"
                    + " WHERE lower(email) = lower(:email) AND ended_at IS NULL")
            .param("email", email.strip())
            .query(Account.class)
            .optional()
            .orElseThrow(
                () -> new NotFoundException("No account in use has the address " + email + "."));
    if (account.role.equals("administrator")) {
      throw new UserException(
          email
              + " is an administrator, who keeps accounts and sees no land; give the role an"
              + " officer's account.");
    }
    return account.id;
  }

  private static Long council(JdbcClient jdbc, String slug) {
    return jdbc.sql("SELECT id FROM council WHERE slug = ?")
        .param(slug)
        .query(Long.class)
        .optional()
        .orElseThrow(() -> new NotFoundException("There is no council called " + slug + "."));
  }

  /** The roles of this store, by name. */
  public List<GisRole> list() {
    return asMaker(
        jdbc ->
            jdbc.sql(
                    """
                    SELECT g.name, g.role_name AS login, g.title, g.read_only, g.made_at,
                           CASE WHEN a.id IS NULL THEN g.kind WHEN a.ended_at IS NULL THEN a.role
                                ELSE 'nobody' END AS audience,
                           coalesce(a.email, c.name) AS who,
                           (SELECT count(*) FROM pg_stat_activity s
                            WHERE s.usename = g.role_name AND s.datname = current_database())
                             AS connections
                    FROM gis_role g LEFT JOIN account a ON a.id = g.account_id
                    LEFT JOIN council c ON c.id = g.council_id
                    ORDER BY g.name
                    """)
                .query(GisRole.class)
                .list());
  }

  /**
   * Removes a role: nobody comes in by it any more, and who is in is put out.
   *
   * @throws NotFoundException when there is none
   */
  public void drop(String name) {
    asMaker(
        jdbc -> {
          int rows = jdbc.sql("DELETE FROM gis_role WHERE name = ?").param(name).update();
          if (rows == 0) {
            throw new NotFoundException(
                "There is no GIS role called "
                    + name
                    + "; ./greensward gis-role list shows those there are.");
          }
          GisLogin.of(jdbc, name).close();
          return null;
        });
    // It is closed for good before its sessions are ended, so that none begins meanwhile.
    asMaker(
        jdbc -> {
          GisLogin.of(jdbc, name).remove();
          return null;
        });
  }

  private GisRole.Access access(JdbcClient jdbc) {
    record Server(String addresses, String ssl, String database, String schema) {}
    Server server =
        jdbc.sql(
                "SELECT current_setting('listen_addresses') AS addresses,"
                    + " current_setting('ssl') AS ssl, current_database() AS database,"
                    + " current_schema() AS schema")
            .query(Server.class)
            .single();
    DatabaseEndpoint reach = DatabaseEndpoint.of(store.jdbcUrl(), server.addresses);
    return new GisRole.Access(
        reach.host(),
        reach.port(),
        server.database,
        server.schema + "_gis",
        server.ssl.equals("on"),
        reach.isLocal());
  }

  /** Does something in one transaction, on a connection that may make roles. */
  private <T> T asMaker(Function<JdbcClient, T> work) {
    try (Connection connection = store.openForRoles()) {
      SingleConnectionDataSource source = new SingleConnectionDataSource(connection, true);
      return new TransactionTemplate(new JdbcTransactionManager(source))
          .execute(status -> work.apply(JdbcClient.create(source)));
    } catch (SQLException e) {
      throw new UserException(
          "The roles of the database cannot be looked at: " + e.getMessage(), e);
    } catch (DataAccessException e) {
      throw refused(e).orElseThrow(() -> e);
    }
  }

  private Optional<UserException> refused(DataAccessException e) {
    boolean notAllowed =
        e.getMostSpecificCause() instanceof SQLException cause
            && NOT_ALLOWED.equals(cause.getSQLState());
    return notAllowed
        ? Optional.of(
            new UserException(
                ("The user %1$s of GREENSWARD_DATABASE_URL may not make or end roles; ask its"
                        + " administrator to run ALTER ROLE \"%1$s\" CREATEROLE, and try again.")
                    .formatted(store.username()),
                e))
        : Optional.empty();
  }
}
