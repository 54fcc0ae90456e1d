package org.greensward.ogc.features;

import static org.greensward.ogc.common.OpenApiParts.map;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greensward.layer.export.ExportField;
import org.greensward.layer.feature.OgcCollection;
import org.greensward.ogc.common.FeatureWriters;
import org.greensward.ogc.common.OgcUrls;
import org.springframework.stereotype.Component;

/**
 * The schema of a collection's features, as they are written. Programs that would tell a field's
 * type by the first features (GDAL, and what is built on it) take it from here: a date or a number
 * that the first do not have would be a text to them.
 */
@Component
public class FeatureSchema {
  private final FeatureWriters writers;

  FeatureSchema(FeatureWriters writers) {
    this.writers = writers;
  }

  /** As JSON Schema. */
  public Map<String, Object> of(OgcCollection collection) {
    Set<String> settable = writers.settable(collection);
    Map<String, Object> properties = new LinkedHashMap<>();
    for (ExportField field : collection.fields()) {
      // A list of types, with null, would be none to GDAL: it reads OpenAPI's word for that.
      Map<String, Object> property = Queryables.property(field);
      property.put("nullable", true);
      if (!settable.isEmpty() && !settable.contains(field.name())) {
        property.put("readOnly", true);
      }
      properties.put(field.name(), property);
    }
    return map(
        "$schema",
        "https://json-schema.org/draft/2019-09/schema",
        "$id",
        OgcUrls.of(collection) + "/schema",
        "title",
        collection.title(),
        "description",
        collection.description() + " What is not known of a feature is null.",
        "type",
        "object",
        "required",
        List.of("type", "id", "geometry", "properties"),
        "properties",
        map(
            "type",
            map("type", "string", "enum", List.of("Feature")),
            "id",
            map("type", "string"),
            "geometry",
            Queryables.geometry(collection),
            "properties",
            map("type", "object", "properties", properties)));
  }
}
