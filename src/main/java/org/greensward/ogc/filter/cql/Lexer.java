package org.greensward.ogc.filter.cql;

import java.util.ArrayList;
import java.util.List;
import org.greensward.ogc.filter.tree.FilterErrors;

/** Cuts the text of a filter into tokens, by the rules on characters of CQL2 1.0, annex B. */
final class Lexer {
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int next;

  private Lexer(String text) {
    this.text = text;
  }

  /** The tokens of a text, with one for its end. */
  static List<Token> of(String text) {
    Characters.check(text);
    Lexer tokens = new Lexer(text);
    tokens.cut();
    return tokens.tokens;
  }

  private void cut() {
    while (next < text.length()) {
      int c = text.codePointAt(next);
      if (Characters.isBlank(c)) {
        next += Character.charCount(c);
      } else if (c == '\'') {
        quotedText();
      } else if (c == '"') {
        quotedName();
      } else if (startsNumber()) {
        number();
      } else if (Characters.startsName(c)) {
        word();
      } else {
        sign(c);
      }
    }
    tokens.add(new Token(Token.Kind.END, "", text.length() + 1));
  }

  private void quotedText() {
    int start = next++;
    while (next < text.length()) {
      char c = text.charAt(next);
      if (c == '\\') {
        next += 2;
      } else if (c != '\'') {
        next++;
      } else if (charAt(next + 1) == '\'') {
        next += 2;
      } else {
        tokens.add(new Token(Token.Kind.TEXT, text.substring(start + 1, next++), start + 1));
        return;
      }
    }
    throw FilterErrors.at(
        start + 1,
        "a text begins that has no closing quote; inside a text '' is a quote and \\\\ a backslash");
  }

  private void quotedName() {
    int start = next;
    int end = text.indexOf('"', start + 1);
    if (end <= start + 1) {
      throw FilterErrors.at(
          start + 1,
          "double quotes are for the name of a property and must close; a text stands in single"
              + " quotes");
    }
    tokens.add(new Token(Token.Kind.QUOTED_NAME, text.substring(start + 1, end), start + 1));
    next = end + 1;
  }

  private boolean startsNumber() {
    int ahead = next;
    if (charAt(ahead) == '-' || charAt(ahead) == '+') {
      ahead++;
    }
    if (charAt(ahead) == '.') {
      ahead++;
    }
    return isDigit(charAt(ahead));
  }

  private void number() {
    int start = next;
    if (!isDigit(charAt(next)) && charAt(next) != '.') {
      next++;
    }
    digits();
    if (charAt(next) == '.') {
      next++;
      digits();
    }
    if (charAt(next) == 'e' || charAt(next) == 'E') {
      next++;
      if (charAt(next) == '-' || charAt(next) == '+') {
        next++;
      }
      if (!isDigit(charAt(next))) {
        throw FilterErrors.at(start + 1, "a number with an exponent is written like 1.5E3");
      }
      digits();
    }
    if (next < text.length() && Characters.startsName(text.codePointAt(next))) {
      throw FilterErrors.at(
          start + 1, "a number runs into a word; a name does not begin with a digit");
    }
    tokens.add(new Token(Token.Kind.NUMBER, text.substring(start, next), start + 1));
  }

  private void digits() {
    while (isDigit(charAt(next))) {
      next++;
    }
  }

  private void word() {
    int start = next;
    while (next < text.length() && Characters.continuesName(text.codePointAt(next))) {
      next += Character.charCount(text.codePointAt(next));
    }
    tokens.add(new Token(Token.Kind.WORD, text.substring(start, next), start + 1));
  }

  private void sign(int c) {
    String two = text.substring(next, Math.min(text.length(), next + 2));
    String sign = Character.toString(c);
    if (two.equals("<>") || two.equals("<=") || two.equals(">=")) {
      sign = two;
    } else if ("(),=<>+-*/%^".indexOf(c) < 0) {
      throw FilterErrors.at(next + 1, FilterErrors.shown(sign) + " has no meaning here");
    }
    tokens.add(new Token(Token.Kind.SIGN, sign, next + 1));
    next += sign.length();
  }

  /** The character there, or 0 past the end. */
  private char charAt(int index) {
    return index < text.length() ? text.charAt(index) : 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
