package org.greensward.licence;

import org.greensward.error.ForbiddenException;

/** Whoever asks may have it once the terms of a layer are accepted, and of no more before that. */
public final class TermsNotAcceptedException extends ForbiddenException {
  private final String layer;

  TermsNotAcceptedException(String layer, String sentence) {
    super(sentence);
    this.layer = layer;
  }

  /** The layer whose terms come first, at {@code /licences/{layer}}. */
  public String layer() {
    return layer;
  }
}
