package org.greensward.ogc;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.greensward.download.Scope;
import org.greensward.exchange.write.Field;
import org.greensward.ogc.filter.Condition;
import org.greensward.ogc.filter.FilterCrs;
import org.greensward.ogc.filter.Filters;
import org.greensward.ogc.filter.Language;
import org.greensward.refusal.Refusal;

/**
 * A request for items, read.
 *
 * @param text the parameters as they were given
 * @param limit how many features at most; a greater one than {@link #MOST} counts as that
 * @param after the feature after which the page begins; null for the first page
 */
record ItemsRequest(ItemsQuery query, QueryText text, int limit, String after) {
  static final int DEFAULT = 100;
  static final int MOST = 100_000;

  static final String LIMIT = "limit";
  static final String AFTER = "after";
  static final String BBOX = "bbox";
  static final String BBOX_CRS = "bbox-crs";
  static final String DATETIME = "datetime";
  static final String CRS = "crs";
  static final String FILTER = "filter";
  static final String FILTER_LANG = "filter-lang";
  static final String FILTER_CRS = "filter-crs";

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
          Format.PARAMETER);

  /** Of items: its parameters, then the names of the properties. */
  static List<String> known(OgcCollection collection) {
    List<String> known = new ArrayList<>(OWN);
    collection.fields().forEach(field -> known.add(field.name()));
    return known;
  }

  /**
   * Reads a request.
   *
   * @param today the working date, whose state is shown when no other is asked for
   * @throws Refusal when a parameter is not known or cannot be understood
   */
  static ItemsRequest read(OgcCollection collection, HttpServletRequest request, LocalDate today) {
    QueryText text = QueryText.of(request, known(collection));
    return new ItemsRequest(
        new ItemsQuery(
            collection,
            at(text, today),
            text.find(DATETIME) == null ? null : DateTime.parse(text.find(DATETIME)),
            bbox(text),
            conditions(collection, text),
            crs(text, CRS)),
        text,
        limit(text),
        text.find(AFTER));
  }

  /** The same, of some councils. */
  ItemsRequest of(Scope councils) {
    return new ItemsRequest(query.of(councils), text, limit, after);
  }

  /** The date whose state a request asks for. */
  static LocalDate at(QueryText text, LocalDate today) {
    String datetime = text.find(DATETIME);
    return datetime == null ? today : DateTime.parse(datetime).at(today);
  }

  static OgcCrs crs(QueryText text, String name) {
    return text.find(name) == null ? OgcCrs.CRS84 : OgcCrs.of(name, text.find(name));
  }

  private static Bbox bbox(QueryText text) {
    OgcCrs crs = crs(text, BBOX_CRS);
    return text.find(BBOX) == null ? null : Bbox.parse(text.find(BBOX), crs);
  }

  private static List<Condition> conditions(OgcCollection collection, QueryText text) {
    List<Condition> conditions = new ArrayList<>();
    OgcCrs crs = crs(text, FILTER_CRS);
    Language language =
        text.find(FILTER_LANG) == null ? Language.CQL2_TEXT : Language.find(text.find(FILTER_LANG));
    if (text.find(FILTER) != null) {
      conditions.add(
          Filters.parse(
              language,
              text.find(FILTER),
              Queryables.of(collection),
              new FilterCrs(crs.srid(), crs.latitudeFirst())));
    }
    for (Field field : collection.fields()) {
      String value = text.find(field.name());
      if (value != null) {
        conditions.add(Queryables.equal(field, value, conditions.size()));
      }
    }
    return conditions;
  }

  private static int limit(QueryText text) {
    String limit = text.find(LIMIT);
    if (limit == null) {
      return DEFAULT;
    }
    if (!limit.matches("\\d{1,18}") || Long.parseLong(limit) < 1) {
      throw new Refusal(
          "limit=%s is no number of features; give a whole number from 1 to %d."
              .formatted(limit.length() > 30 ? limit.substring(0, 30) + "..." : limit, MOST));
    }
    return (int) Math.min(Long.parseLong(limit), MOST);
  }
}
