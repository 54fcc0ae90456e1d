package org.greensward.layer.feature;

import org.greensward.error.UserException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A GeoJSON feature that was sent. Members that are foreign to it are left aside: what is served
 * has some.
 *
 * @param id null where there is none
 * @param geometry null where there is none
 * @param properties empty where there are none
 */
public record FeatureBody(String id, ObjectNode geometry, ObjectNode properties) {

  /**
   * The feature of a body.
   *
   * @throws UserException when it is none, or names a coordinate system of its own
   */
  public static FeatureBody of(ObjectNode body) {
    String type = body.path("type").asString("");
    if (!type.equals("Feature")) {
      throw new UserException(
          type.equals("FeatureCollection")
              ? "Features are sent one at a time; send each by itself."
              : "What was sent is no GeoJSON feature: its member type has to be Feature.");
    }
    return new FeatureBody(
        id(body.path("id")),
        geometry(body.path("geometry")),
        refuseCrs(body) && isNone(body.path("properties"))
            ? JsonNodeFactory.instance.objectNode()
            : object(body.path("properties"), "properties"));
  }

  private static boolean refuseCrs(ObjectNode body) {
    if (!isNone(body.path("crs"))) {
      throw new UserException("Name the coordinate system in the header Content-Crs, not in crs.");
    }
    return true;
  }

  private static String id(JsonNode id) {
    if (isNone(id)) {
      return null;
    }
    if (!id.isString() && !id.isNumber()) {
      throw new UserException("The member id has to be a text or a number.");
    }
    return id.asString();
  }

  private static ObjectNode geometry(JsonNode geometry) {
    if (isNone(geometry)) {
      return null;
    }
    ObjectNode object = object(geometry, "geometry");
    refuseCrs(object);
    return object;
  }

  private static ObjectNode object(JsonNode node, String name) {
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new UserException("The member " + name + " has to be a JSON object.");
  }

  private static boolean isNone(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }
}
