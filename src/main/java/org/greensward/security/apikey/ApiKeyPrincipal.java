package org.greensward.security.apikey;

import jakarta.servlet.http.HttpServletRequest;

/** What is known of the key that a request was let in by. */
public final class ApiKeyPrincipal {
  private ApiKeyPrincipal() {}

  /** Whether a program asks by a key that changes nothing. */
  public static boolean onlyReads(HttpServletRequest request) {
    return ApiKeyAuthenticationFilter.opened(request).filter(key -> !key.writes()).isPresent();
  }
}
