package org.greensward.web;

import jakarta.servlet.http.HttpServletRequest;

/** Pages for a frame in another site: those asked for with {@code embed=1}. */
final class Embedding {
  private Embedding() {}

  /** Whether the query asks for it; read from the query alone, so that no body is touched. */
  static boolean isAskedFor(HttpServletRequest request) {
    String query = request.getQueryString();
    return query != null && ("&" + query + "&").contains("&embed=1&");
  }
}
