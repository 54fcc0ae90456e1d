package org.greensward.access;

import jakarta.servlet.http.HttpServletRequest;

/** What is known of the key that a request was let in by. */
public final class AskedByKey {
  private AskedByKey() {}

  /** Whether a program asks by a key that changes nothing. */
  public static boolean onlyReads(HttpServletRequest request) {
    return KeyDoor.opened(request).filter(key -> !key.writes()).isPresent();
  }
}
