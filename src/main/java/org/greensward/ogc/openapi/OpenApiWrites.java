package org.greensward.ogc.openapi;

import static org.greensward.ogc.common.OpenApiParts.content;
import static org.greensward.ogc.common.OpenApiParts.map;
import static org.greensward.ogc.common.OpenApiParts.pathParameter;
import static org.greensward.ogc.common.OpenApiParts.response;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.greensward.layer.export.ExportField;
import org.greensward.layer.feature.FeatureWriter;
import org.greensward.layer.feature.FeatureWriter.Description;
import org.greensward.layer.feature.OgcCollection;
import org.greensward.ogc.common.FeatureWriters;
import org.greensward.ogc.common.Link;
import org.greensward.ogc.common.OpenApiParts;
import org.greensward.ogc.features.Queryables;
import org.greensward.ogc.transactions.FeatureWriteRequestParser;
import org.springframework.stereotype.Component;

/**
 * The operations that change features, for the definition of the API: each collection's, in the
 * words of its writers.
 */
@Component
class OpenApiWrites {
  private static final String PUT_OR_PATCH = "The feature is changed; its ETag is in the header";

  private final FeatureWriters writers;

  OpenApiWrites(FeatureWriters writers) {
    this.writers = writers;
  }

  /** Adds to the paths of a collection what can be changed there; nothing where it is only read. */
  void describe(OgcCollection collection, Map<String, Object> items, Map<String, Object> item) {
    List<Description> all =
        writers.list(collection).stream().map(FeatureWriter::description).toList();
    if (all.isEmpty()) {
      return;
    }
    String name = collection.id();
    Map<String, Object> feature = feature(collection, all);
    String create = sentence(all, Description::create);
    String draft = sentence(all, Description::draft);
    if (!create.isEmpty()) {
      items.put(
          "post",
          operation(
              name + ".createFeature",
              create,
              parameters(false, true),
              body(FeatureWriteRequestParser.FEATURE_TYPES, feature),
              responses("201", "The feature is recorded; Location has its address", draft)));
    }
    item.put(
        "put",
        operation(
            name + ".replaceFeature",
            "Replace a feature of " + name,
            parameters(true, true),
            body(FeatureWriteRequestParser.FEATURE_TYPES, feature),
            responses("200", PUT_OR_PATCH, draft)));
    item.put(
        "patch",
        operation(
            name + ".updateFeature",
            "Change parts of a feature of " + name + " (RFC 7396)",
            parameters(true, true),
            body(FeatureWriteRequestParser.PATCH_TYPES, patch(feature)),
            responses("200", PUT_OR_PATCH, draft)));
    item.put(
        "delete",
        operation(
            name + ".deleteFeature",
            sentence(all, Description::delete),
            parameters(true, false),
            null,
            responses("204", "It is not in the collection any more", draft)));
  }

  private static Map<String, Object> operation(
      String id,
      String summary,
      List<Map<String, Object>> parameters,
      Map<String, Object> body,
      Map<String, Object> responses) {
    Map<String, Object> operation =
        OpenApiParts.operation(id, "features", summary, parameters, responses);
    if (body != null) {
      operation.put("requestBody", body);
    }
    operation.put("security", List.of(map("basic", List.of()), map("bearer", List.of())));
    return operation;
  }

  private static List<Map<String, Object>> parameters(boolean one, boolean crs) {
    List<Map<String, Object>> parameters = new ArrayList<>();
    Map<String, Object> text = map("type", "string");
    if (one) {
      parameters.add(pathParameter("featureId", "The feature's id", text));
      parameters.add(
          header("If-Match", "The ETag that the feature was read with, or *", true, text));
    }
    if (crs) {
      parameters.add(
          header(
              FeatureWriteRequestParser.CONTENT_CRS,
              "The coordinate system of the geometry, in angle brackets; WGS84, longitude first,"
                  + " without",
              false,
              text));
    }
    parameters.add(
        header(
            FeatureWriteRequestParser.REASON,
            "Why it is changed, for the audit trail",
            false,
            text));
    parameters.add(header(FeatureWriteRequestParser.SOURCE, "What that rests on", false, text));
    return parameters;
  }

  private static Map<String, Object> header(
      String name, String description, boolean required, Map<String, Object> schema) {
    return map(
        "name", name,
        "in", "header",
        "description", description,
        "required", required,
        "schema", schema);
  }

  private static Map<String, Object> body(List<String> types, Map<String, Object> schema) {
    Map<String, Object> content = new LinkedHashMap<>();
    types.forEach(type -> content.put(type, map("schema", schema)));
    return map("required", true, "content", content);
  }

  /** What the writers say of one thing, put together; empty where none says anything. */
  private static String sentence(List<Description> all, Function<Description, String> part) {
    return all.stream().map(part).filter(Objects::nonNull).collect(Collectors.joining(", or "));
  }

  private Map<String, Object> feature(OgcCollection collection, List<Description> all) {
    Set<String> settable = writers.settable(collection);
    Map<String, Object> properties = new LinkedHashMap<>();
    for (ExportField field : collection.fields()) {
      Map<String, Object> schema = Queryables.property(field);
      schema.put("nullable", true);
      if (!settable.contains(field.name())) {
        schema.put("readOnly", true);
      }
      properties.put(field.name(), schema);
    }
    for (Description one : all) {
      one.texts()
          .forEach(
              (name, title) ->
                  properties.put(name, map("type", "string", "title", title, "writeOnly", true)));
    }
    return map(
        "type",
        "object",
        "required",
        List.of("type", "geometry", "properties"),
        "properties",
        map(
            "type",
            map("type", "string", "enum", List.of("Feature")),
            "id",
            map("type", "string"),
            "geometry",
            map("type", "object", "title", "a GeoJSON geometry"),
            "properties",
            map("type", "object", "properties", properties, "additionalProperties", false)));
  }

  /** The same, of which anything may be left out. */
  private static Map<String, Object> patch(Map<String, Object> feature) {
    Map<String, Object> patch = new LinkedHashMap<>(feature);
    patch.remove("required");
    return patch;
  }

  private static Map<String, Object> responses(String done, String words, String draft) {
    Map<String, Object> responses = new LinkedHashMap<>();
    responses.put(
        done,
        done.equals("204") ? map("description", words) : response(words, content(Link.GEO_JSON)));
    if (!draft.isEmpty()) {
      responses.put("202", response(draft, content(Link.JSON)));
    }
    responses.put("400", map("$ref", "#/components/responses/BadRequest"));
    responses.put("401", map("$ref", "#/components/responses/BadKey"));
    responses.put("403", map("$ref", "#/components/responses/NotAllowed"));
    if (done.equals("201")) {
      responses.put("409", problem("There is a feature with that id"));
    } else {
      responses.put("404", map("$ref", "#/components/responses/NotThere"));
      responses.put("412", problem("The feature is not as it was when it was read"));
      responses.put("428", problem("If-Match is missing"));
      responses.put("409", problem("It cannot be changed any more"));
    }
    if (!done.equals("204")) {
      responses.put("413", problem("The body is too large"));
      responses.put("415", problem("The media type is not taken"));
    }
    return responses;
  }

  private static Map<String, Object> problem(String description) {
    return response(
        description,
        map(
            "application/problem+json",
            map("schema", map("$ref", "#/components/schemas/Problem"))));
  }
}
