package org.greensward.web;

import java.util.Optional;

/** Where a page may lead on to when the request itself says where: nowhere but this service. */
public final class LocalPath {
  private static final int LONGEST = 2_000;

  private LocalPath() {}

  /** A path of this service with its query, as it was given; empty when it is anything else. */
  public static Optional<String> find(String given) {
    boolean local =
        given != null
            && given.length() <= LONGEST
            && given.matches("/[!-~&&[^\\\\{}<>\"]]*")
            && !given.startsWith("//");
    return local ? Optional.of(given) : Optional.empty();
  }
}
