package org.greensward.coverage.repair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.greensward.coverage.CoverageFault;
import org.greensward.coverage.InscribedWidth;
import org.greensward.coverage.repair.PlanarArrangement.Edge;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Says which cell each face of an arrangement belongs to, by the rules that {@link CoverageRepair}
 * states. Cells are numbered in order of code, so that lower number and lower code are the same.
 */
final class FaceAssigner {
  static final int NOBODY = -1;

  private final PlanarArrangement arrangement;
  private final Geometry[] geometries;
  private final double gapWidth;
  private final int[] owners;
  private final boolean[] closing;
  private final List<List<Edge>> around = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  /** A face that was given to a cell, or to nobody. */
  record Finding(CoverageFault.Kind kind, int[] cells, int receiver, Polygon face) {}

  /**
   * @param geometries all cells as they came
   * @param gapWidth metres below which a gap is closed
   */
  FaceAssigner(PlanarArrangement arrangement, Geometry[] geometries, double gapWidth) {
    this.arrangement = arrangement;
    this.geometries = geometries;
    this.gapWidth = gapWidth;
    owners = new int[arrangement.faces().size()];
    closing = new boolean[owners.length];
    settleCovered();
    arrangement.faces().forEach(face -> around.add(new ArrayList<>()));
    for (Edge edge : arrangement.edges()) {
      if (edge.left != PlanarArrangement.OUTSIDE) {
        around.get(edge.left).add(edge);
      }
      if (edge.right != PlanarArrangement.OUTSIDE) {
        around.get(edge.right).add(edge);
      }
    }
    chooseGaps();
    settleGaps();
    new SliverAssigner(arrangement, geometries, owners, around, gapWidth).settle(findings);
  }

  /** The cell that a face belongs to, or {@link #NOBODY}. */
  int of(int face) {
    return face == PlanarArrangement.OUTSIDE ? NOBODY : owners[face];
  }

  /** The overlaps, and the gaps that are closed. */
  List<Finding> findings() {
    return findings;
  }

  private void settleCovered() {
    for (int face = 0; face < owners.length; face++) {
      int[] cells = arrangement.covering(face);
      owners[face] = cells.length == 0 ? NOBODY : cells[0];
      if (cells.length > 1) {
        Polygon polygon = arrangement.faces().get(face);
        owners[face] = ofOverlap(polygon, cells);
        findings.add(new Finding(CoverageFault.Kind.OVERLAP, cells, owners[face], polygon));
      }
    }
  }

  private int ofOverlap(Polygon face, int[] cells) {
    int smallest = cells[0];
    for (int cell : cells) {
      if (area(cell) < area(smallest)) {
        smallest = cell;
      }
    }
    boolean sliver = 2 * face.getArea() < area(smallest) && InscribedWidth.narrower(face, gapWidth);
    return sliver ? cells[0] : smallest;
  }

  private double area(int cell) {
    return geometries[cell].getArea();
  }

  private void chooseGaps() {
    for (int face = 0; face < owners.length; face++) {
      closing[face] =
          owners[face] == NOBODY
              && around.get(face).stream().noneMatch(edge -> edge.rim)
              && InscribedWidth.narrower(arrangement.faces().get(face), gapWidth);
    }
    UnionFind pockets = new UnionFind(owners.length);
    double[] walls = new double[owners.length];
    double[] mouths = new double[owners.length];
    for (Edge edge : arrangement.edges()) {
      if (edge.bridge && closing(edge.left) && closing(edge.right)) {
        pockets.join(edge.left, edge.right);
      }
    }
    for (Edge edge : arrangement.edges()) {
      if (closing(edge.left) != closing(edge.right)) {
        int pocket = pockets.find(closing(edge.left) ? edge.left : edge.right);
        if (edge.bridge) {
          mouths[pocket] = Math.max(mouths[pocket], length(edge));
        } else {
          walls[pocket] += length(edge);
        }
      }
    }
    for (int face = 0; face < owners.length; face++) {
      int pocket = pockets.find(face);
      closing[face] &= walls[pocket] >= CoverageEdgeChecker.ELONGATION * mouths[pocket];
    }
  }

