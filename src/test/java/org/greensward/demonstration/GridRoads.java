package org.greensward.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * The main roads of the new town: two families of gently curving roads about a kilometre apart,
 * with a roundabout where they cross, and the squares between them.
 *
 * @param roads the roads between roundabouts, and the rings of the roundabouts
 * @param network the centre lines before the roundabouts were cut in
 * @param islands the middles of the roundabouts
 * @param squares the areas between the roads, and between them and the edge of the town
 */
record GridRoads(
    List<Street> roads, Geometry network, List<Coordinate> islands, List<Polygon> squares) {

  /** Radius in metres of the ring road of a roundabout, along its centre line. */
  static final double ROUNDABOUT = 24;

  private static final Coordinate CENTRE = new Coordinate(484600, 237600);
  private static final double TURN = Math.toRadians(38);
  private static final double SPACING = 960;

  static GridRoads draw(Geometry town, StreetNames names, long seed) {
    List<Street> horizontal = family(town, TURN, "H", "Way", names, seed + 21);
    List<Street> vertical = family(town, TURN + Math.PI / 2, "V", "Street", names, seed + 22);
    Geometry network = union(horizontal).union(union(vertical));
    List<Coordinate> islands = new ArrayList<>();
    for (Coordinate at : union(horizontal).intersection(union(vertical)).getCoordinates()) {
      islands.add(at);
    }
    List<Geometry> discs = new ArrayList<>();
    islands.forEach(at -> discs.add(DemonstrationShapes.point(at).buffer(ROUNDABOUT, 8)));
    Geometry cutouts = UnaryUnionOp.union(discs);
    List<Street> roads = new ArrayList<>();
    for (Street street : concat(horizontal, vertical)) {
      for (LineString part : DemonstrationShapes.lines(street.line().difference(cutouts), 25)) {
        roads.add(new Street(street.name(), "primary", part));
      }
    }
    for (Polygon disc : DemonstrationShapes.polygons(cutouts)) {
      roads.add(new Street(names.next("Roundabout"), "primary", disc.getExteriorRing()));
    }
    return new GridRoads(roads, network, islands, squares(town, network));
  }

  private static List<Street> family(
      Geometry town, double turn, String letter, String ending, StreetNames names, long seed) {
    Noise noise = new Noise(seed);
    Random random = new Random(seed);
    List<Street> streets = new ArrayList<>();
    int number = 1;
    for (int k = -8; k <= 8; k++) {
      double offset = k * SPACING + (random.nextDouble() - 0.5) * 180;
      List<Coordinate> points = new ArrayList<>();
      for (double t = -9500; t <= 9500; t += 35) {
        Coordinate on = DemonstrationShapes.step(CENTRE, turn, t);
        double sway = 190 * noise.at(t + 13_000, k * 800, 2600) + 60 * noise.at(t, k * 800, 900);
        points.add(DemonstrationShapes.step(on, turn + Math.PI / 2, offset + sway));
      }
      List<LineString> parts =
          DemonstrationShapes.lines(DemonstrationShapes.line(points).intersection(town), 900);
      if (!parts.isEmpty()) {
        String name = letter + number++ + " " + names.next(ending);
        parts.forEach(part -> streets.add(new Street(name, "primary", part)));
      }
    }
    return streets;
  }

  private static List<Polygon> squares(Geometry town, Geometry network) {
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(network.union(town.getBoundary()));
    List<Polygon> squares = new ArrayList<>();
    for (Object face : polygonizer.getPolygons()) {
      if (town.contains(((Polygon) face).getInteriorPoint())) {
        squares.add((Polygon) ((Polygon) face).norm());
      }
    }
    squares.sort(Geometry::compareTo);
    return squares;
  }

  private static Geometry union(List<Street> streets) {
    return UnaryUnionOp.union(streets.stream().map(Street::line).toList());
  }

  private static List<Street> concat(List<Street> a, List<Street> b) {
    List<Street> all = new ArrayList<>(a);
    all.addAll(b);
    return all;
  }
}
