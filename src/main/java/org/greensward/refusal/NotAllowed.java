package org.greensward.refusal;

/** What was asked for is there, but not for whoever asked; the sentence says why. */
public class NotAllowed extends Refusal {
  public NotAllowed(String sentence) {
    super(sentence);
  }
}
