package org.greensward.layer.feature;

import java.time.LocalDate;
import java.util.function.Supplier;

/** Reads the current representation of a feature, for the writers that change it. */
public interface FeatureSource {
  /**
   * The feature at a date.
   *
   * @throws org.greensward.error.NotFoundException when there is none
   * @throws org.greensward.error.ForbiddenException when its licence closes it to the account
   */
  FeatureRow get(OgcCollection collection, String id, LocalDate at, OgcCrs crs);

  /**
   * The same, if the condition of a request matches one of its representations.
   *
   * @param what names the feature in the sentence of a refusal
   * @throws ProblemException 428 without a condition, 412 when it does not match
   */
  FeatureRow getMatching(
      OgcCollection collection, String id, LocalDate at, FeatureWriteRequest request, String what);

  /** Reads within one snapshot of the database. */
  <T> T inOneSnapshot(Supplier<T> reading);
}
