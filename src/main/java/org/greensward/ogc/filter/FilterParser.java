package org.greensward.ogc.filter;

import java.util.List;
import java.util.function.Function;
import org.greensward.error.UserException;
import org.greensward.ogc.filter.cql.CqlParser;
import org.greensward.ogc.filter.cql.Token;
import org.greensward.ogc.filter.ecql.EcqlReader;
import org.greensward.ogc.filter.sql.SqlWriter;
import org.greensward.ogc.filter.tree.FilterCrs;
import org.greensward.ogc.filter.tree.FilterErrors;
import org.greensward.ogc.filter.tree.FilterLimits;
import org.greensward.ogc.filter.tree.Predicate;
import org.greensward.ogc.filter.tree.Queryable;
import org.greensward.ogc.filter.tree.SqlCondition;
import org.locationtech.jts.geom.TopologyException;

/**
 * Turns filters of OGC API Features Part 3 into conditions. What is typed reaches the condition as
 * parameters alone; properties become the SQL that their {@link Queryable} has.
 */
public final class FilterParser {
  private static final String PREFIX = "f";

  /** The conformance classes of CQL2 that hold here; the text encoding is declared with them. */
  public static final List<String> CONFORMANCE_CLASSES =
      List.of(
          "http://www.opengis.net/spec/cql2/1.0/conf/cql2-text",
          "http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2",
          "http://www.opengis.net/spec/cql2/1.0/conf/advanced-comparison-operators",
          "http://www.opengis.net/spec/cql2/1.0/conf/case-insensitive-comparison",
          "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions",
          "http://www.opengis.net/spec/cql2/1.0/conf/spatial-functions",
          "http://www.opengis.net/spec/cql2/1.0/conf/temporal-functions",
          "http://www.opengis.net/spec/cql2/1.0/conf/property-property");

  private FilterParser() {}

  /**
   * The condition of a filter, with parameters named {@code f1}, {@code f2}...
   *
   * @param queryables all properties that may be filtered by
   * @param crs of the geometries in the filter
   * @throws UserException if it is no filter, or one that is not offered: one sentence with what is
   *     wrong, where (the number of the character, from 1), and what may stand there
   */
  public static SqlCondition parse(
      FilterLanguage language, String text, List<Queryable> queryables, FilterCrs crs) {
    return parse(language, text, queryables, crs, PREFIX);
  }

  /**
   * As above, with names of parameters that begin with a prefix, where a statement has several
   * filters.
   *
   * @param prefix letters, which no other parameter of the statement is of with a number behind
   */
  public static SqlCondition parse(
      FilterLanguage language,
      String text,
      List<Queryable> queryables,
      FilterCrs crs,
      String prefix) {
    try {
      return SqlWriter.write(tree(language, text, queryables, crs), prefix, crs.srid());
    } catch (TopologyException e) {
      throw new UserException("A geometry of the filter can't be worked with; make it simpler.", e);
    }
  }

  static Predicate tree(
      FilterLanguage language, String text, List<Queryable> queryables, FilterCrs crs) {
    FilterLimits.length(text);
    if (text.isBlank()) {
      throw new UserException("The filter is empty; leave it out to get everything.");
    }
    Function<Token, Queryable> properties = name -> property(name, queryables);
    return switch (language) {
      case CQL2_TEXT -> CqlParser.parse(text, properties, crs);
      case ECQL -> EcqlReader.parse(text, properties, crs);
    };
  }

  private static Queryable property(Token name, List<Queryable> queryables) {
    return queryables.stream()
        .filter(queryable -> queryable.name().equals(name.text()))
        .findFirst()
        .orElseThrow(() -> FilterErrors.unknownProperty(name.at(), name.text(), queryables));
  }
}
