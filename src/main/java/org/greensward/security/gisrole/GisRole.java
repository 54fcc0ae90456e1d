package org.greensward.security.gisrole;

import java.time.OffsetDateTime;

/**
 * A role of somebody who connects to the database from a GIS.
 *
 * @param login the database user
 * @param audience {@code officer} or {@code council}; {@code nobody} once its account has ended
 * @param who the account's address, or the council; null for an officers' role without an account
 * @param title what it is for; null for nothing said
 * @param connections how many it has open just now
 */
public record GisRole(
    String name,
    String login,
    String audience,
    String who,
    String title,
    boolean readOnly,
    OffsetDateTime madeAt,
    int connections) {

  /**
   * A role as it is to be: of an account, or else of officers, or else of one council.
   *
   * @param account the account's address; null for none
   * @param council the council's address; null for none
   */
  public record Draft(
      String name, String account, String council, boolean readOnly, String title) {}

  /** A role that was made, and its password, which is kept nowhere. */
  public record Made(String login, String audience, String password, Access access) {}

  /**
   * How a GIS reaches the database.
   *
   * @param host a name or address for other machines; {@code 127.0.0.1} where it listens to its own
   *     alone
   * @param encrypted whether a connection from elsewhere is, and must be, encrypted
   */
  public record Access(
      String host, int port, String database, String schema, boolean encrypted, boolean local) {}
}
