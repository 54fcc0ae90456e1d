package org.greensward.ogc.features;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.greensward.error.NotFoundException;
import org.greensward.error.UserException;
import org.greensward.layer.export.ExportScope;
import org.greensward.layer.feature.OgcCollection;
import org.greensward.layer.feature.OgcCrs;
import org.greensward.ogc.filter.tree.SqlCondition;

/**
 * Which features of a collection are asked for, as SQL. Each row has a column for each field of the
 * collection, then the feature's id and its geometry as GeoJSON; the rows are in the order of the
 * keys, so that a page goes on after the last feature of the one before, whatever came in between.
 *
 * @param at the date whose state is shown
 * @param span the days that a row of a history must touch; null for all
 * @param bbox null for everywhere
 * @param conditions all of which hold
 * @param crs of the geometries
 * @param scope whose features: those of all, or of some councils
 */
public record ItemsQuery(
    OgcCollection collection,
    LocalDate at,
    DateTimeParameter span,
    Bbox bbox,
    List<SqlCondition> conditions,
    OgcCrs crs,
    ExportScope scope) {
  /** All features, whoever's they are. */
  static final ExportScope ALL = new ExportScope("all", "All local councils", null, null);

  /** Beyond as many features it is cheaper to ask for all at once who has them. */
  private static final int FEW = 4000;

  public ItemsQuery(
      OgcCollection collection,
      LocalDate at,
      DateTimeParameter span,
      Bbox bbox,
      List<SqlCondition> conditions,
      OgcCrs crs) {
    this(collection, at, span, bbox, conditions, crs, ALL);
  }

  /** The same, of some councils. */
  public ItemsQuery of(ExportScope councils) {
    return new ItemsQuery(collection, at, span, bbox, conditions, crs, councils);
  }

  /** A statement with its named parameters. */
  record Statement(String sql, Map<String, Object> parameters) {}

  /**
   * Some features in order.
   *
   * @param after the id of the feature after which they begin; null for the first
   * @param most how many at most
   */
  Statement page(String after, int most) {
    Map<String, Object> parameters = parameters();
    List<String> where = where(parameters);
    if (after != null) {
      where.add(after(after, parameters));
    }
    parameters.put("most", most);
    return new Statement(
        select()
            + rows(most <= FEW)
            + whereOf(where)
            + " ORDER BY "
            + String.join(", ", collection.key().columns())
            + " LIMIT :most",
        parameters);
  }

  /** How many features there are on all pages. */
  Statement count() {
    Map<String, Object> parameters = parameters();
    return new Statement("SELECT count(*)" + rows(true) + whereOf(where(parameters)), parameters);
  }

  /**
   * The one feature of an id.
   *
   * @throws NotFoundException when there can be none of it
   */
  Statement one(String id) {
    Map<String, Object> parameters = parameters();
    List<String> where = where(parameters);
    List<Object> values = collection.key().values(id);
    if (values == null) {
      throw missing(id);
    }
    for (int i = 0; i < values.size(); i++) {
      where.add(collection.key().columns().get(i) + " = :key" + i);
      parameters.put("key" + i, values.get(i));
    }
    return new Statement(select() + rows(true) + whereOf(where), parameters);
  }

  NotFoundException missing(String id) {
    return new NotFoundException(
        "There is no feature %s in %s on %s; look at its items for those that there are."
            .formatted(id, collection.id(), at));
  }

  private String select() {
    return "SELECT "
        + collection.fields().stream()
            .map(field -> "x.\"" + field.name() + "\", ")
            .collect(Collectors.joining())
        + collection.key().idSql()
        + ", "
        + crs.geoJson("x.geom");
  }

  private String rows(boolean few) {
    String fewSql = collection.layer().fewSql();
    boolean cheap =
        fewSql != null
            && scope.councils() == null
            && conditions.stream().noneMatch(c -> collection.isCostly(c.sql()));
    return " FROM (" + (few && cheap ? fewSql : collection.layer().sql()) + ") x";
  }

  private Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("at", at);
    parameters.put("councils", scope.councils());
    parameters.put("forum", null);
    parameters.put("lots", null);
    return parameters;
  }

  private List<String> where(Map<String, Object> parameters) {
    List<String> where = new ArrayList<>();
    if (span != null && collection.has(OgcCollection.Trait.HISTORY) && span.to() != null) {
      where.add("(x.\"from\" IS NULL OR x.\"from\" <= :last)");
      parameters.put("last", span.to());
    }
    if (span != null && collection.has(OgcCollection.Trait.HISTORY) && span.from() != null) {
      where.add("(x.\"to\" IS NULL OR x.\"to\" > :first)");
      parameters.put("first", span.from());
    }
    if (bbox != null) {
      // What has no geometry is in every box (OGC API Features 1.0, abstract test
      // fc-bbox-response).
      String meets = bbox.sql("x.geom");
      where.add(
          collection.has(OgcCollection.Trait.PLACED) ? meets : "(" + meets + " OR x.geom IS NULL)");
    }
    for (SqlCondition condition : conditions) {
      where.add("(" + condition.sql() + ")");
      parameters.putAll(condition.parameters());
    }
    return where;
  }

  private static String whereOf(List<String> where) {
    return where.isEmpty() ? "" : " WHERE " + String.join(" AND ", where);
  }

  private String after(String after, Map<String, Object> parameters) {
    List<Object> values = collection.key().values(after);
    if (values == null) {
      throw new UserException(
          "after=" + after + " is no feature of " + collection.id() + "; follow the next link.");
    }
    for (int i = 0; i < values.size(); i++) {
      parameters.put("after" + i, values.get(i));
    }
    if (values.size() == 1) {
      return collection.key().columns().get(0) + " > :after0";
    }
    // The first condition says no more than the second, but an index can be used for it.
    return "%1$s >= :after0 AND (%1$s, %2$s) > (:after0, :after1)"
        .formatted(collection.key().columns().get(0), collection.key().columns().get(1));
  }
}
