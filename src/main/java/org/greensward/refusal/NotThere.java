package org.greensward.refusal;

import java.util.List;

/** What was asked for does not exist; the sentence names what does. */
public class NotThere extends Refusal {
  private final transient List<Suggestion> suggestions;

  public NotThere(String sentence) {
    this(sentence, List.of());
  }

  /**
   * @param suggestions what may have been meant, likeliest first
   */
  public NotThere(String sentence, List<Suggestion> suggestions) {
    super(sentence);
    this.suggestions = List.copyOf(suggestions);
  }

  public List<Suggestion> suggestions() {
    return suggestions;
  }

  /**
   * Something that does exist.
   *
   * @param address its path in the service
   */
  public record Suggestion(String name, String address) {}
}
