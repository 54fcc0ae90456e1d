package org.greensward.layer.feature;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greensward.error.UserException;
import org.greensward.layer.export.ExportField;

/**
 * How a feature that was sent differs from the one that is served.
 *
 * @param values of all properties that can be set: as sent, null where they were left out
 * @param changed names of those that are other than served
 */
public record FeatureDifference(Map<String, Object> values, Set<String> changed) {

  /**
   * Compares the properties.
   *
   * @param settable what can be given another value; the rest is refused where it has one
   * @param besides texts that may be sent and that are not served
   * @param leftOut whether a property that was left out is to be null; else it stays as it is
   */
  public static FeatureDifference of(
      OgcCollection collection,
      FeatureRow served,
      FeatureBody sent,
      Set<String> settable,
      List<String> besides,
      boolean leftOut) {
    requireItself(served.id(), sent.id());
    Map<String, Object> given = RequestProperties.read(sent.properties(), collection, besides);
    Map<String, Object> values = new LinkedHashMap<>();
    Set<String> changed = new LinkedHashSet<>();
    List<ExportField> fields = collection.fields();
    for (int i = 0; i < fields.size(); i++) {
      String name = fields.get(i).name();
      Object was = served.values()[i];
      boolean set = settable.contains(name);
      Object value = given.containsKey(name) || set && leftOut ? given.get(name) : was;
      if (set) {
        values.put(name, value);
      }
      if (!RequestProperties.isSame(value, was)) {
        if (!set) {
          throw readOnly(name, settable);
        }
        changed.add(name);
      }
    }
    besides.forEach(name -> values.putIfAbsent(name, given.get(name)));
    return new FeatureDifference(values, changed);
  }

  /**
   * @throws UserException when a feature is sent with the id of another
   */
  private static void requireItself(String id, String sent) {
    if (sent != null && !sent.equals(id)) {
      throw new UserException("The feature's id stays " + id + "; leave it out, or send that.");
    }
  }

  public static UserException readOnly(String name, Set<String> settable) {
    return new UserException(
        "%s cannot be set: it follows from the rest, or stays as it is. Send it as it was served, or"
                .formatted(name)
            + " leave it out. What can be set: geometry, "
            + RequestProperties.list(settable.stream())
            + ".");
  }
}
