package org.greensward.ogc.filter.cql;

import org.greensward.ogc.filter.tree.FilterErrors;

/** Which characters may stand where: CQL2 1.0, annex B, rules identifier, character, whitespace. */
public final class Characters {
  private static final String BLANKS =
      "\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
          + "\u200A\u2028\u2029\u202F\u205F\u3000";
  private static final int[][] NAME_STARTS = {
    {':', ':'},
    {'_', '_'},
    {'A', 'Z'},
    {'a', 'z'},
    {0xC0, 0xD6},
    {0xD8, 0xF6},
    {0xF8, 0x2FF},
    {0x370, 0x37D},
    {0x37F, 0x1FFE},
    {0x200C, 0x200D},
    {0x2070, 0x218F},
    {0x2C00, 0x2FEF},
    {0x3001, 0xD7FF},
    {0xF900, 0xFDCF},
    {0xFDF0, 0xFFFD},
    {0x10000, 0xEFFFF}
  };
  private static final int[][] NAME_PARTS = {
    {'.', '.'}, {'0', '9'}, {0x300, 0x36F}, {0x203F, 0x2040}
  };

  private Characters() {}

  /** Refuses a text with characters that none may have: controls, halves of others. */
  public static void check(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      boolean control = c < ' ' && c != 7 && c != '\b' && !isBlank(c);
      if (control || c >= 0xD800 && c <= 0xDFFF || c == 0xFFFE || c == 0xFFFF) {
        throw FilterErrors.at(
            i + 1, "a character stands there that texts can't have (code " + c + ")");
      }
    }
  }

  static boolean isBlank(int c) {
    return BLANKS.indexOf(c) >= 0;
  }

  static boolean startsName(int c) {
    return within(NAME_STARTS, c) && !isBlank(c);
  }

  static boolean continuesName(int c) {
    return startsName(c) || within(NAME_PARTS, c);
  }

  private static boolean within(int[][] ranges, int c) {
    for (int[] range : ranges) {
      if (c >= range[0] && c <= range[1]) {
        return true;
      }
    }
    return false;
  }
}
