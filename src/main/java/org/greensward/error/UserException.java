package org.greensward.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that was asked for cannot be done, through no fault of the program. The message is one
 * sentence for people: what is wrong, where, and what to do. Where several rows of a file are at
 * fault, each has a line of its own in {@link #details()}.
 */
public class UserException extends RuntimeException {
  private final transient List<String> details;

  public UserException(String sentence) {
    this(sentence, List.of());
  }

  public UserException(String sentence, List<String> details) {
    super(sentence);
    this.details = List.copyOf(details);
  }

  public UserException(String sentence, Throwable cause) {
    super(sentence, cause);
    this.details = List.of();
  }

  /** Further lines, one a fault; empty when the sentence says it all. */
  public List<String> details() {
    return details;
  }

  /** The refusal in a chain of causes, or null when there is none. */
  public static @Nullable UserException findIn(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof UserException refusal) {
        return refusal;
      }
    }
    return null;
  }
}
