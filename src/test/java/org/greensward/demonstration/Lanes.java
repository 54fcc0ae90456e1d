package org.greensward.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.greensward.demonstration.Facts.ParishFact;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** The lanes from village to village, and a few that leave over the outer edge. */
final class Lanes {

  private static final double PAST_THE_EDGE = 260;

  private final List<ParishFact> parishes;
  private final Geometry whole;
  private final Geometry mainRoads;
  private final StreetNames names;
  private final Noise noise;
  private final Random random;

  Lanes(ParishMap map, Geometry mainRoads, StreetNames names, long seed) {
    this.parishes = map.parishes().stream().map(ParishMap.Parish::fact).toList();
    this.whole = map.whole();
    this.mainRoads = mainRoads;
    this.names = names;
    this.noise = new Noise(seed + 31);
    this.random = new Random(seed + 31);
  }

  List<Street> draw() {
    List<Street> lanes = new ArrayList<>();
    for (int i = 0; i < parishes.size(); i++) {
      for (int j = i + 1; j < parishes.size(); j++) {
        ParishFact a = parishes.get(i);
        ParishFact b = parishes.get(j);
        if (!(a.isUrban() && b.isUrban()) && areNeighbours(a, b)) {
          lanes.add(between(a, b));
        }
      }
    }
    lanes.addAll(outward());
    return lanes;
  }

  /** Two settlements are joined when no third lies in the circle between them. */
  private boolean areNeighbours(ParishFact a, ParishFact b) {
    Coordinate p = a.settlement();
    Coordinate q = b.settlement();
    Coordinate middle = new Coordinate((p.x + q.x) / 2, (p.y + q.y) / 2);
    double radius = p.distance(q) / 2;
    return parishes.stream()
        .filter(c -> c != a && c != b)
        .noneMatch(c -> c.settlement().distance(middle) < radius * 0.98);
  }

  private Street between(ParishFact a, ParishFact b) {
    ParishFact from = a.isUrban() ? b : a;
    ParishFact to = from == a ? b : a;
    LineString line = wander(from.settlement(), to.settlement());
    boolean main = !from.setting().equals("village") || !to.setting().equals("village");
    String kind = main ? "secondary" : "lane";
    String name = main ? names.next("Road") : names.next("Lane");
    return new Street(name, kind, to.isUrban() ? upToMainRoad(line) : line);
  }

  private LineString wander(Coordinate from, Coordinate to) {
    LineString straight = DemonstrationShapes.line(List.of(from, to));
    double length = straight.getLength();
    LineString bent =
        DemonstrationShapes.wander(straight, noise, Math.min(230, length * 0.11), 900);
    return DemonstrationShapes.wander(bent, noise, 32, 210);
  }

  private LineString upToMainRoad(LineString line) {
    LengthIndexedLine along = new LengthIndexedLine(line);
    double end = line.getLength();
    for (Coordinate meeting : line.intersection(mainRoads).getCoordinates()) {
      end = Math.min(end, along.indexOf(meeting));
    }
    return (LineString) along.extractLine(0, Math.max(end, 200));
  }

  /** Lanes from villages near the edge that run on a little into the next authority. */
  private List<Street> outward() {
    List<Street> lanes = new ArrayList<>();
    Envelope box = whole.getEnvelopeInternal();
    Coordinate middle = box.centre();
    for (ParishFact parish : parishes) {
      Coordinate from = parish.settlement();
      double heading = Math.atan2(from.y - middle.y, from.x - middle.x);
      heading += random.nextGaussian() * 0.2;
      LineString ray =
          DemonstrationShapes.line(List.of(from, DemonstrationShapes.step(from, heading, 30_000)));
      double toEdge = ray.intersection(whole).getLength();
      if (!parish.isUrban() && toEdge < 2600) {
        Coordinate end = DemonstrationShapes.step(from, heading, toEdge + PAST_THE_EDGE);
        lanes.add(new Street(names.next("Road", "Lane"), "lane", wander(from, end)));
      }
    }
    return lanes;
  }
}
