package org.greensward.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** The squares between the main roads: estates, work, parkland, or fields not built on yet. */
final class Squares {

  /** Metres along the main roads that stay green. */
  private static final double CORRIDOR = 48;

  private static final double SMALLEST = 60_000;

  private final TownLayout layout;
  private final GridRoads grid;
  private final StreetIndex index;
  private final StreetNames names;
  private final Geometry clear;
  private final Random random;
  private final Claims taken = new Claims();

  Squares(
      TownLayout layout,
      GridRoads grid,
      StreetIndex index,
      StreetNames names,
      Geometry clear,
      long seed) {
    this.layout = layout;
    this.grid = grid;
    this.index = index;
    this.names = names;
    this.clear = clear;
    this.random = new Random(seed + 61);
    layout.streets().forEach(street -> taken.take(street.line(), 14));
    layout.parks().forEach(park -> taken.take(park.shape(), 10));
    layout.lakes().forEach(lake -> taken.take(lake, 20));
  }

  void layOut(Polygon square) {
    Geometry ground = square.buffer(-CORRIDOR).difference(clear);
    double lot = random.nextDouble();
    if (ground.getArea() < SMALLEST) {
      return;
    }
    if (lot < 0.13) {
      parkland(ground);
    } else if (lot < 0.25) {
      work(square, ground);
    } else if (lot < 0.93) {
      estate(square, ground);
    }
  }

  private void parkland(Geometry ground) {
    Polygon largest = DemonstrationShapes.polygons(ground).get(0);
    Coordinate centre = largest.getInteriorPoint().getCoordinate();
    double room = largest.getBoundary().distance(DemonstrationShapes.point(centre));
    if (random.nextDouble() < 0.75 && room > 130) {
      Polygon lake = DemonstrationShapes.blob(centre, room * 0.5, 1.15, random);
      if (taken.isFree(lake)) {
        taken.take(lake, 10);
        layout.lakes().add(lake);
      }
    }
    String name = names.next("Park", "Country Park", "Water Meadow");
    for (int i = 0; i < 4; i++) {
      addPark(Park.Kind.TRUST, name, largest, 60 + 45 * random.nextDouble());
    }
  }

  private void work(Polygon square, Geometry ground) {
    List<Street> spurs = spurs(square, ground, 2);
    layout.works().addAll(spurs);
    layout.works().addAll(grow(spurs, ground, 120, 330, 14));
  }

  private void estate(Polygon square, Geometry ground) {
    int parks = 1 + (int) (ground.getArea() / 220_000);
    for (int i = 0; i < parks; i++) {
      String name = names.next("Park", "Playing Field", "Open Space", "Green");
      addPark(Park.Kind.ESTATE, name, ground, 40 + 44 * random.nextDouble());
    }
    List<Street> spurs = spurs(square, ground, 4);
    layout.homes().addAll(spurs);
    layout.homes().addAll(grow(spurs, ground, 84, 330, (int) (ground.getArea() / 14_000)));
  }

  private void addPark(Park.Kind kind, String name, Geometry ground, double radius) {
    for (int attempt = 0; attempt < 30; attempt++) {
      Polygon shape = DemonstrationShapes.blob(randomPoint(ground), radius, 1.15, random);
      if (ground.contains(shape) && taken.isFree(shape)) {
        taken.take(shape, 12);
        layout.parks().add(new Park(kind, name, shape));
        return;
      }
    }
  }

  private Coordinate randomPoint(Geometry ground) {
    var box = ground.getEnvelopeInternal();
    return new Coordinate(
        box.getMinX() + random.nextDouble() * box.getWidth(),
        box.getMinY() + random.nextDouble() * box.getHeight());
  }

  /** Streets that lead from the main roads into a square. */
  private List<Street> spurs(Polygon square, Geometry ground, int wanted) {
    List<Street> spurs = new ArrayList<>();
    LengthIndexedLine rim = new LengthIndexedLine(square.getExteriorRing());
    for (int attempt = 0; attempt < 90 && spurs.size() < wanted; attempt++) {
      double at = random.nextDouble() * rim.getEndIndex();
      Coordinate start = rim.extractPoint(at);
      boolean onRoad = grid.network().distance(DemonstrationShapes.point(start)) < 0.5;
      boolean nearIsland = grid.islands().stream().anyMatch(i -> i.distance(start) < 110);
      boolean nearSpur =
          spurs.stream()
              .anyMatch(s -> s.line().getStartPoint().getCoordinate().distance(start) < 220);
      if (onRoad && !nearIsland && !nearSpur) {
        spur(square, ground, start, DemonstrationShapes.heading(rim, at)).ifPresent(spurs::add);
      }
    }
    layout.streets().addAll(spurs);
    return spurs;
  }

  private Optional<Street> spur(Polygon square, Geometry ground, Coordinate start, double along) {
    boolean left =
        square.contains(
            DemonstrationShapes.point(DemonstrationShapes.step(start, along + Math.PI / 2, 25)));
    double heading = along + (left ? Math.PI / 2 : -Math.PI / 2);
    double bend = random.nextGaussian() * 0.03;
    double length = 190 + 260 * random.nextDouble();
    List<Coordinate> path = new ArrayList<>(List.of(start));
    for (double done = 12; done < length; done += 12) {
      Coordinate next = DemonstrationShapes.step(path.get(path.size() - 1), heading, 12);
      boolean open = done < CORRIDOR + 12 || ground.contains(DemonstrationShapes.point(next));
      boolean alone = done < 60 || index.findNearest(next, 60, null).isEmpty();
      if (!open || !alone || !isDry(next)) {
        break;
      }
      path.add(next);
      heading += bend;
    }
    if (path.size() < 9) {
      return Optional.empty();
    }
    Street street =
        new Street(
            names.next("Boulevard", "Drive", "Gate"),
            "residential",
            DemonstrationShapes.line(path));
    index.add(street);
    taken.take(street.line(), 8);
    return Optional.of(street);
  }

  private boolean isDry(Coordinate point) {
    Geometry at = DemonstrationShapes.point(point);
    return layout.lakes().stream().noneMatch(lake -> lake.distance(at) < 15)
        && layout.parks().stream().noneMatch(park -> park.shape().distance(at) < 8);
  }

  private List<Street> grow(
      List<Street> roots, Geometry ground, double separation, double longest, int limit) {
    if (roots.isEmpty()) {
      return List.of();
    }
    Geometry open = ground;
    for (Park park : layout.parks()) {
      if (park.shape().intersects(ground)) {
        open = open.difference(park.shape().buffer(6));
      }
    }
    PreparedGeometry region = PreparedGeometryFactory.prepare(open);
    List<Street> grown =
        new StreetGrowth(index, names, random).grow(roots, region, separation, longest, limit);
    grown.forEach(street -> taken.take(street.line(), 8));
    layout.streets().addAll(grown);
    return grown;
  }
}
