package org.greensward.error;

import java.util.List;

/** What was asked for does not exist; the sentence names what does. */
public class NotFoundException extends UserException {
  private final transient List<Suggestion> suggestions;

  public NotFoundException(String sentence) {
    this(sentence, List.of());
  }

  /**
   * @param suggestions what may have been meant, likeliest first
   */
  public NotFoundException(String sentence, List<Suggestion> suggestions) {
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
