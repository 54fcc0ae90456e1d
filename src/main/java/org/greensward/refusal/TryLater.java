package org.greensward.refusal;

/** What was asked for can be had another time, as the sentence says. */
public class TryLater extends Refusal {
  private final int seconds;

  /**
   * @param seconds after which to try again
   */
  public TryLater(String sentence, int seconds) {
    super(sentence);
    this.seconds = seconds;
  }

  public int seconds() {
    return seconds;
  }
}
