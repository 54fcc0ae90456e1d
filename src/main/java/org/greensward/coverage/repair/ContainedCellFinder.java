package org.greensward.coverage.repair;

import java.util.List;
import org.greensward.coverage.SegmentTable.Run;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.hprtree.HPRtree;

/** Finds cells that lie on top of others without their borders ever crossing. */
final class ContainedCellFinder {
  private ContainedCellFinder() {}

  /**
   * Adds the pairs to the troubles. One point for each unshared stretch is enough: along a stretch
   * that crosses no other it is either all covered or not at all.
   */
  static void find(List<Run> runs, Geometry[] geometries, CoverageEdgeChecker troubles) {
    HPRtree index = new HPRtree();
    for (int cell = 0; cell < geometries.length; cell++) {
      if (!geometries[cell].isEmpty()) {
        index.insert(geometries[cell].getEnvelopeInternal(), cell);
      }
    }
    for (Run run : runs) {
      if (!run.shared()) {
        Coordinate middle = LineSegment.midPoint(run.line()[0], run.line()[1]);
        for (Object found : index.query(new Envelope(middle))) {
          int cell = (int) found;
          if (cell != run.cell()
              && SimplePointInAreaLocator.locate(middle, geometries[cell]) != Location.EXTERIOR) {
            troubles.add(run.cell(), cell);
          }
        }
      }
    }
  }
}
