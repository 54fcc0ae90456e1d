package org.greensward.ogc.filter.cql;

/**
 * Resolves the escapes of CQL2's texts, once: {@code ''} and {@code \'} are a quote, {@code \a \b
 * \t \n \v \f \r} control characters, {@code \\} a backslash. Before any other character a
 * backslash is itself, but for {@code \%} and {@code \_} in a pattern, which are no wildcards.
 */
public final class Escapes {
  private static final String LETTERS = "abtnvfr'\\";
  private static final String MEANINGS = "\u0007\b\t\n\u000B\f\r'\\";

  private Escapes() {}

  /** A text from what stands between its quotes. */
  static String text(String quoted) {
    return resolved(quoted, false);
  }

  /** A pattern of SQL's LIKE, whose escape character is the backslash. */
  static String pattern(String quoted) {
    return resolved(quoted, true);
  }

  /**
   * The same of a pattern of ECQL, which has no escapes but those of wildcards and of themselves.
   */
  public static String ecqlPattern(String literal) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < literal.length(); i++) {
      char c = literal.charAt(i);
      char following = i + 1 < literal.length() ? literal.charAt(i + 1) : 0;
      if (c == '\\' && "%_\\".indexOf(following) >= 0) {
        result.append(c).append(following);
        i++;
      } else {
        result.append(c == '\\' ? "\\\\" : String.valueOf(c));
      }
    }
    return result.toString();
  }

  private static String resolved(String quoted, boolean pattern) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < quoted.length(); i++) {
      char c = quoted.charAt(i);
      char following = i + 1 < quoted.length() ? quoted.charAt(i + 1) : 0;
      if (c == '\'') {
        i++;
      } else if (c == '\\' && LETTERS.indexOf(following) >= 0) {
        c = MEANINGS.charAt(LETTERS.indexOf(following));
        i++;
      } else if (c == '\\' && pattern && (following == '%' || following == '_')) {
        result.append(c).append(following);
        i++;
        continue;
      }
      result.append(pattern && c == '\\' ? "\\\\" : String.valueOf(c));
    }
    return result.toString();
  }
}
