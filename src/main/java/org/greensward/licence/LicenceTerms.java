package org.greensward.licence;

import java.time.Instant;

/**
 * The terms of a layer as they stand.
 *
 * @param version grows with flag, line, attribution and terms
 * @param acceptedAt when whoever asks accepted this version; null: not yet
 */
public record LicenceTerms(Licence licence, int version, Instant acceptedAt) {
  public boolean isAccepted() {
    return acceptedAt != null;
  }
}
