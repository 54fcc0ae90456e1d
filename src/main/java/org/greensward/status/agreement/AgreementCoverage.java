package org.greensward.status.agreement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which land an agreement covers, in the way people say it; {@link #rows} is how the database has
 * it: a parcel's own row goes before the one of its asset type, and what has none is covered only
 * while no row puts anything in.
 *
 * @param onlyThese whether an asset type that comes later stays out
 * @param types asset types that are covered
 * @param parcelsIn references of parcels that are covered whatever their type
 * @param parcelsOut references of parcels that are not
 */
record AgreementCoverage(
    boolean onlyThese, Set<String> types, Set<String> parcelsIn, Set<String> parcelsOut) {

  /** A row of the table {@code agreement_cover}: one of the first two is null. */
  record Row(String assetType, String reference, boolean covers) {}

  AgreementCoverage {
    types = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(types));
    parcelsIn = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(parcelsIn));
    parcelsOut = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(parcelsOut));
  }

  /** Reads the rows of an agreement, given all asset types that there are. */
  static AgreementCoverage of(List<Row> rows, List<String> allTypes) {
    boolean anyIn = rows.stream().anyMatch(Row::covers);
    Set<String> named = new LinkedHashSet<>();
    Set<String> in = new LinkedHashSet<>();
    Set<String> out = new LinkedHashSet<>();
    Set<String> covered = new LinkedHashSet<>();
    for (Row row : rows) {
      if (row.reference != null) {
        (row.covers ? in : out).add(row.reference);
      } else {
        named.add(row.assetType);
        if (row.covers) {
          covered.add(row.assetType);
        }
      }
    }
    if (!anyIn) {
      covered.addAll(allTypes.stream().filter(type -> !named.contains(type)).toList());
    }
    return new AgreementCoverage(anyIn && !named.containsAll(allTypes), covered, in, out);
  }

  /** The fewest rows that say the same. */
  List<Row> rows(List<String> allTypes) {
    List<Row> rows = new ArrayList<>();
    // A parcel that is put in would take all else out, so what is in is named then.
    boolean nameIn = onlyThese || !parcelsIn.isEmpty();
    for (String type : allTypes) {
      boolean covered = types.contains(type);
      if (covered ? nameIn : !onlyThese) {
        rows.add(new Row(type, null, covered));
      }
    }
    parcelsIn.forEach(parcel -> rows.add(new Row(null, parcel, true)));
    parcelsOut.forEach(parcel -> rows.add(new Row(null, parcel, false)));
    return rows;
  }

  /** Whether anything is covered at all. */
  boolean coversAnything() {
    return !types.isEmpty() || !parcelsIn.isEmpty();
  }
}
