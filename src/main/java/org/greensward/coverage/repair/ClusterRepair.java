package org.greensward.coverage.repair;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.greensward.coverage.Polygons;
import org.greensward.coverage.SegmentTable.Run;
import org.greensward.coverage.repair.CoverageEdgeChecker.GapBridge;
import org.greensward.coverage.repair.PlanarArrangement.Edge;
import org.greensward.coverage.repair.PlanarArrangement.Label;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.util.GeometryEditor;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.noding.NodedSegmentString;

/** Repairs cells in trouble together with all cells that touch them. */
final class ClusterRepair {
  /** Metres that a vertex made by noding may be off the line through its neighbours. */
  private static final double STRAIGHT = CoverageEdgeChecker.SNAP / 100;

  private ClusterRepair() {}

  /**
   * @param changed the new geometry, normalised, of each cell that differs from before
   * @param findings overlaps and closed gaps
   */
  record Result(Map<Integer, Geometry> changed, List<FaceAssigner.Finding> findings) {}

  /**
   * @param members the cells of the cluster
   * @param runs the runs that have a member on one side at least
   * @param bridges the bridges between members
   * @param geometries all cells
   * @throws org.locationtech.jts.geom.TopologyException if the borders can't be noded
   */
  static Result repair(
      BitSet members,
      List<Run> runs,
      List<GapBridge> bridges,
      Geometry[] geometries,
      double gapWidth) {
    PlanarArrangement arrangement = PlanarArrangement.of(lines(members, runs, bridges));
    FaceAssigner owners = new FaceAssigner(arrangement, geometries, gapWidth);
    Map<Integer, List<Geometry>> parts = new TreeMap<>();
    members.stream().forEach(cell -> parts.put(cell, new ArrayList<>()));
    for (int face = 0; face < arrangement.faces().size(); face++) {
      if (owners.of(face) != FaceAssigner.NOBODY) {
        parts.get(owners.of(face)).add(arrangement.faces().get(face));
      }
    }
    Set<Coordinate> superfluous = superfluous(arrangement, owners, runs);
    Map<Integer, Geometry> changed = new TreeMap<>();
    parts.forEach(
        (cell, faces) -> {
          Geometry before = geometries[cell];
          Geometry after = without(superfluous, union(before, faces));
          if (after.getNumPoints() != before.getNumPoints()
              || !Polygons.multi(after).equalsExact(Polygons.multi(before.norm()))) {
            changed.put(cell, after.isValid() ? after : untouching(after));
          }
        });
    return new Result(changed, owners.findings());
  }

  private static List<NodedSegmentString> lines(
      BitSet members, List<Run> runs, List<GapBridge> bridges) {
    List<NodedSegmentString> lines = new ArrayList<>();
    for (Run run : runs) {
      boolean right = members.get(run.cell());
      boolean left = run.shared() && members.get(run.partner());
      int[] winding = right ? WindingNumbers.of(run.cell(), 1) : WindingNumbers.NOWHERE;
      if (left) {
        winding = WindingNumbers.plus(winding, WindingNumbers.of(run.partner(), -1), 1);
      }
      boolean rim = run.shared() && left != right;
      lines.add(new NodedSegmentString(run.line(), new Label(winding, rim, false)));
    }
    for (GapBridge bridge : bridges) {
      Coordinate[] line = {bridge.start(), bridge.end()};
      lines.add(new NodedSegmentString(line, new Label(WindingNumbers.NOWHERE, false, true)));
    }
    return lines;
  }

  private static Geometry union(Geometry before, List<Geometry> faces) {
    if (faces.isEmpty()) {
      return before.getFactory().createMultiPolygon();
    }
    Geometry union =
        faces.size() == 1 ? faces.get(0) : CoverageUnion.union(faces.toArray(Geometry[]::new));
    return before.getFactory().createGeometry(union).norm();
  }

  /** JTS's coverage union leaves a ring that touches itself in a vertex as one ring. */
  private static Geometry untouching(Geometry union) {
    return GeometryFixer.fix(union).norm();
  }

  /**
   * Vertices that only the noding made, where a border that is gone met one that stays: no input
   * vertex, two edges, no corner.
   */
  private static Set<Coordinate> superfluous(
      PlanarArrangement arrangement, FaceAssigner owners, List<Run> runs) {
    Map<Coordinate, List<Coordinate>> next = new HashMap<>();
    for (Edge edge : arrangement.edges()) {
      if (owners.of(edge.left) != owners.of(edge.right)) {
        int last = edge.line.length - 1;
        next.computeIfAbsent(edge.line[0], k -> new ArrayList<>()).add(edge.line[1]);
        next.computeIfAbsent(edge.line[last], k -> new ArrayList<>()).add(edge.line[last - 1]);
      }
    }
    Set<Coordinate> superfluous = new HashSet<>();
    next.forEach(
        (node, others) -> {
          if (others.size() == 2
              && Distance.pointToSegment(node, others.get(0), others.get(1)) <= STRAIGHT) {
            superfluous.add(node);
          }
        });
    for (Run run : runs) {
      for (Coordinate vertex : run.line()) {
        superfluous.remove(vertex);
      }
    }
    return superfluous;
  }

  private static Geometry without(Set<Coordinate> superfluous, Geometry geometry) {
    if (superfluous.isEmpty()) {
      return geometry;
    }
    var edit =
        new GeometryEditor.CoordinateOperation() {
          @Override
          public Coordinate[] edit(Coordinate[] line, Geometry ring) {
            return ring instanceof LinearRing ? thin(line, superfluous) : line;
          }
        };
    return new GeometryEditor(geometry.getFactory()).edit(geometry, edit).norm();
  }

  private static Coordinate[] thin(Coordinate[] ring, Set<Coordinate> superfluous) {
    List<Coordinate> kept = new ArrayList<>();
    for (int i = 0; i < ring.length - 1; i++) {
      if (!superfluous.contains(ring[i])) {
        kept.add(ring[i]);
      }
    }
    if (kept.size() == ring.length - 1) {
      return ring;
    }
    kept.add(kept.get(0));
    return kept.toArray(Coordinate[]::new);
  }
}