  private void settleGaps() {
    Map<Coordinate, Set<Integer>> ends = ownersAtBridgeEnds();
    List<Integer> open = new ArrayList<>();
    List<int[]> touching = new ArrayList<>();
    for (int face = 0; face < owners.length; face++) {
      if (closing[face]) {
        open.add(face);
        touching.add(touching(face, ends));
      }
    }
    int[] wanted = new int[owners.length];
    Arrays.fill(wanted, NOBODY);
    for (int i = 0; i < open.size(); i++) {
      int[] cells = touching.get(i);
      wanted[open.get(i)] = cells.length == 0 ? NOBODY : cells[cells.length - 1];
    }
    spread(open, wanted);
    spread(open, null);
    for (int i = 0; i < open.size(); i++) {
      int face = open.get(i);
      if (owners[face] != NOBODY) {
        findings.add(
            new Finding(
                CoverageFault.Kind.GAP,
                touching.get(i),
                owners[face],
                arrangement.faces().get(face)));
      }
    }
  }

  /**
   * Lets cells grow over the faces that they are wanted by, edge by edge, so that none gets a piece
   * it is not joined to; with nothing wanted, each face goes to the highest code beside it.
   */
  private void spread(List<Integer> faces, int[] wanted) {
    boolean grew = true;
    while (grew) {
      grew = false;
      for (int face : faces) {
        if (owners[face] == NOBODY) {
          int best = NOBODY;
          for (Edge edge : around.get(face)) {
            int beside = of(edge.left == face ? edge.right : edge.left);
            if (wanted == null || beside == wanted[face]) {
              best = Math.max(best, beside);
            }
          }
          owners[face] = best;
          grew |= best != NOBODY;
        }
      }
    }
  }

  private Map<Coordinate, Set<Integer>> ownersAtBridgeEnds() {
    Map<Coordinate, Set<Integer>> ends = new HashMap<>();
    for (Edge edge : arrangement.edges()) {
      if (edge.bridge && (closing(edge.left) || closing(edge.right))) {
        ends.put(edge.line[0], new TreeSet<>());
        ends.put(edge.line[edge.line.length - 1], new TreeSet<>());
      }
    }
    for (Edge edge : arrangement.edges()) {
      for (Coordinate end : List.of(edge.line[0], edge.line[edge.line.length - 1])) {
        if (!edge.bridge && ends.containsKey(end)) {
          ends.get(end).add(of(edge.left));
          ends.get(end).add(of(edge.right));
        }
      }
    }
    return ends;
  }

  /** The cells that a face lies between; what only a bridge leads to counts if it takes two. */
  private int[] touching(int face, Map<Coordinate, Set<Integer>> ends) {
    TreeSet<Integer> cells = new TreeSet<>();
    for (Edge edge : around.get(face)) {
      if (!edge.bridge) {
        cells.add(of(edge.left));
        cells.add(of(edge.right));
      }
    }
    cells.remove(NOBODY);
    if (cells.size() < 2) {
      for (Edge edge : around.get(face)) {
        if (edge.bridge) {
          cells.addAll(ends.get(edge.line[0]));
          cells.addAll(ends.get(edge.line[edge.line.length - 1]));
        }
      }
      cells.remove(NOBODY);
    }
    return cells.stream().mapToInt(Integer::intValue).toArray();
  }

  private boolean closing(int face) {
    return face != PlanarArrangement.OUTSIDE && closing[face];
  }

  private static double length(Edge edge) {
    double length = 0;
    for (int i = 1; i < edge.line.length; i++) {
      length += edge.line[i].distance(edge.line[i - 1]);
    }
    return length;
  }
}
