package org.greensward.error;

/** What was asked for is there, but not for whoever asked; the sentence says why. */
public class ForbiddenException extends UserException {
  public ForbiddenException(String sentence) {
    super(sentence);
  }
}
