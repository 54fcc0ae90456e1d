package org.greensward.coverage.repair;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.Noder;
import org.locationtech.jts.noding.OrientedCoordinateArray;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snap.SnappingNoder;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * The faces that a set of lines cuts the plane into, and which cells cover each.
 *
 * <p>Covering is not looked up with points, which fails in slivers thinner than arithmetic: it
 * follows from the lines. Each says which cells one enters by crossing it from left to right; so
 * walking from the outside over all faces gives the cells of each, and reaching a face on two ways
 * with different results shows that the noding failed. It is tried first with snapping at {@link
 * Troubles#SNAP}, which moves no point that is not that near to another, at last by rounding to
 * millimetres and centimetres.
 */
final class PlanarArrangement {
  /** The face number of everything outside. */
  static final int OUTSIDE = -1;

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final List<Edge> edges = new ArrayList<>();
  private List<Polygon> faces;
  private int[][] windings;

  private PlanarArrangement() {}

  /**
   * What a line is.
   *
   * @param winding what is added by crossing from left to right
   * @param rim whether there is a cell on one side that takes no part here
   * @param bridge whether this is no border, only a way over a gap
   */
  record Label(int[] winding, boolean rim, boolean bridge) {}

  /** A line between nodes, with the faces on its sides. */
  static final class Edge {
    final Coordinate[] line;
    int[] winding = WindingNumbers.NOWHERE;
    boolean rim;
    boolean bridge;
    int left = OUTSIDE;
    int right = OUTSIDE;

    Edge(Coordinate[] line) {
      this.line = line;
    }
  }

  /**
   * @param lines labelled with {@link Label}s
   * @throws TopologyException if no way of noding gives a consistent result
   */
  static PlanarArrangement of(List<NodedSegmentString> lines) {
    List<Noder> noders =
        List.of(
            new SnappingNoder(CoverageEdgeChecker.SNAP),
            new SnappingNoder(10 * CoverageEdgeChecker.SNAP),
            new SnapRoundingNoder(new PrecisionModel(1000)),
            new SnapRoundingNoder(new PrecisionModel(100)));
    for (Noder noder : noders) {
      Optional<PlanarArrangement> arrangement = tryWith(noder, lines);
      if (arrangement.isPresent()) {
        return arrangement.get();
      }
    }
    throw new TopologyException("borders could not be noded", lines.get(0).getCoordinate(0));
  }

  List<Edge> edges() {
    return edges;
  }

  List<Polygon> faces() {
    return faces;
  }

  /** The cells that cover a face, in order. */
  int[] covering(int face) {
    return WindingNumbers.covering(windings[face]);
  }

  private static Optional<PlanarArrangement> tryWith(Noder noder, List<NodedSegmentString> lines) {
    List<NodedSegmentString> copies = new ArrayList<>();
    lines.forEach(line -> copies.add(new NodedSegmentString(line)));
    PlanarArrangement arrangement = new PlanarArrangement();
    try {
      noder.computeNodes(copies);
      arrangement.merge(noder.getNodedSubstrings());
      arrangement.polygonize();
    } catch (RuntimeException e) {
      // JTS throws several kinds where rounding defeats it; the next noder rounds more boldly.
      return Optional.empty();
    }
    return arrangement.wind() ? Optional.of(arrangement) : Optional.empty();
  }

  private void merge(Collection<?> substrings) {
    // A TreeMap: these keys can be compared, but have no hash.
    Map<OrientedCoordinateArray, Edge> merged = new TreeMap<>();
    for (Object substring : substrings) {
      SegmentString string = (SegmentString) substring;
      Coordinate[] line = string.getCoordinates();
      if (line.length < 2 || line.length == 2 && line[0].equals2D(line[1])) {
        continue;
      }
      Label label = (Label) string.getData();
      Edge edge = merged.computeIfAbsent(new OrientedCoordinateArray(line), k -> new Edge(line));
      int factor = Arrays.equals(edge.line, line) ? 1 : -1;
      edge.winding = WindingNumbers.plus(edge.winding, label.winding, factor);
      edge.rim |= label.rim;
      edge.bridge |= label.bridge;
    }
    for (Edge edge : merged.values()) {
      boolean border = edge.winding.length > 0;
      edge.bridge &= !border;
      if (border || edge.bridge) {
        edges.add(edge);
      }
    }
  }

  private void polygonize() {
    Polygonizer polygonizer = new Polygonizer();
    edges.forEach(edge -> polygonizer.add(FACTORY.createLineString(edge.line)));
    faces = new ArrayList<>();
    for (Object polygon : polygonizer.getPolygons()) {
      ((Polygon) polygon).normalize();
      faces.add((Polygon) polygon);
    }
    // The polygonizer keeps its edges in hash sets, in an order that differs from run to run.
    faces.sort(Comparator.naturalOrder());
    Map<Step, Edge> forwards = new HashMap<>();
    Map<Step, Edge> backwards = new HashMap<>();
    for (Edge edge : edges) {
      int last = edge.line.length - 1;
      forwards.put(new Step(edge.line[0], edge.line[1]), edge);
      backwards.put(new Step(edge.line[last], edge.line[last - 1]), edge);
    }
    for (int face = 0; face < faces.size(); face++) {
      Polygon polygon = faces.get(face);
      link(polygon.getExteriorRing(), false, face, forwards, backwards);
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        link(polygon.getInteriorRingN(i), true, face, forwards, backwards);
      }
    }
  }

  private static void link(
      LinearRing ring, boolean ccw, int face, Map<Step, Edge> forwards, Map<Step, Edge> backwards) {
    Coordinate[] line = ring.getCoordinates();
    boolean reverse = Orientation.isCCW(line) != ccw;
    for (int i = 1; i < line.length; i++) {
      Step step = reverse ? new Step(line[i], line[i - 1]) : new Step(line[i - 1], line[i]);
      Edge edge = forwards.get(step);
      if (edge != null) {
        edge.right = face;
      }
      edge = backwards.get(step);
      if (edge != null) {
        edge.left = face;
      }
    }
  }

  /** Finds the winding of each face; false if that contradicts itself. */
  private boolean wind() {
    List<List<Edge>> around = new ArrayList<>();
    for (int face = 0; face <= faces.size(); face++) {
      around.add(new ArrayList<>());
    }
    for (Edge edge : edges) {
      around.get(edge.left + 1).add(edge);
      around.get(edge.right + 1).add(edge);
    }
    windings = new int[faces.size()][];
    Deque<Integer> waiting = new ArrayDeque<>(List.of(OUTSIDE));
    while (!waiting.isEmpty()) {
      int face = waiting.remove();
      for (Edge edge : around.get(face + 1)) {
        boolean outwards = edge.left == face;
        int next = outwards ? edge.right : edge.left;
        int[] winding = WindingNumbers.plus(windingOf(face), edge.winding, outwards ? 1 : -1);
        if (next != OUTSIDE && windings[next] == null) {
          windings[next] = winding;
          waiting.add(next);
        } else if (!Arrays.equals(windingOf(next), winding)) {
          return false;
        }
      }
    }
    return Arrays.stream(windings).noneMatch(java.util.Objects::isNull);
  }

  private int[] windingOf(int face) {
    return face == OUTSIDE ? WindingNumbers.NOWHERE : windings[face];
  }

  private record Step(double x0, double y0, double x1, double y1) {
    Step(Coordinate from, Coordinate to) {
      this(from.x, from.y, to.x, to.y);
    }
  }
}
