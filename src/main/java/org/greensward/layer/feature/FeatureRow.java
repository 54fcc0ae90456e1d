package org.greensward.layer.feature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.greensward.layer.export.ExportField;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A feature as it was read.
 *
 * @param values of the fields, in order: text, {@code Long}, {@code Double}, {@code LocalDate} or
 *     null
 * @param geometry as GeoJSON; null for none
 */
public record FeatureRow(String id, Object[] values, String geometry) {
  private static final int TAG_BYTES = 12;

  /**
   * The value of a property.
   *
   * @throws IllegalArgumentException when the collection has no such property
   */
  public Object value(OgcCollection collection, String name) {
    List<ExportField> fields = collection.fields();
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(name)) {
        return values[i];
      }
    }
    throw new IllegalArgumentException(name);
  }

  /** As GeoJSON, without what only says where it comes from. */
  public ObjectNode json(OgcCollection collection) {
    ObjectNode feature = JsonMapper.shared().createObjectNode();
    feature.put("type", "Feature");
    feature.put("id", id);
    feature.set("geometry", JsonMapper.shared().readTree(geometry == null ? "null" : geometry));
    ObjectNode properties = feature.putObject("properties");
    List<ExportField> fields = collection.fields();
    for (int i = 0; i < fields.size(); i++) {
      Object value = values[i];
      if (value instanceof Double number) {
        properties.put(fields.get(i).name(), number);
      } else if (value instanceof Long number) {
        properties.put(fields.get(i).name(), number);
      } else {
        properties.put(fields.get(i).name(), value == null ? null : value.toString());
      }
    }
    return feature;
  }

  /** What changes whenever the feature does: for its ETag, without quotes. */
  public String tag() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(Arrays.deepToString(values).getBytes(StandardCharsets.UTF_8));
      digest.update(String.valueOf(geometry).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(), 0, TAG_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
