package org.greensward.error;

/** What was asked for can be had another time, as the sentence says. */
public class UnavailableException extends UserException {
  private final int seconds;

  /**
   * @param seconds after which to try again
   */
  public UnavailableException(String sentence, int seconds) {
    super(sentence);
    this.seconds = seconds;
  }

  public int seconds() {
    return seconds;
  }
}
