package org.greensward.error;

/** Whoever asked has asked too often; the sentence says when to come again. */
public final class RateLimitedException extends UnavailableException {
  /**
   * @param seconds after which to try again
   */
  public RateLimitedException(String sentence, int seconds) {
    super(sentence, seconds);
  }
}
