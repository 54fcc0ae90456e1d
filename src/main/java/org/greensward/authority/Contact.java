package org.greensward.authority;

/**
 * Whom to ask at a body, by role and never by name.
 *
 * @param kind {@code authority}, {@code council}, {@code contractor}, {@code trust}, {@code
 *     company} or {@code other}
 * @param role such as Clerk; null when none is recorded, as are the other two
 */
public record Contact(String name, String kind, String role, String email, String phone) {

  /** Whether there is any way to reach it. */
  public boolean reachable() {
    return email != null || phone != null;
  }
}
