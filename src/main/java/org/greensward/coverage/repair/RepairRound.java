package org.greensward.coverage.repair;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.greensward.coverage.CoverageProgress;
import org.greensward.coverage.SegmentTable;
import org.greensward.coverage.SegmentTable.Run;
import org.greensward.coverage.repair.ClusterRepair.Result;
import org.greensward.coverage.repair.CoverageEdgeChecker.GapBridge;
import org.greensward.coverage.repair.CoverageEdgeChecker.Pair;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.TopologyException;

/**
 * Finds the cells in trouble and repairs them cluster by cluster. A cluster is a set of cells in
 * trouble that touch each other, with all cells that touch them. If one of the latter turns out to
 * change, it counts as in trouble too, and its cluster is done again with what touches it; so what
 * surrounds the clusters stays as it was, and fits.
 */
final class RepairRound {
  private final Geometry[] geometries;
  private final double gapWidth;
  private final List<Run> runs;
  private final CoverageEdgeChecker troubles;
  private final BitSet dirty;

  /**
   * @param geometries valid by themselves; a cell is its index
   * @param gapWidth metres below which gaps are closed
   * @param reach metres within which to look for gaps that open to the outside, or 0
   */
  RepairRound(Geometry[] geometries, double gapWidth, double reach) {
    this.geometries = geometries;
    this.gapWidth = gapWidth;
    runs = new SegmentTable(geometries).runs();
    troubles = CoverageEdgeChecker.find(runs, reach);
    ContainedCellFinder.find(runs, geometries, troubles);
    dirty = troubles.cells();
  }

  List<Run> runs() {
    return runs;
  }

  boolean clean() {
    return dirty.isEmpty();
  }

  Iterable<Pair> pairs() {
    return troubles.pairs();
  }

  /** Takes cells for being in trouble with each other. */
  void suspect(int[] cells) {
    for (int cell : cells) {
      troubles.add(cells[0], cell);
      dirty.set(cell);
    }
  }

  /** The cells that change, and what was found; a cluster that can't be noded stays as it is. */
  Result repair(CoverageProgress progress) {
    CellNeighbours neighbours = new CellNeighbours(geometries, runs);
    Map<BitSet, Result> done = new HashMap<>();
    while (true) {
      List<BitSet> clusters = clusters(neighbours);
      BitSet promoted = new BitSet();
      int finished = 0;
      for (BitSet cluster : clusters) {
        progress.at("repairing borders", finished++, clusters.size());
        Result result = done.computeIfAbsent(cluster, core -> repair(core, neighbours));
        result.changed().keySet().forEach(promoted::set);
      }
      progress.at("repairing borders", finished, clusters.size());
      promoted.andNot(dirty);
      if (promoted.isEmpty()) {
        return join(clusters.stream().map(done::get).toList());
      }
      dirty.or(promoted);
    }
  }

  private List<BitSet> clusters(CellNeighbours neighbours) {
    UnionFind groups = new UnionFind(geometries.length);
    for (Pair pair : troubles.pairs()) {
      groups.join(pair.low(), pair.high());
    }
    dirty.stream()
        .forEach(
            cell ->
                neighbours.of(cell).stream()
                    .filter(dirty::get)
                    .forEach(other -> groups.join(cell, other)));
    Map<Integer, BitSet> clusters = new TreeMap<>();
    dirty.stream()
        .forEach(cell -> clusters.computeIfAbsent(groups.find(cell), k -> new BitSet()).set(cell));
    return List.copyOf(clusters.values());
  }

  private Result repair(BitSet core, CellNeighbours neighbours) {
    BitSet members = (BitSet) core.clone();
    core.stream().forEach(cell -> members.or(neighbours.of(cell)));
    List<Run> nearby = new ArrayList<>();
    for (Run run : runs) {
      if (members.get(run.cell()) || run.shared() && members.get(run.partner())) {
        nearby.add(run);
      }
    }
    List<GapBridge> bridges = new ArrayList<>();
    for (GapBridge bridge : troubles.bridges()) {
      if (members.get(bridge.from()) && members.get(bridge.to())) {
        bridges.add(bridge);
      }
    }
    try {
      return ClusterRepair.repair(members, nearby, bridges, geometries, gapWidth);
    } catch (TopologyException | IllegalArgumentException e) {
      // What is still in trouble after the last round is reported as such.
      return new Result(Map.of(), List.of());
    }
  }

  private static Result join(List<Result> results) {
    Map<Integer, Geometry> changed = new TreeMap<>();
    List<FaceAssigner.Finding> findings = new ArrayList<>();
    for (Result result : results) {
      changed.putAll(result.changed());
      findings.addAll(result.findings());
    }
    return new Result(changed, findings);
  }
}
