package org.greensward.coverage;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Something that was wrong with a coverage, and what was done about it.
 *
 * <p>Overlaps, and gaps that were closed, are one fault for each set of cells and receiver, however
 * many places they touch in: two borders drawn by different hands cross hundreds of times. A gap
 * left open is a fault of its own.
 *
 * @param kind what was wrong
 * @param codes the cells concerned, in order of code
 * @param receiver the code that the area went to, or null where nothing was given away
 * @param areaM2 square metres in question: overlapping, missing, or by how much a repaired ring
 *     differs
 * @param places how many separate places this stands for, at least 1
 * @param place a point inside the largest of them, or on the faulty ring; null for a cell that came
 *     without any geometry
 * @param detail a few words for people: the reason of an invalid ring with its areas before and
 *     after
 * @param evidence the area in question; the original shape of a lost cell; the point of an invalid
 *     ring
 */
public record CoverageFault(
    Kind kind,
    List<String> codes,
    String receiver,
    double areaM2,
    int places,
    Coordinate place,
    String detail,
    Geometry evidence) {

  /** What can be wrong. */
  public enum Kind {
    /** A polygon that crosses or touches itself; it was repaired. */
    INVALID_RING,
    /** Several rows under one code; they were joined. */
    REPEATED_CODE,
    /** Cells with the same shape; the first in order of code keeps it. */
    DUPLICATE_GEOMETRY,
    /** Area claimed by several cells; the receiver has it now. */
    OVERLAP,
    /** Area that no cell claims; without a receiver it was left open. */
    GAP,
    /** A cell that came without any area. */
    EMPTY,
    /** A cell that had area and has none after the repair. */
    LOST,
    /**
     * Cells that still don't fit together: the repair failed here, and they should be looked at.
     */
    UNREPAIRED
  }

  public CoverageFault {
    codes = List.copyOf(codes);
  }

  /** Who got the area, or empty where nobody did. */
  public Optional<String> findReceiver() {
    return Optional.ofNullable(receiver);
  }

  /**
   * How wide the widest place is: the diameter in metres of the largest circle that fits in it,
   * found to about 5 %. Worked out at each call.
   */
  public double widthM() {
    return InscribedWidth.width(evidence);
  }

  /** The evidence as WKT, written at each call; long for long borders. */
  public String evidenceWkt() {
    return evidence.toText();
  }
}
