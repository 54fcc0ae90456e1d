package org.greensward.land.page;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import org.greensward.land.LandAtPoint;
import org.greensward.status.ParishAtPoint;

/**
 * Who looks after a place.
 *
 * @param lon of the place, WGS84 degrees
 * @param at the date whose state is told
 * @param metres how far around the place land was looked for
 * @param parish that the place lies in; null outside all
 * @param here the land that the place lies in: one, or more where parcels overlap, or none
 * @param near other land around, nearest first
 * @param report where to report a problem here; null when the authority has no such address
 */
record WhoAnswer(
    double lon,
    double lat,
    LocalDate at,
    double metres,
    ParishAtPoint parish,
    List<LandAtPoint> here,
    List<LandAtPoint> near,
    String report) {
  private static final double A_FEW_METRES = 10;

  /** The land that a place misses by a few metres; null when it lies in some, or far from any. */
  @JsonIgnore
  public LandAtPoint nearest() {
    return here.isEmpty() && !near.isEmpty() && near.get(0).metres() <= A_FEW_METRES
        ? near.get(0)
        : null;
  }
}
