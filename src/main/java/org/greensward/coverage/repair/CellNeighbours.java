package org.greensward.coverage.repair;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greensward.coverage.SegmentTable.Run;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.hprtree.HPRtree;

/** Which cells touch or overlap a cell; looked up when asked, then remembered. */
final class CellNeighbours {
  private final Geometry[] geometries;
  private final HPRtree index = new HPRtree();
  private final Map<Integer, BitSet> sharing = new HashMap<>();
  private final Map<Integer, BitSet> known = new HashMap<>();

  CellNeighbours(Geometry[] geometries, List<Run> runs) {
    this.geometries = geometries;
    for (int cell = 0; cell < geometries.length; cell++) {
      if (!geometries[cell].isEmpty()) {
        index.insert(geometries[cell].getEnvelopeInternal(), cell);
      }
    }
    for (Run run : runs) {
      if (run.shared()) {
        sharing.computeIfAbsent(run.cell(), k -> new BitSet()).set(run.partner());
        sharing.computeIfAbsent(run.partner(), k -> new BitSet()).set(run.cell());
      }
    }
  }

  /** Not to be changed by the caller. */
  BitSet of(int cell) {
    return known.computeIfAbsent(cell, this::search);
  }

  private BitSet search(int cell) {
    BitSet touching = (BitSet) sharing.getOrDefault(cell, new BitSet()).clone();
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(geometries[cell]);
    for (Object found : index.query(geometries[cell].getEnvelopeInternal())) {
      int other = (int) found;
      if (other != cell && !touching.get(other) && prepared.intersects(geometries[other])) {
        touching.set(other);
      }
    }
    return touching;
  }
}
