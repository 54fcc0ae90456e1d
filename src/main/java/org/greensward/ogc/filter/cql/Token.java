package org.greensward.ogc.filter.cql;

import org.greensward.ogc.filter.tree.FilterErrors;

/**
 * A piece of a filter's text.
 *
 * @param text of a word its letters, of a quoted name or text what is between the quotes with its
 *     escapes, of a number its digits, of a sign itself
 * @param at the number of its first character, counted from 1
 */
public record Token(Kind kind, String text, int at) {
  public enum Kind {
    WORD,
    QUOTED_NAME,
    TEXT,
    NUMBER,
    SIGN,
    END
  }

  boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  /** Whether it is that keyword; letter case does not matter. */
  boolean isWord(String keyword) {
    return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
  }

  /** As a sentence shows it. */
  String shown() {
    return kind == Kind.END ? "the end" : FilterErrors.shown(text);
  }
}
