package org.greensward.ogc.common;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pieces of an OpenAPI 3.0 document. */
public final class OpenApiParts {
  private OpenApiParts() {}

  /** Names and values in turn, in their order. */
  public static Map<String, Object> map(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }

  public static Map<String, Object> operation(
      String id,
      String tag,
      String summary,
      List<Map<String, Object>> parameters,
      Map<String, Object> responses) {
    return map(
        "operationId", id,
        "tags", List.of(tag),
        "summary", summary,
        "parameters", parameters,
        "responses", responses);
  }

  public static Map<String, Object> queryParameter(
      String name, String description, Map<String, Object> schema) {
    return map(
        "name",
        name,
        "in",
        "query",
        "description",
        description,
        "required",
        false,
        "schema",
        schema,
        "style",
        "form",
        "explode",
        false);
  }

  public static Map<String, Object> pathParameter(
      String name, String description, Map<String, Object> schema) {
    return map(
        "name", name,
        "in", "path",
        "description", description,
        "required", true,
        "schema", schema);
  }

  public static Map<String, Object> response(String description, Map<String, Object> content) {
    return map("description", description, "content", content);
  }

  /** What media types hold: a page a text, a tile bytes, everything else an object. */
  public static Map<String, Object> content(String... types) {
    Map<String, Object> content = new LinkedHashMap<>();
    for (String type : types) {
      content.put(
          type,
          map(
              "schema",
              switch (type) {
                case Link.HTML -> map("type", "string");
                case Link.MVT -> map("type", "string", "format", "binary");
                default -> map("type", "object");
              }));
    }
    return content;
  }

  /** What the operations refer to. */
  public static Map<String, Object> components() {
    return map(
        "schemas",
        map(
            "Problem",
            map(
                "description",
                "What is wrong, and what to do (RFC 9457)",
                "type",
                "object",
                "properties",
                map(
                    "title", map("type", "string"),
                    "status", map("type", "integer"),
                    "detail", map("type", "string")))),
        "responses",
        map(
            "BadRequest", problem("A parameter is not known or cannot be understood"),
            "BadKey", problem("The API key is not one, or has ended"),
            "NotAllowed", problem("The layer's licence does not allow it"),
            "NotThere", problem("There is no such thing")),
        "securitySchemes",
        map(
            "basic",
            map(
                "type", "http",
                "scheme", "basic",
                "description", "Any user name, and an API key as the password"),
            "bearer",
            map("type", "http", "scheme", "bearer", "description", "An API key")));
  }

  private static Map<String, Object> problem(String description) {
    return response(
        description,
        map(
            "application/problem+json",
            map("schema", map("$ref", "#/components/schemas/Problem"))));
  }
}
