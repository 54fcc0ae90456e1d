package org.greensward.refusal;

/** What was asked for does not exist; the sentence names what does. */
public class NotThere extends Refusal {
  public NotThere(String sentence) {
    super(sentence);
  }
}
