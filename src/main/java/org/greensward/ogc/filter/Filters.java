package org.greensward.ogc.filter;

import java.util.List;
import java.util.function.Function;
import org.greensward.refusal.Refusal;
import org.locationtech.jts.geom.TopologyException;

/**
 * Turns filters of OGC API Features Part 3 into conditions. What is typed reaches the condition as
 * parameters alone; properties become the SQL that their {@link Queryable} has.
 */
public final class Filters {
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

  private Filters() {}

  /**
   * The condition of a filter, with parameters named {@code f1}, {@code f2}...
   *
   * @param queryables all properties that may be filtered by
   * @param crs of the geometries in the filter
   * @throws Refusal if it is no filter, or one that is not offered: one sentence with what is
   *     wrong, where (the number of the character, from 1), and what may stand there
   */
  public static Condition parse(
      Language language, String text, List<Queryable> queryables, FilterCrs crs) {
    return parse(language, text, queryables, crs, PREFIX);
  }

  /**
   * As above, with names of parameters that begin with a prefix, where a statement has several
   * filters.
   *
   * @param prefix letters, which no other parameter of the statement is of with a number behind
   */
  public static Condition parse(
      Language language, String text, List<Queryable> queryables, FilterCrs crs, String prefix) {
    try {
      return SqlWriter.write(tree(language, text, queryables, crs), prefix, crs.srid());
    } catch (TopologyException e) {
      throw new Refusal("A geometry of the filter can't be worked with; make it simpler.", e);
    }
  }

  static Predicate tree(Language language, String text, List<Queryable> queryables, FilterCrs crs) {
    Limits.length(text);
    if (text.isBlank()) {
      throw new Refusal("The filter is empty; leave it out to get everything.");
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
        .orElseThrow(() -> Faults.unknownProperty(name.at(), name.text(), queryables));
  }
}
