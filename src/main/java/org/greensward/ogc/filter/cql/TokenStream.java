package org.greensward.ogc.filter.cql;

import java.util.List;
import org.greensward.error.UserException;
import org.greensward.ogc.filter.tree.FilterErrors;

/** Goes through the tokens of a filter, one after the other. */
final class TokenStream {
  private final List<Token> tokens;
  private int next;

  TokenStream(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token peek() {
    return tokens.get(next);
  }

  /** The token after the next one. */
  Token peekBeyond() {
    return tokens.get(Math.min(next + 1, tokens.size() - 1));
  }

  /** Takes the next token; the end is never passed. */
  Token take() {
    Token token = peek();
    if (token.kind() != Token.Kind.END) {
      next++;
    }
    return token;
  }

  /** Takes the sign if it is next. */
  boolean takeSign(String sign) {
    boolean there = peek().isSign(sign);
    if (there) {
      take();
    }
    return there;
  }

  /** Takes the keyword if it is next. */
  boolean takeWord(String keyword) {
    boolean there = peek().isWord(keyword);
    if (there) {
      take();
    }
    return there;
  }

  void expectSign(String sign) {
    if (!takeSign(sign)) {
      throw unexpected(FilterErrors.shown(sign));
    }
  }

  void expectWord(String keyword) {
    if (!takeWord(keyword)) {
      throw unexpected(keyword);
    }
  }

  /** The text in quotes that has to be next, as it was typed. */
  Token expectText() {
    if (peek().kind() != Token.Kind.TEXT) {
      throw unexpected("a text in single quotes");
    }
    return take();
  }

  void expectEnd() {
    if (peek().kind() != Token.Kind.END) {
      throw unexpected("AND, OR or the end");
    }
  }

  /**
   * @param wanted what may stand here
   */
  UserException unexpected(String wanted) {
    boolean arithmetic = peek().kind() == Token.Kind.SIGN && "+-*/%^".contains(peek().text());
    return FilterErrors.at(
        peek().at(),
        "here stands "
            + peek().shown()
            + " where "
            + wanted
            + " may stand"
            + (arithmetic ? "; there is no arithmetic" : ""));
  }
}
