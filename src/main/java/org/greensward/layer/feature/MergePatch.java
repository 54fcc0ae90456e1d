package org.greensward.layer.feature;

import java.util.List;
import java.util.Map;
import org.greensward.error.UserException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON Merge Patch (RFC 7396) of a feature. */
public final class MergePatch {
  private static final List<String> MEMBERS = List.of("type", "id", "geometry", "properties");

  private MergePatch() {}

  /**
   * Changes a feature as a patch says. A property that is set to null stays as null, so that it can
   * still be told from one that was left out.
   *
   * @throws UserException when the patch has a member that no feature has
   */
  public static ObjectNode apply(ObjectNode feature, ObjectNode patch) {
    for (String member : patch.propertyNames()) {
      if (!MEMBERS.contains(member)) {
        throw new UserException(
            "A patch of a feature has the members %s; put %s into properties."
                .formatted(String.join(", ", MEMBERS), shortened(member)));
      }
    }
    merge(feature, patch, 0);
    return feature;
  }

  private static void merge(ObjectNode target, ObjectNode patch, int depth) {
    for (Map.Entry<String, JsonNode> member : patch.properties()) {
      JsonNode value = member.getValue();
      if (value.isNull() && depth > 1) {
        target.remove(member.getKey());
      } else if (value instanceof ObjectNode part) {
        ObjectNode inner =
            target.path(member.getKey()) instanceof ObjectNode there ? there : target.objectNode();
        target.set(member.getKey(), inner);
        merge(inner, part, depth + 1);
      } else {
        target.set(member.getKey(), value);
      }
    }
  }

  static String shortened(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "..." : text;
  }
}
