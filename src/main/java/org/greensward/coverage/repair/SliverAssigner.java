package org.greensward.coverage.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.greensward.coverage.CoverageFault;
import org.greensward.coverage.InscribedWidth;
import org.greensward.coverage.repair.FaceAssigner.Finding;
import org.greensward.coverage.repair.PlanarArrangement.Edge;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Slivers of a cell that are cut off from the rest of it once overlaps went to its neighbours. They
 * go to the lowest code beside them, or a parish would end in a dozen specks along its border.
 */
final class SliverAssigner {
  private final PlanarArrangement arrangement;
  private final Geometry[] geometries;
  private final int[] owners;
  private final List<List<Edge>> around;
  private final double width;

  /**
   * @param geometries all cells as they came
   * @param owners of each face; changed by {@link #settle}
   * @param around the edges of each face
   * @param width metres below which what is cut off is a sliver
   */
  SliverAssigner(
      PlanarArrangement arrangement,
      Geometry[] geometries,
      int[] owners,
      List<List<Edge>> around,
      double width) {
    this.arrangement = arrangement;
    this.geometries = geometries;
    this.owners = owners;
    this.around = around;
    this.width = width;
  }

  /** Adds each crumb to the findings, as an overlap of the two cells. */
  void settle(List<Finding> findings) {
    int[] before = owners.clone();
    for (List<Integer> part : smallerParts()) {
      int winner = winner(part, before);
      if (winner != FaceAssigner.NOBODY && part.stream().allMatch(this::sliver) && cutOff(part)) {
        int loser = before[part.get(0)];
        int[] both = {Math.min(loser, winner), Math.max(loser, winner)};
        for (int face : part) {
          owners[face] = winner;
          findings.add(
              new Finding(CoverageFault.Kind.OVERLAP, both, winner, arrangement.faces().get(face)));
        }
      }
    }
  }

  private boolean sliver(int face) {
    return InscribedWidth.narrower(arrangement.faces().get(face), width);
  }

  /** The connected parts of each cell, as faces, but for the largest of each. */
  private List<List<Integer>> smallerParts() {
    UnionFind groups = new UnionFind(owners.length);
    for (Edge edge : arrangement.edges()) {
      if (edge.left >= 0 && edge.right >= 0 && owners[edge.left] == owners[edge.right]) {
        groups.join(edge.left, edge.right);
      }
    }
    Map<Integer, List<Integer>> parts = new TreeMap<>();
    for (int face = 0; face < owners.length; face++) {
      if (owners[face] != FaceAssigner.NOBODY) {
        parts.computeIfAbsent(groups.find(face), k -> new ArrayList<>()).add(face);
      }
    }
    Map<Integer, Integer> largest = new TreeMap<>();
    parts.forEach(
        (group, part) ->
            largest.merge(
                owners[part.get(0)],
                group,
                (old, now) -> area(parts.get(now)) > area(parts.get(old)) ? now : old));
    largest.values().forEach(parts::remove);
    return List.copyOf(parts.values());
  }

  private double area(List<Integer> part) {
    return part.stream().mapToDouble(face -> arrangement.faces().get(face).getArea()).sum();
  }

  /** Whether a part is what is left of a larger one, and not a piece that the cell always had. */
  private boolean cutOff(List<Integer> part) {
    Envelope extent = new Envelope();
    for (int face : part) {
      extent.expandToInclude(arrangement.faces().get(face).getEnvelopeInternal());
    }
    extent.expandBy(width);
    Geometry cell = geometries[owners[part.get(0)]];
    for (int i = 0; i < cell.getNumGeometries(); i++) {
      if (extent.contains(cell.getGeometryN(i).getEnvelopeInternal())) {
        return false;
      }
    }
    return true;
  }

  /** The lowest cell along this part. */
  private int winner(List<Integer> part, int[] owners) {
    int loser = owners[part.get(0)];
    int winner = FaceAssigner.NOBODY;
    for (int face : part) {
      for (Edge edge : around.get(face)) {
        int beside = edge.left == face ? edge.right : edge.left;
        int owner = beside < 0 ? FaceAssigner.NOBODY : owners[beside];
        if (owner != FaceAssigner.NOBODY && owner != loser) {
          winner = winner == FaceAssigner.NOBODY ? owner : Math.min(winner, owner);
        }
      }
    }
    return winner;
  }
}
