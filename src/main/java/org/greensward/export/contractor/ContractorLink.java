package org.greensward.export.contractor;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A link as officers see it; its secret is not kept.
 *
 * @param lots names of the lots that it is limited to
 * @param endsOn the first day on which it opens nothing
 * @param madeBy the office; null when a program did
 * @param state {@code open}, {@code ended} or {@code revoked}
 * @param accepted when its holder last accepted terms; null: not yet
 * @param lastUsed when a file was last made for it; null: never
 * @param downloads how many files were made for it
 */
record ContractorLink(
    long id,
    String contractor,
    String lots,
    LocalDate endsOn,
    String purpose,
    Instant createdAt,
    String madeBy,
    String state,
    Instant accepted,
    Instant lastUsed,
    long downloads) {

  boolean isOpen() {
    return state.equals("open");
  }
}
