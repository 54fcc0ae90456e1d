package org.greensward.refusal;

/** Whoever asked has asked too often; the sentence says when to come again. */
public final class TooMany extends TryLater {
  /**
   * @param seconds after which to try again
   */
  public TooMany(String sentence, int seconds) {
    super(sentence, seconds);
  }
}
