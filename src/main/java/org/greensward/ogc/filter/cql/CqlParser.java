package org.greensward.ogc.filter.cql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.greensward.ogc.filter.tree.FilterCrs;
import org.greensward.ogc.filter.tree.FilterErrors;
import org.greensward.ogc.filter.tree.FilterGeometryValidator;
import org.greensward.ogc.filter.tree.FilterLimits;
import org.greensward.ogc.filter.tree.Operand;
import org.greensward.ogc.filter.tree.Predicate;
import org.greensward.ogc.filter.tree.Queryable;
import org.greensward.ogc.filter.tree.Queryable.Type;
import org.greensward.ogc.filter.tree.Rfc3339;
import org.greensward.ogc.filter.tree.SpatialRelation;
import org.greensward.ogc.filter.tree.TemporalRelation;
import org.greensward.ogc.filter.tree.TypeChecker;

/** Reads CQL2's text encoding into a tree: one method for each rule of the grammar (annex B). */
public final class CqlParser {
  private static final String AN_OPERATOR =
      "=, <>, <, <=, >, >=, LIKE, BETWEEN, IN or IS NULL (there is no arithmetic)";
  private static final Set<String> RESERVED =
      Set.of("AND", "OR", "NOT", "IN", "IS", "LIKE", "BETWEEN", "NULL");

  private final TokenStream cursor;
  private final FilterLimits limits = new FilterLimits();
  private final Function<Token, Queryable> properties;
  private final WktParser shapes;

  private CqlParser(String text, Function<Token, Queryable> properties, FilterCrs crs) {
    this.cursor = new TokenStream(Lexer.of(text));
    this.properties = properties;
    this.shapes = new WktParser(cursor, limits, crs);
  }

  /**
   * @param properties the property of a name; throws if there is none
   */
  public static Predicate parse(String text, Function<Token, Queryable> properties, FilterCrs crs) {
    CqlParser parser = new CqlParser(text, properties, crs);
    Predicate predicate = parser.either();
    parser.cursor.expectEnd();
    return predicate;
  }

  private Predicate either() {
    limits.enter();
    List<Predicate> parts = new ArrayList<>(List.of(both()));
    while (cursor.takeWord("OR")) {
      parts.add(both());
    }
    limits.leave();
    return parts.size() == 1 ? parts.get(0) : new Predicate.Any(parts);
  }

  private Predicate both() {
    List<Predicate> parts = new ArrayList<>(List.of(factor()));
    while (cursor.takeWord("AND")) {
      parts.add(factor());
    }
    return parts.size() == 1 ? parts.get(0) : new Predicate.All(parts);
  }

  private Predicate factor() {
    if (!cursor.takeWord("NOT")) {
      return primary();
    }
    limits.enter();
    Predicate inner = factor();
    limits.leave();
    return new Predicate.Not(inner);
  }

  private Predicate primary() {
    int at = cursor.peek().at();
    if (cursor.takeSign("(")) {
      Predicate inner = either();
      cursor.expectSign(")");
      return nullTest(inner);
    }
    boolean call = cursor.peekBeyond().isSign("(") && cursor.peek().kind() == Token.Kind.WORD;
    if (call && SpatialRelation.find(cursor.peek().text()) != null) {
      return nullTest(spatial());
    }
    if (call && TemporalRelation.find(cursor.peek().text()) != null) {
      return nullTest(temporal());
    }
    return nullTest(saidOf(at, operand()));
  }

  /** {@code IS NULL} after a predicate, any number of times. */
  private Predicate nullTest(Predicate predicate) {
    Predicate result = predicate;
    while (cursor.takeWord("IS")) {
      limits.term();
      result = isNull(result);
    }
    return result;
  }

  private Predicate isNull(Operand operand) {
    boolean not = cursor.takeWord("NOT");
    cursor.expectWord("NULL");
    Predicate test = new Predicate.Null(operand);
    return not ? new Predicate.Not(test) : test;
  }

  private Predicate spatial() {
    Token name = cursor.take();
    SpatialRelation relation = SpatialRelation.find(name.text());
    cursor.expectSign("(");
    Operand.Value left = TypeChecker.geometry(cursor.peek().at(), operand(), relation.word());
    cursor.expectSign(",");
    Operand.Value right = TypeChecker.geometry(cursor.peek().at(), operand(), relation.word());
    cursor.expectSign(")");
    return FilterGeometryValidator.related(name.at(), relation, left, right);
  }

  private Predicate temporal() {
    Token name = cursor.take();
    TemporalRelation relation = TemporalRelation.find(name.text());
    cursor.expectSign("(");
    Operand.Value left = TypeChecker.moment(cursor.peek().at(), operand(), relation);
    cursor.expectSign(",");
    Operand.Value right = TypeChecker.moment(cursor.peek().at(), operand(), relation);
    cursor.expectSign(")");
    return new Predicate.Temporal(relation, left, right);
  }

  /** The rest of a predicate that begins with an operand. */
  private Predicate saidOf(int at, Operand left) {
    Predicate.Operator operator =
        cursor.peek().kind() == Token.Kind.SIGN
            ? Predicate.Operator.find(cursor.peek().text())
            : null;
    if (operator != null) {
      cursor.take();
      List<Operand> both = TypeChecker.alike(at, List.of(left, operand()));
      return new Predicate.Comparison(both.get(0), operator, both.get(1));
    }
    if (cursor.takeWord("IS")) {
      return isNull(left);
    }
    boolean not = cursor.peek().isWord("NOT");
    if (not) {
      cursor.take();
    }
    Predicate predicate = advanced(at, left, not);
    return not ? new Predicate.Not(predicate) : predicate;
  }

