package org.greensward.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * Grows side streets out of streets that are there, as villages and estates do: each leaves its
 * parent about at a right angle, bends a little, keeps its distance from others, and ends in a
 * close or joins another street.
 */
final class StreetGrowth {

  private static final double STEP = 12;
  private static final double SHORTEST = 42;

  private final StreetIndex index;
  private final StreetNames names;
  private final Random random;

  StreetGrowth(StreetIndex index, StreetNames names, Random random) {
    this.index = index;
    this.names = names;
    this.random = random;
  }

  /**
   * Grows at most {@code limit} streets inside a region.
   *
   * @param separation least distance in metres between streets that do not meet
   * @param longest the longest street in metres
   */
  List<Street> grow(
      List<Street> roots, PreparedGeometry region, double separation, double longest, int limit) {
    List<Street> parents = new ArrayList<>(roots);
    List<Street> grown = new ArrayList<>();
    for (int attempt = 0; attempt < 150 * limit && grown.size() < limit; attempt++) {
      Street parent = parents.get(random.nextInt(parents.size()));
      List<Coordinate> path = branch(parent, region, separation, longest);
      if (path.size() > 1 && DemonstrationShapes.line(path).getLength() > SHORTEST) {
        Street street =
            new Street(names.residential(), "residential", DemonstrationShapes.line(path));
        index.add(street);
        parents.add(street);
        grown.add(street);
      }
    }
    return grown;
  }

  private List<Coordinate> branch(
      Street parent, PreparedGeometry region, double separation, double longest) {
    LengthIndexedLine along = new LengthIndexedLine(parent.line());
    double at = 20 + random.nextDouble() * Math.max(0, parent.line().getLength() - 35);
    double side = random.nextBoolean() ? Math.PI / 2 : -Math.PI / 2;
    double heading = DemonstrationShapes.heading(along, at) + side + random.nextGaussian() * 0.12;
    double bend = random.nextGaussian() * 0.05;
    double length = SHORTEST + 15 + random.nextDouble() * (longest - SHORTEST);
    List<Coordinate> path = new ArrayList<>(List.of(along.extractPoint(at)));
    for (double done = STEP; done < length; done += STEP) {
      heading += bend + random.nextGaussian() * 0.02;
      Coordinate next = DemonstrationShapes.step(path.get(path.size() - 1), heading, STEP);
      if (!region.contains(DemonstrationShapes.point(next))) {
        break;
      }
      Street except = done < separation * 1.15 ? parent : null;
      Optional<Coordinate> other = index.findNearest(next, separation, except);
      if (other.isEmpty()) {
        path.add(next);
      } else if (isBehind(path, next, other.get())) {
        path.add(next);
      } else {
        join(path, other.get(), done);
        break;
      }
    }
    return path;
  }

  /** True where the street found is the one just left: further away at each step. */
  private static boolean isBehind(List<Coordinate> path, Coordinate next, Coordinate other) {
    Coordinate start = path.get(0);
    return path.size() > 1 && other.distance(start) < 0.6 * next.distance(start);
  }

  private void join(List<Coordinate> path, Coordinate other, double done) {
    if (done > SHORTEST && random.nextDouble() < 0.55) {
      Coordinate last = path.get(path.size() - 1);
      double gap = last.distance(other);
      for (double t = STEP; t < gap; t += STEP) {
        path.add(DemonstrationShapes.step(last, Math.atan2(other.y - last.y, other.x - last.x), t));
      }
      path.add(other);
    }
  }
}
