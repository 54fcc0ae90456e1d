package org.greensward.ogc.filter.ecql;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.filter.Filter;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.greensward.error.UserException;
import org.greensward.ogc.filter.cql.Characters;
import org.greensward.ogc.filter.cql.Token;
import org.greensward.ogc.filter.tree.FilterCrs;
import org.greensward.ogc.filter.tree.FilterErrors;
import org.greensward.ogc.filter.tree.FilterLimits;
import org.greensward.ogc.filter.tree.Predicate;
import org.greensward.ogc.filter.tree.Queryable;

/**
 * Reads ECQL, GeoServer's language, by GeoTools' parser; what it finds is walked, never evaluated.
 * The first use in a program's life takes a second or two, in which GeoTools' classes are loaded;
 * before it none is.
 */
public final class EcqlReader {
  private static final Pattern PLACE = Pattern.compile("at line (\\d+), column (\\d+)");

  static {
    // GeoTools' classes wake up here, while the stack is shallow: one that overflows meanwhile
    // would never be usable again.
    read(
        "NOT a = 1 + 1 AND b LIKE 'x' OR c IN (1.5) AND d BEFORE 2018-10-01T00:00:00Z"
            + " AND INTERSECTS(e, POLYGON((0 0,1 1,1 0,0 0))) AND BBOX(e,0,0,1,1) AND f IS NULL");
  }

  private EcqlReader() {}

  private static void read(String text) {
    try {
      ECQL.toFilter(text, new EcqlFactory());
    } catch (CQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param properties the property of a name; throws if there is none
   */
  public static Predicate parse(String text, Function<Token, Queryable> properties, FilterCrs crs) {
    Characters.check(text);
    checkOutsideQuotes(text);
    EcqlFactory factory = new EcqlFactory();
    try {
      Filter filter = ECQL.toFilter(text, factory);
      return new EcqlTree(properties, crs).predicate(filter);
    } catch (StackOverflowError e) {
      throw new UserException("The filter is nested too deeply or has too many parts.");
    } catch (CQLException e) {
      throw factory.refused() != null ? factory.refused() : refusal(e);
    } catch (RuntimeException | AssertionError e) {
      UserException refusal = UserException.findIn(e);
      throw refusal != null
          ? refusal
          : new UserException("The filter is not understood as ECQL.", e);
    }
  }

  /** What has to be refused before the parser sees it: deep nesting, coordinate systems. */
  private static void checkOutsideQuotes(String text) {
    FilterLimits limits = new FilterLimits();
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '(' || c == '[') {
        limits.enter();
      } else if (c == ')' || c == ']') {
        limits.leave();
      } else if (c == ';') {
        throw FilterErrors.at(
            i + 1, "\";\" has no meaning; filter-crs names the coordinate system of geometries");
      }
    }
    if (quote != 0) {
      throw FilterErrors.at(text.length(), "a quotation has no end");
    }
  }

  private static UserException refusal(CQLException fault) {
    String said = String.valueOf(fault.getMessage());
    Matcher place = PLACE.matcher(said);
    if (place.find()) {
      return new UserException(
          "The filter is not understood as ECQL from line "
              + place.group(1)
              + ", column "
              + place.group(2)
              + " on.");
    }
    return said.contains("LinearRing")
        ? FilterErrors.at(
            0, "a ring of a polygon has four points or more, and the last is the first again")
        : new UserException("The filter is not understood as ECQL.", fault);
  }
}
