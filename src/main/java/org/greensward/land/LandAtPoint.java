package org.greensward.land;

import java.time.LocalDate;

/**
 * A piece of land near a place, who looks after it, and what that rests on.
 *
 * @param name of the street or park; null when it has none
 * @param unit {@code m2}, {@code m} or {@code item}
 * @param quantity of the whole parcel, in {@code unit}
 * @param owner the body that owns it; null when it is not known
 * @param lookedAfterBy the body that does the work; null when it is not known
 * @param kind of that body: {@code council}, {@code contractor}, {@code authority}, {@code trust},
 *     {@code company} or {@code other}
 * @param since the first day of what makes it that body: of the status, of the contract or of the
 *     parcel's own maintainer; null when it is not known
 * @param basis of that claim: {@code documented} or {@code illustrative}
 * @param source of that claim; null when none is recorded
 * @param council slug of the council whose parish it lies in, null outside all
 * @param contract title of the contract in force for its lot, null when there is none
 * @param visits a year that its regime asks for; null when it has none
 * @param seasonFrom month and day, {@code 03-15}, on which the season of visits begins; may be null
 * @param seasonTo the last day of it
 * @param recorded the day on which the parcel was last read in
 * @param metres from the place to it; 0 when the place lies in it
 * @param lon its point nearest to the place, WGS84 degrees
 */
@SuppressWarnings("InvalidParam") // "contractor" is a word of kind, not the parameter contract
public record LandAtPoint(
    String reference,
    String assetType,
    String label,
    String unit,
    String name,
    double quantity,
    String owner,
    String lookedAfterBy,
    String kind,
    LocalDate since,
    String basis,
    String source,
    String council,
    String contract,
    Double visits,
    String seasonFrom,
    String seasonTo,
    LocalDate recorded,
    double metres,
    double lon,
    double lat) {

  /** Nearer than this, in metres, a point counts as in the land: a tap is not more exact. */
  private static final double IN_IT = 0.5;

  /** Whether the place lies in it. */
  public boolean here() {
    return metres < IN_IT;
  }
}
