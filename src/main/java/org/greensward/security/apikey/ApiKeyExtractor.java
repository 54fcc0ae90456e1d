package org.greensward.security.apikey;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/**
 * Reads the key that a program shows: as Bearer token (RFC 6750), or as the password of HTTP Basic
 * (RFC 7617) with any user name, which is what GIS speak.
 */
public final class ApiKeyExtractor {
  public static final String PREFIX = "gsw_";

  private static final Pattern KEY = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
  private static final String HOW =
      " Show a key as \"Authorization: Bearer KEY\", or as the password of HTTP Basic with any user"
          + " name.";

  private ApiKeyExtractor() {}

  /** A key that lets nobody in; the message says why, to whoever shows it. */
  static final class Refused extends Exception {
    Refused(String sentence) {
      super(sentence);
    }
  }

  /** Whether there is anything to read, right or wrong. */
  public static boolean isIn(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
  }

  /**
   * The key in the header {@code Authorization}, which has the form of a key of this service.
   *
   * @throws Refused when there is none in it
   */
  static String read(HttpServletRequest request) throws Refused {
    List<String> headers = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
    if (headers.size() != 1) {
      throw new Refused("There is more than one Authorization header." + HOW);
    }
    String[] parts = headers.get(0).strip().split("\\s+", 2);
    String shown =
        switch (parts[0].toLowerCase(Locale.ROOT)) {
          case "bearer" -> parts.length < 2 ? "" : parts[1];
          case "basic" -> password(parts.length < 2 ? "" : parts[1]);
          default -> throw new Refused("This kind of Authorization is not understood here." + HOW);
        };
    if (shown.isBlank()) {
      throw new Refused("The Authorization header has no key in it." + HOW);
    }
    if (!KEY.matcher(shown.strip()).matches()) {
      throw new Refused(
          "What was shown is no key of this service: a key begins with "
              + PREFIX
              + " and has "
              + (PREFIX.length() + 43)
              + " letters. Copy it again, whole; the password of an account is none.");
    }
    return shown.strip();
  }

  private static String password(String encoded) throws Refused {
    String pair;
    try {
      pair = new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Refused("The Authorization header is not base64, as HTTP Basic has it." + HOW);
    }
    int colon = pair.indexOf(':');
    if (colon < 0) {
      throw new Refused("The Authorization header has no colon before a password." + HOW);
    }
    if (colon == pair.length() - 1 && KEY.matcher(pair.substring(0, colon)).matches()) {
      throw new Refused("The key stands where the user name goes; it belongs into the password.");
    }
    return pair.substring(colon + 1);
  }
}
