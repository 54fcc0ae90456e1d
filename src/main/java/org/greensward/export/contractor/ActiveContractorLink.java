package org.greensward.export.contractor;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.greensward.layer.export.ExportScope;

/**
 * A link that opens something now.
 *
 * @param slug of the contractor, for names of files
 * @param lots those of its lots that are still the contractor's; empty: no land at all
 * @param endsOn the first day on which it opens nothing
 */
record ActiveContractorLink(
    long id,
    String contractor,
    String slug,
    List<Lot> lots,
    LocalDate endsOn,
    String purpose,
    List<String> accepted) {

  /** A lot by its number, for queries, and its name, for people. */
  record Lot(long id, String name) {}

  /** Whether its holder has accepted the terms, as they stand, of all of some layers. */
  boolean hasAccepted(List<String> layers) {
    return accepted.containsAll(layers);
  }

  public String lotNames() {
    return lots.stream().map(Lot::name).collect(Collectors.joining(", "));
  }

  /** All land that it gives: by the database, so that nothing else can come with it. */
  ExportScope scope() {
    return ExportScope.ofLots(
        slug + "-lots",
        "%s; lots: %s; for the contractor until %s".formatted(contractor, lotNames(), endsOn),
        lots.stream().map(Lot::id).toArray(Long[]::new));
  }
}
