package org.greensward.security.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.greensward.web.DisplayFormats;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads accounts for administrators. */
public final class AccountQueries {
  private static final String SELECT =
      """
      SELECT a.id, a.email, a.name, a.role, a.title, a.created_at, a.ended_at,
             s.has_password, s.signed_in_at, s.second_factor, s.link_until, s.sessions,
             ARRAY(SELECT c.name FROM account_council ac JOIN council c ON c.id = ac.council_id
                   WHERE ac.account_id = a.id ORDER BY c.name) AS councils,
             ARRAY(SELECT c.slug FROM account_council ac JOIN council c ON c.id = ac.council_id
                   WHERE ac.account_id = a.id ORDER BY c.name) AS slugs
      FROM account a JOIN account_standing() s ON s.account_id = a.id
      """;

  private final JdbcClient jdbc;

  AccountQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An account and how it stands.
   *
   * @param councils names of the councils that it acts for
   * @param slugs their addresses
   * @param linkUntil until when a link that was given is good; null for none
   */
  public record Row(
      long id,
      String email,
      String name,
      AccountRole role,
      String title,
      List<String> councils,
      List<String> slugs,
      Instant createdAt,
      Instant endedAt,
      boolean hasPassword,
      Instant signedInAt,
      boolean secondFactor,
      Instant linkUntil,
      long sessions) {

    public boolean isEnded() {
      return endedAt != null;
    }

    /** The day of the last sign-in, in words; empty for none. */
    public String signedInDay() {
      return day(signedInAt);
    }

    public String endedDay() {
      return day(endedAt);
    }

    public String createdDay() {
      return day(createdAt);
    }

    public String linkDay() {
      return day(linkUntil);
    }

    /** {@code ended}, {@code invited} before the first password, else {@code used}. */
    public String state() {
      return isEnded() ? "ended" : hasPassword || signedInAt != null ? "used" : "invited";
    }
  }

  /**
   * Those that fit, by name.
   *
   * @param text part of a name, an address, a title or a council; empty for all
   * @param role empty for all
   * @param ended whether those that have ended are among them
   */
  public List<Row> list(String text, Optional<AccountRole> role, boolean ended) {
    return jdbc.sql(
            SELECT
                + """
                WHERE (:role::text IS NULL OR a.role = :role) AND (:ended OR a.ended_at IS NULL)
                  AND (strpos(lower(concat_ws(' ', a.name, a.email, a.title)), :text) > 0
                    OR EXISTS (SELECT FROM account_council ac JOIN council c ON c.id = ac.council_id
                               WHERE ac.account_id = a.id AND strpos(lower(c.name), :text) > 0))
                ORDER BY a.ended_at IS NOT NULL, a.role, lower(a.name), a.id
                """)
        .param("role", role.map(AccountRole::word).orElse(null), Types.VARCHAR)
        .param("ended", ended)
        .param("text", text.strip().toLowerCase(Locale.ROOT))
        .query(AccountQueries::row)
        .list();
  }

  Optional<Row> find(long id) {
    return jdbc.sql(SELECT + "WHERE a.id = :id")
        .param("id", id)
        .query(AccountQueries::row)
        .optional();
  }

  /** The account in use with an address. */
  public Optional<Row> find(String email) {
    return jdbc.sql(SELECT + "WHERE lower(a.email) = lower(:email) AND a.ended_at IS NULL")
        .param("email", email.strip())
        .query(AccountQueries::row)
        .optional();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getLong("id"),
        row.getString("email"),
        row.getString("name"),
        AccountRole.of(row.getString("role")),
        row.getString("title"),
        List.of((String[]) row.getArray("councils").getArray()),
        List.of((String[]) row.getArray("slugs").getArray()),
        instant(row.getTimestamp("created_at")),
        instant(row.getTimestamp("ended_at")),
        row.getBoolean("has_password"),
        instant(row.getTimestamp("signed_in_at")),
        row.getBoolean("second_factor"),
        instant(row.getTimestamp("link_until")),
        row.getLong("sessions"));
  }

  /** The day of a moment, in words; empty for null. */
  public static String day(Instant at) {
    return at == null ? "" : DisplayFormats.dateOf(LocalDate.ofInstant(at, ZoneId.systemDefault()));
  }

  private static Instant instant(Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
