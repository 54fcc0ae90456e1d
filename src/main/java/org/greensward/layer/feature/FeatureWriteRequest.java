package org.greensward.layer.feature;

import tools.jackson.databind.node.ObjectNode;

/**
 * A request to change a feature, read.
 *
 * @param body null for a deletion
 * @param patch whether the body says what is to be other, and not the whole feature
 * @param crs of the geometry that is sent, and of the answer
 * @param condition null where there is none
 * @param reason null where none was given
 * @param source what that rests on; null where none was given
 */
public record FeatureWriteRequest(
    ObjectNode body, boolean patch, OgcCrs crs, IfMatch condition, String reason, String source) {
  private static final String USUAL_REASON = "Changed by a program (OGC API)";

  /** Why it is done, for the audit trail; it always says something. */
  public String why() {
    return reason == null ? USUAL_REASON : reason;
  }

  /** The whole feature that is wanted, from the one that is served. */
  public FeatureBody wanted(FeatureRow served, OgcCollection collection) {
    return FeatureBody.of(patch ? MergePatch.apply(served.json(collection), body) : body);
  }
}
