package org.greensward.licence;

import org.greensward.refusal.NotAllowed;

/** Whoever asks may have it once the terms of a layer are accepted, and of no more before that. */
public final class TermsNotAccepted extends NotAllowed {
  private final String layer;

  TermsNotAccepted(String layer, String sentence) {
    super(sentence);
    this.layer = layer;
  }

  /** The layer whose terms come first, at {@code /licences/{layer}}. */
  public String layer() {
    return layer;
  }
}
