package org.greensward.layer.feature;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The result of a request that changes a feature. */
public sealed interface WriteResult {

  /**
   * The feature was written.
   *
   * @param at the date whose state it is: the working date, where the feature is there then
   * @param warnings what its sender ought to know
   */
  record Written(FeatureRow row, LocalDate at, List<String> warnings) implements WriteResult {}

  /** The feature was deleted. */
  record Deleted() implements WriteResult {}

  /**
   * Nothing was changed: the request was kept as a draft, on which others decide.
   *
   * @param title the same for every draft of its kind
   * @param detail what was kept, and what its sender does next
   * @param properties of the draft, by name, in order
   * @param page path of its page
   * @param collection that has it as a feature
   * @param id of that feature
   */
  record DraftKept(
      String title,
      String detail,
      Map<String, String> properties,
      String page,
      OgcCollection collection,
      String id)
      implements WriteResult {}
}
