package org.greensward.security.account;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.greensward.database.Audience;
import org.greensward.web.CurrentUser;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * Somebody who signed in, as the session keeps it.
 *
 * @param title the office held, which is what others are shown
 * @param councils whom the account acts for; empty unless the role is council
 * @param passwordHash null once signed in
 */
public record AccountPrincipal(
    long account,
    String email,
    String name,
    String title,
    AccountRole role,
    List<Council> councils,
    String passwordHash)
    implements UserDetails, CurrentUser {

  public AccountPrincipal {
    councils = List.copyOf(councils);
  }

  /** A council that an account acts for. */
  public record Council(long id, String slug, String name) implements Serializable {}

  /** Who is asking in this thread; empty for the public. */
  public static Optional<AccountPrincipal> find() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null
            && authentication.getPrincipal() instanceof AccountPrincipal signedIn
        ? Optional.of(signedIn)
        : Optional.empty();
  }

  /** Who is asking, at an address that only they reach who signed in. */
  public static AccountPrincipal get() {
    return find().orElseThrow(() -> new IllegalStateException("nobody has signed in"));
  }

  /** The account without what was only needed to sign in. */
  public AccountPrincipal withoutSecret() {
    return new AccountPrincipal(account, email, name, title, role, councils, null);
  }

  AccountPrincipal actingFor(List<Council> councils) {
    return new AccountPrincipal(account, email, name, title, role, councils, passwordHash);
  }

  public Audience audience(String address) {
    Audience.Kind kind =
        switch (role) {
          case COUNCIL -> Audience.Kind.COUNCIL;
          case OFFICER -> Audience.Kind.OFFICER;
          case ADMINISTRATOR -> Audience.Kind.ADMINISTRATOR;
        };
    return new Audience(kind, councils.stream().map(Council::id).toList(), account, address);
  }

  /** Whether the account acts for a council. */
  public boolean actsFor(String slug) {
    return councils.stream().anyMatch(council -> council.slug.equals(slug));
  }

  public boolean isOfficer() {
    return role == AccountRole.OFFICER;
  }

  @Override
  public String roleWord() {
    return role.word();
  }

  @Override
  public List<Place> places() {
    return councils.stream().map(c -> new Place(c.slug, c.name)).toList();
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return List.of(new SimpleGrantedAuthority("ROLE_" + role.name()));
  }

  @Override
  public String getPassword() {
    return passwordHash;
  }

  /** The account's id, which outlives its address and its name. */
  @Override
  public String getUsername() {
    return String.valueOf(account);
  }
}
