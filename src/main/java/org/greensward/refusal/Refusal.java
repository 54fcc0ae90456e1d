package org.greensward.refusal;

import java.util.List;

/**
 * Something that was asked for cannot be done, through no fault of the program. The message is one
 * sentence for people: what is wrong, where, and what to do. Where several rows of a file are at
 * fault, each has a line of its own in {@link #details()}.
 */
public class Refusal extends RuntimeException {
  private final transient List<String> details;

  public Refusal(String sentence) {
    this(sentence, List.of());
  }

  public Refusal(String sentence, List<String> details) {
    super(sentence);
    this.details = List.copyOf(details);
  }

  public Refusal(String sentence, Throwable cause) {
    super(sentence, cause);
    this.details = List.of();
  }

  /** Further lines, one a fault; empty when the sentence says it all. */
  public List<String> details() {
    return details;
  }

  /** The refusal in a chain of causes, or null when there is none. */
  public static Refusal findIn(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof Refusal refusal) {
        return refusal;
      }
    }
    return null;
  }
}
