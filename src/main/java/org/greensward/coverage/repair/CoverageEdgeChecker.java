package org.greensward.coverage.repair;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greensward.coverage.SegmentTable.Run;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.noding.BasicSegmentString;
import org.locationtech.jts.noding.MCIndexNoder;
import org.locationtech.jts.noding.SegmentIntersector;
import org.locationtech.jts.noding.SegmentString;

/**
 * Finds the pairs of cells whose borders don't fit together, by looking only at stretches that no
 * neighbour shares exactly: those cross, overlap, touch without a common vertex, or run alongside
 * each other nearer than a given reach.
 *
 * <p>For the last case it also lays <em>bridges</em>: from each vertex to the nearest point of the
 * other cell, across what neither covers. They close the mouths of gaps that open to the outside,
 * and cut long gaps where the neighbours change. A notch, such as where a border meets the coast,
 * is not a gap: a bridge counts only if the way along the two borders to where they meet is at
 * least {@value #ELONGATION} times as long.
 */
final class CoverageEdgeChecker implements SegmentIntersector {
  /** Points nearer than this many metres are taken for the same point. */
  static final double SNAP = 1e-4;

  static final double ELONGATION = 8;

  private final double reach;
  private final LineIntersector intersector = new RobustLineIntersector();
  private final Set<Pair> pairs = new LinkedHashSet<>();
  private final Map<Ray, GapBridge> nearest = new LinkedHashMap<>();

  private CoverageEdgeChecker(double reach) {
    this.reach = reach;
  }

  /**
   * @param reach metres under which borders that run alongside each other are in trouble; 0 for
   *     none
   */
  static CoverageEdgeChecker find(List<Run> runs, double reach) {
    CoverageEdgeChecker troubles = new CoverageEdgeChecker(reach);
    List<SegmentString> open = new ArrayList<>();
    for (Run run : runs) {
      if (!run.shared()) {
        open.add(new BasicSegmentString(run.line(), run));
      }
    }
    new MCIndexNoder(troubles, Math.max(reach, SNAP)).computeNodes(open);
    return troubles;
  }

  Set<Pair> pairs() {
    return pairs;
  }

  List<GapBridge> bridges() {
    return List.copyOf(nearest.values());
  }

  BitSet cells() {
    BitSet cells = new BitSet();
    for (Pair pair : pairs) {
      cells.set(pair.low);
      cells.set(pair.high);
    }
    return cells;
  }

  void add(int a, int b) {
    pairs.add(new Pair(Math.min(a, b), Math.max(a, b)));
  }

  @Override
  public void processIntersections(SegmentString s0, int i0, SegmentString s1, int i1) {
    Run a = (Run) s0.getData();
    Run b = (Run) s1.getData();
    if (a.cell() == b.cell()) {
      return;
    }
    Coordinate a0 = a.line()[i0];
    Coordinate a1 = a.line()[i0 + 1];
    Coordinate b0 = b.line()[i1];
    Coordinate b1 = b.line()[i1 + 1];
    intersector.computeIntersection(a0, a1, b0, b1);
    boolean apart = !intersector.hasIntersection();
    if (apart && Distance.segmentToSegment(a0, a1, b0, b1) > Math.max(reach, SNAP)) {
      return;
    }
    boolean corner = !apart && intersector.getIntersectionNum() == 1 && meet(a0, a1, b0, b1);
    if (!apart && !corner
        || astray(a0, b0, b1)
        || astray(a1, b0, b1)
        || astray(b0, a0, a1)
        || astray(b1, a0, a1)) {
      add(a.cell(), b.cell());
    }
    if (reach > 0) {
      bridge(a, i0, b, i1);
      bridge(b, i1, a, i0);
    }
  }

  @Override
  public boolean isDone() {
    return false;
  }

  private static boolean meet(Coordinate a0, Coordinate a1, Coordinate b0, Coordinate b1) {
    return a0.equals2D(b0) || a0.equals2D(b1) || a1.equals2D(b0) || a1.equals2D(b1);
  }

  /** Whether a vertex lies on a segment, or all but, without being one of its ends. */
  private static boolean astray(Coordinate vertex, Coordinate start, Coordinate end) {
    return !vertex.equals2D(start)
        && !vertex.equals2D(end)
        && Distance.pointToSegment(vertex, start, end) <= SNAP;
  }

  private void bridge(Run from, int i, Run to, int j) {
    bridge(from, from.line()[i], from.line()[i + 1], true, to, j);
    bridge(from, from.line()[i + 1], from.line()[i], false, to, j);
  }

  /** Lays a bridge from a vertex if it leads over ground that is outside both borders here. */
  private void bridge(Run from, Coordinate vertex, Coordinate other, boolean start, Run to, int j) {
    Coordinate b0 = to.line()[j];
    Coordinate b1 = to.line()[j + 1];
    double distance = Distance.pointToSegment(vertex, b0, b1);
    if (distance > reach || distance <= SNAP || !left(b0, b1, vertex)) {
      return;
    }
    Coordinate target = new LineSegment(b0, b1).closestPoint(vertex);
    boolean leaves = start ? left(vertex, other, target) : left(other, vertex, target);
    if (!leaves || notch(from, vertex, to, target, distance)) {
      return;
    }
    add(from.cell(), to.cell());
    GapBridge bridge = new GapBridge(from.cell(), to.cell(), vertex, target, distance);
    nearest.merge(
        new Ray(from.cell(), to.cell(), vertex),
        bridge,
        (old, now) -> now.length < old.length ? now : old);
  }

  private static boolean left(Coordinate start, Coordinate end, Coordinate point) {
    return Orientation.index(start, end, point) == Orientation.LEFT;
  }

  private static boolean notch(Run a, Coordinate from, Run b, Coordinate to, double distance) {
    for (Coordinate end : List.of(a.line()[0], a.line()[a.line().length - 1])) {
      boolean common = end.equals2D(b.line()[0]) || end.equals2D(b.line()[b.line().length - 1]);
      if (common && end.distance(from) + end.distance(to) <= ELONGATION * distance) {
        return true;
      }
    }
    return false;
  }

  /** Two cells in trouble with each other. */
  record Pair(int low, int high) {}

  /** A way over a gap between two cells. */
  record GapBridge(int from, int to, Coordinate start, Coordinate end, double length) {}

  private record Ray(int from, int to, Coordinate vertex) {}
}
