package org.greensward.coverage;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a repair made.
 *
 * @param cells one cell for each code, in the order in which the codes first came; each geometry is
 *     a valid MultiPolygon, empty where the cell was lost
 * @param changed codes of the cells whose shape or vertices differ from what came in
 * @param faults what was wrong: first by kind, then by code
 */
public record RepairedCoverage(
    List<CoverageCell> cells, Set<String> changed, List<CoverageFault> faults) {

  /** How many faults there are of each kind; kinds without any are left out. */
  public Map<CoverageFault.Kind, Long> counts() {
    Map<CoverageFault.Kind, Long> counts = new EnumMap<>(CoverageFault.Kind.class);
    faults.forEach(fault -> counts.merge(fault.kind(), 1L, Long::sum));
    return counts;
  }

  /** The faults of one kind. */
  public List<CoverageFault> listFaults(CoverageFault.Kind kind) {
    return faults.stream().filter(fault -> fault.kind() == kind).toList();
  }
}
