package org.greensward.revision.events;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.greensward.error.UserException;

/**
 * How far a listener has heard: the revision of each layer, written {@code
 * boundaries:3,context:1,land:12,parishes:8}.
 *
 * @param revisions by layer; layers that are not named were never heard of
 */
record RevisionVector(Map<String, Long> revisions) {
  private static final Pattern FORM =
      Pattern.compile("[a-z]{1,30}:\\d{1,18}(,[a-z]{1,30}:\\d{1,18}){0,20}");

  /**
   * Reads what {@link #toString()} writes.
   *
   * @param name of the parameter or header, for the sentence
   * @throws UserException when it is of another form
   */
  static RevisionVector parse(String name, String text) {
    if (!FORM.matcher(text).matches()) {
      throw new UserException(
          "%s=%s is not a list of revisions; write it as the ids of events are, for example"
                  .formatted(name, text)
              + " since=land:12,parishes:8.");
    }
    Map<String, Long> revisions = new TreeMap<>();
    for (String part : text.split(",")) {
      int colon = part.indexOf(':');
      revisions.put(part.substring(0, colon), Long.valueOf(part.substring(colon + 1)));
    }
    return new RevisionVector(revisions);
  }

  @Override
  public String toString() {
    return new TreeMap<>(revisions)
        .entrySet().stream()
            .map(layer -> layer.getKey() + ":" + layer.getValue())
            .collect(Collectors.joining(","));
  }
}
