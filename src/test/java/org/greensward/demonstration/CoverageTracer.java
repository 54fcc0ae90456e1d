package org.greensward.demonstration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greensward.demonstration.Facts.ParishFact;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * Traces the edges between the parishes of a {@link ParishField} through a fine mesh, so that each
 * shared edge is made once and serves both its neighbours. The result is a valid coverage: one
 * polygon a parish, coordinates in whole decimetres.
 */
final class CoverageTracer {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double SPACING = 30;
  private static final double SHORTEST_STEP = 9;

  private final ParishField field;
  private final TriangleMesh mesh;
  private final Coordinate[] warped;
  private final int[] labels;
  private final Map<Long, Coordinate> crossings = new HashMap<>();
  private final List<LineString> segments = new ArrayList<>();

  CoverageTracer(ParishField field, long seed) {
    this.field = field;
    Envelope box = field.outline().getEnvelopeInternal();
    box.expandBy(1200);
    this.mesh = new TriangleMesh(box, SPACING, seed);
    this.warped = new Coordinate[mesh.size()];
    this.labels = new int[mesh.size()];
    for (int i = 0; i < mesh.size(); i++) {
      warped[i] = field.warped(mesh.vertex(i));
      labels[i] = field.label(warped[i]);
    }
  }

  /** One polygon for each parish, in the order given. */
  List<Polygon> trace(List<ParishFact> parishes) {
    keepConnected();
    mesh.forEachTriangle(this::traceTriangle);
    LineMerger merger = new LineMerger();
    merger.add(segments);
    Polygonizer polygonizer = new Polygonizer();
    for (Object arc : merger.getMergedLineStrings()) {
      polygonizer.add(smooth((LineString) ((LineString) arc).norm()));
    }
    @SuppressWarnings("unchecked")
    Collection<Polygon> faces = polygonizer.getPolygons();
    return parishes.stream().map(parish -> faceAt(faces, parish.settlement())).toList();
  }

  private static Polygon faceAt(Collection<Polygon> faces, Coordinate settlement) {
    Geometry point = FACTORY.createPoint(settlement);
    return (Polygon)
        faces.stream().filter(face -> face.contains(point)).findFirst().orElseThrow().norm();
  }

  /** Gives every patch that is not joined to the largest of its label to a neighbour. */
  private void keepConnected() {
    int[] patch = new int[labels.length];
    Arrays.fill(patch, -1);
    List<Integer> sizes = new ArrayList<>();
    Map<Integer, Integer> largest = new HashMap<>();
    for (int i = 0; i < labels.length; i++) {
      if (patch[i] < 0) {
        int id = sizes.size();
        sizes.add(flood(i, id, patch));
        largest.merge(labels[i], id, (a, b) -> sizes.get(a) >= sizes.get(b) ? a : b);
      }
    }
    Deque<Integer> orphans = new ArrayDeque<>();
    boolean[] orphan = new boolean[labels.length];
    for (int i = 0; i < labels.length; i++) {
      if (largest.get(labels[i]) != patch[i]) {
        orphan[i] = true;
        orphans.add(i);
      }
    }
    while (!orphans.isEmpty()) {
      int i = orphans.poll();
      for (int n : mesh.neighbours(i)) {
        if (n >= 0 && !orphan[n]) {
          labels[i] = labels[n];
          orphan[i] = false;
        }
      }
      if (orphan[i]) {
        orphans.add(i);
      }
    }
  }

  private int flood(int start, int id, int[] patch) {
    Deque<Integer> open = new ArrayDeque<>(List.of(start));
    patch[start] = id;
    int size = 0;
    while (!open.isEmpty()) {
      int i = open.poll();
      size++;
      for (int n : mesh.neighbours(i)) {
        if (n >= 0 && patch[n] < 0 && labels[n] == labels[i]) {
          patch[n] = id;
          open.add(n);
        }
      }
    }
    return size;
  }

  private void traceTriangle(int a, int b, int c) {
    List<Coordinate> ends = new ArrayList<>();
    for (int[] edge : new int[][] {{a, b}, {b, c}, {c, a}}) {
      if (labels[edge[0]] != labels[edge[1]]) {
        ends.add(crossing(Math.min(edge[0], edge[1]), Math.max(edge[0], edge[1])));
      }
    }
    if (ends.size() == 2) {
      segments.add(line(ends.get(0), ends.get(1)));
    } else if (ends.size() == 3) {
      double x = ends.stream().mapToDouble(p -> p.x).average().orElseThrow();
      double y = ends.stream().mapToDouble(p -> p.y).average().orElseThrow();
      Coordinate node = rounded(x, y);
      ends.forEach(end -> segments.add(line(node, end)));
    }
  }

  private Coordinate crossing(int a, int b) {
    return crossings.computeIfAbsent(
        (long) a * mesh.size() + b,
        key -> {
          double atA = field.margin(labels[a], labels[b], warped[a]);
          double atB = field.margin(labels[a], labels[b], warped[b]);
          double t = atA > 0 && atB < 0 ? atA / (atA - atB) : 0.5;
          t = Math.min(0.85, Math.max(0.15, t));
          Coordinate p = mesh.vertex(a);
          Coordinate q = mesh.vertex(b);
          return rounded(p.x + t * (q.x - p.x), p.y + t * (q.y - p.y));
        });
  }

  /** Rounds the corners between the fixed ends of an arc and drops steps that are too short. */
  private static LineString smooth(LineString arc) {
    Coordinate[] points = arc.getCoordinates();
    for (int pass = 0; pass < 2; pass++) {
      Coordinate[] next = points.clone();
      for (int i = 1; i + 1 < points.length; i++) {
        next[i] =
            new Coordinate(
                (points[i - 1].x + 2 * points[i].x + points[i + 1].x) / 4,
                (points[i - 1].y + 2 * points[i].y + points[i + 1].y) / 4);
      }
      points = next;
    }
    List<Coordinate> kept = new ArrayList<>(List.of(points[0]));
    Coordinate last = points[points.length - 1];
    for (Coordinate point : points) {
      boolean apart = point.distance(kept.get(kept.size() - 1)) > SHORTEST_STEP;
      if (apart && point.distance(last) > SHORTEST_STEP) {
        kept.add(rounded(point.x, point.y));
      }
    }
    kept.add(last);
    return FACTORY.createLineString(kept.toArray(Coordinate[]::new));
  }

  private static LineString line(Coordinate a, Coordinate b) {
    return FACTORY.createLineString(new Coordinate[] {a, b});
  }

  private static Coordinate rounded(double x, double y) {
    return new Coordinate(Math.round(x * 10) / 10.0, Math.round(y * 10) / 10.0);
  }
}
