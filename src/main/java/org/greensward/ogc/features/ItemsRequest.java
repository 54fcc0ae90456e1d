package org.greensward.ogc.features;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.greensward.error.UserException;
import org.greensward.layer.export.ExportField;
import org.greensward.layer.export.ExportScope;
import org.greensward.layer.feature.OgcCollection;
import org.greensward.layer.feature.OgcCrs;
import org.greensward.ogc.common.OgcFormat;
import org.greensward.ogc.common.QueryParameters;
import org.greensward.ogc.filter.FilterLanguage;
import org.greensward.ogc.filter.FilterParser;
import org.greensward.ogc.filter.tree.FilterCrs;
import org.greensward.ogc.filter.tree.SqlCondition;

/**
 * A request for items, read.
 *
 * @param text the parameters as they were given
 * @param limit how many features at most; a greater one than {@link #MOST} counts as that
 * @param after the feature after which the page begins; null for the first page
 */
public record ItemsRequest(ItemsQuery query, QueryParameters text, int limit, String after) {
  public static final int DEFAULT = 100;
  public static final int MOST = 100_000;

  public static final String LIMIT = "limit";
  public static final String AFTER = "after";
  public static final String BBOX = "bbox";
  public static final String BBOX_CRS = "bbox-crs";
  public static final String DATETIME = "datetime";
  public static final String CRS = "crs";
  public static final String FILTER = "filter";
  public static final String FILTER_LANG = "filter-lang";
  public static final String FILTER_CRS = "filter-crs";

  private static final List<String> OWN =
      List.of(
          LIMIT,
          AFTER,
          BBOX,
          BBOX_CRS,
          DATETIME,
          CRS,
          FILTER,
          FILTER_LANG,
          FILTER_CRS,
          OgcFormat.PARAMETER);

  /** Of items: its parameters, then the names of the properties. */
  public static List<String> known(OgcCollection collection) {
    List<String> known = new ArrayList<>(OWN);
    collection.fields().forEach(field -> known.add(field.name()));
    return known;
  }

  /**
   * Reads a request.
   *
   * @param today the working date, whose state is shown when no other is asked for
   * @throws UserException when a parameter is not known or cannot be understood
   */
  static ItemsRequest read(OgcCollection collection, HttpServletRequest request, LocalDate today) {
    QueryParameters text = QueryParameters.of(request, known(collection));
    return new ItemsRequest(
        new ItemsQuery(
            collection,
            at(text, today),
            text.find(DATETIME) == null ? null : DateTimeParameter.parse(text.find(DATETIME)),
            bbox(text),
            conditions(collection, text),
            crs(text, CRS)),
        text,
        limit(text),
        text.find(AFTER));
  }

  /** The same, of some councils. */
  ItemsRequest of(ExportScope councils) {
    return new ItemsRequest(query.of(councils), text, limit, after);
  }

  /** The date whose state a request asks for. */
  public static LocalDate at(QueryParameters text, LocalDate today) {
    String datetime = text.find(DATETIME);
    return datetime == null ? today : DateTimeParameter.parse(datetime).at(today);
  }

  static OgcCrs crs(QueryParameters text, String name) {
    return text.find(name) == null ? OgcCrs.CRS84 : OgcCrs.of(name, text.find(name));
  }

  private static Bbox bbox(QueryParameters text) {
    OgcCrs crs = crs(text, BBOX_CRS);
    return text.find(BBOX) == null ? null : Bbox.parse(text.find(BBOX), crs);
  }

  private static List<SqlCondition> conditions(OgcCollection collection, QueryParameters text) {
    List<SqlCondition> conditions = new ArrayList<>();
    OgcCrs crs = crs(text, FILTER_CRS);
    FilterLanguage language =
        text.find(FILTER_LANG) == null
            ? FilterLanguage.CQL2_TEXT
            : FilterLanguage.find(text.find(FILTER_LANG));
    if (text.find(FILTER) != null) {
      conditions.add(
          FilterParser.parse(
              language,
              text.find(FILTER),
              Queryables.of(collection),
              new FilterCrs(crs.srid(), crs.latitudeFirst())));
    }
    for (ExportField field : collection.fields()) {
      String value = text.find(field.name());
      if (value != null) {
        conditions.add(Queryables.equal(field, value, conditions.size()));
      }
    }
    return conditions;
  }

  private static int limit(QueryParameters text) {
    String limit = text.find(LIMIT);
    if (limit == null) {
      return DEFAULT;
    }
    if (!limit.matches("\\d{1,18}") || Long.parseLong(limit) < 1) {
      throw new UserException(
          "limit=%s is no number of features; give a whole number from 1 to %d."
              .formatted(limit.length() > 30 ? limit.substring(0, 30) + "..." : limit, MOST));
    }
    return (int) Math.min(Long.parseLong(limit), MOST);
  }
}
