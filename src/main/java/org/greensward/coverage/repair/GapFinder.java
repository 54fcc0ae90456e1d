package org.greensward.coverage.repair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.greensward.coverage.SegmentTable.Run;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/** Finds what a valid coverage encloses without covering it. */
final class GapFinder {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final Map<LineKey, Integer> rightOf = new HashMap<>();

  private GapFinder() {}

  /**
   * @param area the gap
   * @param cells the cells around it, in order
   */
  record Gap(Polygon area, int[] cells) {}

  private record LineKey(double x0, double y0, double x1, double y1) {
    static LineKey of(Coordinate from, Coordinate to) {
      return new LineKey(from.x, from.y, to.x, to.y);
    }
  }

  static List<Gap> find(List<Run> runs) {
    return new GapFinder().search(runs.stream().filter(run -> !run.shared()).toList());
  }

  private List<Gap> search(List<Run> open) {
    Map<Coordinate, Integer> degrees = new HashMap<>();
    for (Run run : open) {
      Coordinate[] line = run.line();
      for (int i = 1; i < line.length; i++) {
        rightOf.put(LineKey.of(line[i - 1], line[i]), run.cell());
        degrees.merge(line[i - 1], 1, Integer::sum);
        degrees.merge(line[i], 1, Integer::sum);
      }
    }
    Polygonizer polygonizer = new Polygonizer();
    open.forEach(run -> split(run.line(), degrees).forEach(polygonizer::add));
    List<Gap> gaps = new ArrayList<>();
    for (Object found : polygonizer.getPolygons()) {
      Polygon polygon = (Polygon) found;
      polygon.normalize();
      int[] cells = cellsAround(polygon);
      if (cells.length > 0) {
        gaps.add(new Gap(polygon, cells));
      }
    }
    gaps.sort(Comparator.comparing(Gap::area));
    return gaps;
  }

  /** Cuts a line where it meets others. */
  private static List<LineString> split(Coordinate[] line, Map<Coordinate, Integer> degrees) {
    List<LineString> parts = new ArrayList<>();
    int start = 0;
    for (int i = 1; i < line.length; i++) {
      if (i == line.length - 1 || degrees.get(line[i]) > 2) {
        parts.add(FACTORY.createLineString(Arrays.copyOfRange(line, start, i + 1)));
        start = i;
      }
    }
    return parts;
  }

  /** The cells on the far side of a polygon's rings; none if it is covered itself. */
  private int[] cellsAround(Polygon polygon) {
    TreeSet<Integer> cells = new TreeSet<>();
    for (int ring = -1; ring < polygon.getNumInteriorRing(); ring++) {
      LinearRing line = ring < 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(ring);
      Coordinate[] points = line.getCoordinates();
      boolean backwards = Orientation.isCCW(points) != (ring >= 0);
      for (int i = 1; i < points.length; i++) {
        Coordinate from = points[backwards ? i : i - 1];
        Coordinate to = points[backwards ? i - 1 : i];
        if (rightOf.containsKey(LineKey.of(from, to))) {
          return new int[0];
        }
        Integer beyond = rightOf.get(LineKey.of(to, from));
        if (beyond != null) {
          cells.add(beyond);
        }
      }
    }
    return cells.stream().mapToInt(Integer::intValue).toArray();
  }
}
