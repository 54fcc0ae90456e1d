package org.greensward.ogc.features;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greensward.error.UserException;
import org.greensward.layer.export.ExportField;
import org.greensward.layer.feature.OgcCollection;
import org.greensward.ogc.common.OgcUrls;
import org.greensward.ogc.filter.tree.Queryable;
import org.greensward.ogc.filter.tree.SqlCondition;

/** What a collection's features can be filtered by: all their properties, and the geometry. */
public final class Queryables {
  public static final String GEOMETRY = "geometry";

  private Queryables() {}

  public static List<Queryable> of(OgcCollection collection) {
    List<Queryable> queryables = new ArrayList<>();
    for (ExportField field : collection.fields()) {
      queryables.add(new Queryable(field.name(), type(field), column(field)));
    }
    queryables.add(new Queryable(GEOMETRY, Queryable.Type.GEOMETRY, "x.geom"));
    return queryables;
  }

  /** They as JSON Schema (OGC API Features Part 3, queryables). */
  public static Map<String, Object> schema(OgcCollection collection) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (ExportField field : collection.fields()) {
      properties.put(field.name(), property(field));
    }
    properties.put(GEOMETRY, geometry(collection));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2019-09/schema");
    schema.put("$id", OgcUrls.of(collection) + "/queryables");
    schema.put("type", "object");
    schema.put("title", collection.title());
    schema.put("description", collection.description());
    schema.put("properties", properties);
    schema.put("additionalProperties", false);
    return schema;
  }

  /** The schema of the geometry. */
  static Map<String, Object> geometry(OgcCollection collection) {
    Map<String, Object> geometry = new LinkedHashMap<>();
    geometry.put("title", GEOMETRY);
    geometry.put("format", "geometry-" + geometryKind(collection));
    return geometry;
  }

  /** The schema of a property, as JSON Schema and OpenAPI have it. */
  public static Map<String, Object> property(ExportField field) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("title", field.name().replace('_', ' '));
    switch (field.type()) {
      case TEXT -> schema.put("type", "string");
      case WHOLE -> schema.put("type", "integer");
      case NUMBER -> schema.put("type", "number");
      case DATE -> {
        schema.put("type", "string");
        schema.put("format", "date");
      }
    }
    return schema;
  }

  /** The condition of a parameter that is named after a property: that it has this value. */
  static SqlCondition equal(ExportField field, String text, int number) {
    String name = "is" + number;
    try {
      Object value =
          switch (field.type()) {
            case TEXT -> text;
            case WHOLE -> Long.valueOf(text);
            case NUMBER -> new BigDecimal(text);
            case DATE -> LocalDate.parse(text);
          };
      if (text.length() > 1000 || text.indexOf('\0') >= 0) {
        throw new NumberFormatException();
      }
      return new SqlCondition(column(field) + " = :" + name, Map.of(name, value));
    } catch (NumberFormatException | DateTimeException e) {
      throw new UserException(
          "%s is not what %s holds, which is %s."
              .formatted(
                  text.length() > 30 ? text.substring(0, 30) + "..." : text,
                  field.name(),
                  type(field).words()));
    }
  }

  private static String geometryKind(OgcCollection collection) {
    return switch (collection.shape()) {
      case POINT -> "point";
      case AREAS -> "multipolygon";
      default -> "any";
    };
  }

  private static String column(ExportField field) {
    return "x.\"" + field.name() + "\"";
  }

  private static Queryable.Type type(ExportField field) {
    return switch (field.type()) {
      case TEXT -> Queryable.Type.TEXT;
      case WHOLE -> Queryable.Type.WHOLE;
      case NUMBER -> Queryable.Type.NUMBER;
      case DATE -> Queryable.Type.DATE;
    };
  }
}
