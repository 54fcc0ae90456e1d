package org.greensward.land.importing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.greensward.database.BinaryCopy;
import org.greensward.land.importing.ParcelSplitter.Cut;

/**
 * The pieces of new parcels, reckoned from their parts as the function {@code cut_parcel} of the
 * schema does it.
 */
final class PieceRows {
  /** Of two parts that differ by less, in m2, another may find the other larger. */
  private static final double SAME_M2 = 1e-6;

  private static final Comparator<Cut> INSIDE_THEN_LARGEST =
      Comparator.comparing((Cut cut) -> cut.parish() == null)
          .thenComparing(Comparator.comparingDouble(Cut::areaM2).reversed());

  private final BinaryCopy.Rows rows = new BinaryCopy.Rows(5);

  /**
   * A new parcel as the store has it.
   *
   * @param id its id
   * @param area whether it is measured in m2
   * @param undivided whether its contract gives it whole to the parish with most of it
   * @param drawn as drawn, in its unit
   * @param quantity as measured, or else as drawn, in its unit
   */
  record Parcel(long id, boolean area, boolean undivided, double drawn, double quantity) {}

  /**
   * Adds the pieces of a parcel.
   *
   * @param cuts its parts in the order of the parishes
   * @return false where it is not clear what they are; none is added then
   */
  boolean add(Parcel parcel, List<Cut> cuts) {
    if (cuts.isEmpty()) {
      return false;
    }
    if (cuts.get(0).ewkb() == null) {
      addWhole(parcel, cuts.get(0));
      return true;
    }
    if (!parcel.area) {
      return false;
    }
    if (parcel.undivided) {
      Optional<Cut> most = most(cuts);
      most.ifPresent(cut -> addWhole(parcel, cut));
      return most.isPresent();
    }
    addShares(parcel, cuts);
    return true;
  }

  /** All pieces: land_id, parish_id, geom, drawn, quantity. */
  BinaryCopy.Rows rows() {
    return rows;
  }

  private void addWhole(Parcel parcel, Cut cut) {
    rows.add(parcel.id, cut.parish(), null, parcel.drawn, parcel.quantity);
  }

  /** The last part takes what the others left, so that they sum to the parcel. */
  private void addShares(Parcel parcel, List<Cut> cuts) {
    double total = cuts.stream().mapToDouble(Cut::areaM2).sum();
    double given = 0;
    for (Cut cut : cuts) {
      boolean last = cut == cuts.get(cuts.size() - 1);
      double share = last ? parcel.quantity - given : parcel.quantity * cut.areaM2() / total;
      given += share;
      rows.add(parcel.id, cut.parish(), cut.ewkb(), cut.areaM2(), share);
    }
  }

  /** The parish with most of a parcel; a part outside comes last. Empty where two have as much. */
  private static Optional<Cut> most(List<Cut> cuts) {
    List<Cut> ordered = cuts.stream().sorted(INSIDE_THEN_LARGEST).toList();
    boolean clear =
        ordered.size() == 1
            || ordered.get(1).parish() == null
            || ordered.get(0).areaM2() - ordered.get(1).areaM2() > SAME_M2;
    return clear ? Optional.of(ordered.get(0)) : Optional.empty();
  }
}
