package org.greensward.authority;

import java.time.LocalDate;
import java.util.Optional;
import org.greensward.error.UserException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether a store holds the demonstration or real data; the two never share one. */
public final class StoreKind {
  /** What to do with a file that is none of the demonstration's. */
  public static final String START_EMPTY =
      "start an empty store for it with ./greensward up --empty --data DIR";

  private final JdbcClient jdbc;
  private final AuthoritySettings authority;

  public StoreKind(JdbcClient jdbc, AuthoritySettings authority) {
    this.jdbc = jdbc;
    this.authority = authority;
  }

  /** Whether the store holds the demonstration; empty when it was never opened for use. */
  public Optional<Boolean> findDemonstration() {
    return jdbc.sql("SELECT demonstration FROM store").query(Boolean.class).optional();
  }

  public static boolean isDemonstration(JdbcClient jdbc) {
    return jdbc.sql("SELECT coalesce(bool_or(demonstration), false) FROM store")
        .query(Boolean.class)
        .single();
  }

  /** Makes a new store one for real data; does nothing with one that is in use. */
  public void foundForRealData() {
    int made =
        jdbc.sql("INSERT INTO store (demonstration) VALUES (false) ON CONFLICT DO NOTHING")
            .update();
    if (made == 1) {
      foundAuthority(authority);
    }
  }

  /**
   * Makes a new store one for the demonstration.
   *
   * @throws UserException when it is in use already
   */
  public void foundForDemonstration(
      LocalDate today, String notice, AuthoritySettings itsAuthority) {
    jdbc.sql("INSERT INTO store (demonstration, today, notice) VALUES (true, :today, :notice)")
        .param("today", today)
        .param("notice", notice)
        .update();
    foundAuthority(itsAuthority);
  }

  private void foundAuthority(AuthoritySettings its) {
    long party =
        jdbc.sql("INSERT INTO party (kind, name) VALUES ('authority', :name) RETURNING id")
            .param("name", its.name())
            .query(Long.class)
            .single();
    jdbc.sql(
            """
            INSERT INTO authority (party_id, code, name, short_name, report_url, os_licence,
                                   councillors_url, team_name, team_email)
            VALUES (:party, nullif(:code, ''), :name, coalesce(nullif(:short, ''), :name),
                    nullif(:report, ''), nullif(:licence, ''), nullif(:councillors, ''),
                    nullif(:team, ''), nullif(:email, ''))\
            """)
        .param("party", party)
        .param("code", its.code())
        .param("name", its.name())
        .param("short", its.shortName())
        .param("report", its.reportUrl())
        .param("licence", its.osLicence())
        .param("councillors", its.councillorsUrl())
        .param("team", its.teamName())
        .param("email", its.teamEmail())
        .update();
  }
}