  private Predicate advanced(int at, Operand left, boolean not) {
    if (cursor.takeWord("LIKE")) {
      return like(TypeChecker.text(at, left, "LIKE"));
    }
    if (cursor.takeWord("BETWEEN")) {
      return between(at, left);
    }
    if (cursor.takeWord("IN")) {
      return in(at, left);
    }
    if (!not && left instanceof Predicate.Truth truth) {
      return truth;
    }
    if (left.type() == Type.BOOLEAN && !not) {
      throw cursor.unexpected("a comparison like = TRUE");
    }
    throw cursor.unexpected(not ? "LIKE, BETWEEN or IN" : AN_OPERATOR);
  }

  private Predicate like(Operand.Value text) {
    boolean folded = false;
    int open = 0;
    while (cursor.takeWord("CASEI")) {
      cursor.expectSign("(");
      limits.enter();
      open++;
      folded = true;
    }
    limits.term();
    String pattern = Escapes.pattern(cursor.expectText().text());
    for (; open > 0; open--) {
      cursor.expectSign(")");
      limits.leave();
    }
    return new Predicate.Like(text, pattern, folded);
  }

  private Predicate between(int at, Operand value) {
    Operand low = operand();
    cursor.expectWord("AND");
    return TypeChecker.between(at, value, low, operand());
  }

  private Predicate in(int at, Operand value) {
    List<Operand> all = new ArrayList<>(List.of(value));
    cursor.expectSign("(");
    do {
      all.add(operand());
    } while (cursor.takeSign(","));
    cursor.expectSign(")");
    List<Operand> alike = TypeChecker.alike(at, all);
    return new Predicate.In(alike.get(0), alike.subList(1, alike.size()));
  }

  private Operand operand() {
    limits.term();
    Token token = cursor.peek();
    return switch (token.kind()) {
      case TEXT -> new Operand.Text(Escapes.text(cursor.take().text()));
      case NUMBER -> TypeChecker.number(token.at(), cursor.take().text());
      case QUOTED_NAME -> property();
      case WORD -> word(token);
      default -> throw cursor.unexpected("a property or a value");
    };
  }

  private Operand word(Token token) {
    boolean call = cursor.peekBeyond().isSign("(");
    if (shapes.startsHere()) {
      return shapes.shape();
    }
    if (call) {
      return called(token);
    }
    if (token.isWord("TRUE") || token.isWord("FALSE")) {
      return new Predicate.Truth(cursor.take().isWord("TRUE"));
    }
    return property();
  }

  private Operand called(Token name) {
    if (RESERVED.contains(name.text().toUpperCase(Locale.ROOT))) {
      throw cursor.unexpected("a property or a value");
    }
    boolean known =
        name.isWord("CASEI")
            || name.isWord("DATE")
            || name.isWord("TIMESTAMP")
            || name.isWord("INTERVAL");
    if (!known) {
      throw FilterErrors.function(name.at(), name.text());
    }
    cursor.take();
    cursor.expectSign("(");
    limits.enter();
    Operand operand = arguments(name);
    limits.leave();
    cursor.expectSign(")");
    return operand;
  }

  private Operand arguments(Token name) {
    if (name.isWord("CASEI")) {
      int at = cursor.peek().at();
      return new Operand.Folded(TypeChecker.text(at, operand(), "CASEI"));
    }
    if (name.isWord("INTERVAL")) {
      Operand.Value from = end();
      cursor.expectSign(",");
      return interval(name.at(), from, end());
    }
    Token text = cursor.expectText();
    return name.isWord("DATE")
        ? Rfc3339.day(text.at(), text.text())
        : Rfc3339.time(text.at(), text.text());
  }

  private static Operand interval(int at, Operand.Value from, Operand.Value to) {
    if (from instanceof Operand.Property || to instanceof Operand.Property) {
      return new Operand.Interval(from, to);
    }
    boolean wrong =
        from instanceof Operand.Day a && to instanceof Operand.Day b && a.value().isAfter(b.value())
            || from instanceof Operand.Time c
                && to instanceof Operand.Time d
                && c.value().isAfter(d.value());
    if (wrong) {
      throw FilterErrors.at(at, "the interval ends before it begins");
    }
    return new Operand.Interval(from, to);
  }

  /** One end of an interval; null if it is open. */
  private Operand.Value end() {
    limits.term();
    Token token = cursor.peek();
    if (token.kind() == Token.Kind.TEXT) {
      cursor.take();
      return token.text().equals("..") ? null : Rfc3339.either(token.at(), token.text());
    }
    if (token.kind() != Token.Kind.WORD && token.kind() != Token.Kind.QUOTED_NAME) {
      throw cursor.unexpected("a date like '2018-10-01', a time, '..' or a property");
    }
    return TypeChecker.of(token.at(), operand(), Type.DATE, "INTERVAL");
  }

  private Operand property() {
    Token token = cursor.peek();
    boolean reserved =
        token.kind() == Token.Kind.WORD && RESERVED.contains(token.text().toUpperCase(Locale.ROOT));
    if (reserved) {
      throw cursor.unexpected("a property or a value");
    }
    return new Operand.Property(properties.apply(cursor.take()));
  }
}
