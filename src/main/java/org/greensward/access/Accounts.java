package org.greensward.access;

import java.util.List;
import java.util.Optional;
import org.greensward.store.AsOwner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Repository;

/** Accounts as the doorkeeper reads them, before anybody has signed in. */
@Repository
class Accounts implements UserDetailsService {
  private final JdbcClient jdbc;

  Accounts(@AsOwner JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public SignedIn loadUserByUsername(String email) {
    return find(email).orElseThrow(() -> new UsernameNotFoundException("no such account"));
  }

  private Optional<SignedIn> find(String email) {
    return jdbc.sql(
            """
            SELECT a.id, a.email, a.name, a.title, a.role, s.password_hash
            FROM account a JOIN account_secret s ON s.account_id = a.id
            WHERE lower(a.email) = lower(:email) AND a.ended_at IS NULL
              AND s.password_hash IS NOT NULL
            """)
        .param("email", email.strip())
        .query(
            (row, n) ->
                new SignedIn(
                    row.getLong("id"),
                    row.getString("email"),
                    row.getString("name"),
                    row.getString("title"),
                    Role.of(row.getString("role")),
                    councils(row.getLong("id")),
                    row.getString("password_hash")))
        .optional();
  }

  private List<SignedIn.Council> councils(long account) {
    return jdbc.sql(
            """
            SELECT c.id, c.slug, c.name FROM account_council ac JOIN council c ON c.id = ac.council_id
            WHERE ac.account_id = :account ORDER BY c.name
            """)
        .param("account", account)
        .query(SignedIn.Council.class)
        .list();
  }
}
