package org.greensward.demonstration;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** The plots of parks, greens, playing fields and burial grounds. What is left over is grass. */
final class ParkLand {

  private final LandBook book;
  private final Estates estates;

  ParkLand(LandBook book, Estates estates) {
    this.book = book;
    this.estates = estates;
  }

  void draw(List<Park> parks) {
    for (Park park : parks) {
      switch (park.kind()) {
        case ESTATE -> estatePark(park);
        case TRUST -> trustPark(park);
        case GREEN -> green(park);
        case RECREATION -> recreationGround(park);
        case CEMETERY -> burialGround(park);
      }
    }
  }

  private void estatePark(Park park) {
    Keeper keeper = estates.keeper(park.shape());
    double radius = Math.sqrt(park.shape().getArea() / Math.PI);
    path(park, keeper, 0.7);
    if (radius > 46 && book.chance(0.6)) {
      pitch(park, keeper, 58, 38);
    }
    play(park, keeper, 0.65);
    belt(park, keeper, radius > 44 ? 0.45 : 0.15);
    beds(park, keeper, "shrub bed", 2 + book.random().nextInt(3), 3, 6.5);
    beds(park, keeper, "rose bed", book.chance(0.14) ? 1 : 0, 2.6, 4);
    beds(park, keeper, "bedding", book.chance(0.14) ? 1 : 0, 2.6, 4);
    beds(park, keeper, "bulbs", book.chance(0.3) ? 1 : 0, 3, 6);
    beds(park, keeper, "tree group", 1 + book.random().nextInt(2), 5, 10);
    rest(park, "amenity grass", keeper);
    trees(park, keeper, 1 + book.random().nextInt(3));
  }

  private void trustPark(Park park) {
    path(park, Keeper.TRUST, 0.6);
    belt(park, Keeper.TRUST, 0.5);
    beds(park, Keeper.TRUST, "woodland", 1 + book.random().nextInt(2), 11, 19);
    beds(park, Keeper.TRUST, "tree group", 1, 8, 13);
    play(park, Keeper.TRUST, 0.12);
    double lot = book.random().nextDouble();
    String rest = lot < 0.4 ? "rough grass" : lot < 0.65 ? "conservation grass" : "amenity grass";
    rest(park, rest, Keeper.TRUST);
    trees(park, Keeper.TRUST, 1);
  }

  private void green(Park park) {
    beds(park, Keeper.COUNCIL, "bulbs", 2, 2.6, 4.5);
    beds(park, Keeper.COUNCIL, "bedding", book.chance(0.6) ? 1 : 0, 2.2, 3.2);
    beds(park, Keeper.COUNCIL, "rose bed", book.chance(0.35) ? 1 : 0, 2.2, 3.2);
    beds(park, Keeper.COUNCIL, "hard surface", 1, 2.5, 4);
    rest(park, "amenity grass", Keeper.COUNCIL);
    trees(park, Keeper.COUNCIL, 4);
  }

  private void recreationGround(Park park) {
    pitch(park, Keeper.COUNCIL, 84, 52);
    play(park, Keeper.COUNCIL, 0.95);
    beds(park, Keeper.COUNCIL, "hard surface", 1, 7, 10);
    beds(park, Keeper.COUNCIL, "shrub bed", 2, 3, 6);
    beds(park, Keeper.COUNCIL, "tree group", 1, 5, 9);
    rest(park, "amenity grass", Keeper.COUNCIL);
    rim(park, Keeper.COUNCIL, 0.05, 0.6);
    trees(park, Keeper.COUNCIL, 3);
  }

  private void burialGround(Park park) {
    rest(park, "other", Keeper.AUTHORITY);
    rim(park, Keeper.AUTHORITY, 0.1, 0.8);
    trees(park, Keeper.AUTHORITY, 3);
  }

  private void rest(Park park, String type, Keeper keeper) {
    book.plot(type, park.name(), park.shape(), keeper, 40);
  }

  private void path(Park park, Keeper keeper, double probability) {
    if (book.chance(probability)) {
      Envelope box = park.shape().getEnvelopeInternal();
      Coordinate middle = inside(park.shape(), 8);
      double heading = book.between(0, Math.PI);
      Coordinate from = DemonstrationShapes.step(middle, heading, box.getDiameter());
      Coordinate to =
          DemonstrationShapes.step(middle, heading + Math.PI + book.between(-0.3, 0.3), 400);
      LineString way =
          DemonstrationShapes.wander(
              DemonstrationShapes.line(List.of(from, middle, to)),
              new Noise(park.name().hashCode()),
              9,
              80);
      Geometry surface = way.buffer(1.3, 2).intersection(park.shape().buffer(-0.5));
      book.plot("hard surface", park.name(), surface, keeper, 30);
    }
  }

  private void pitch(Park park, Keeper keeper, double length, double width) {
    for (int attempt = 0; attempt < 60; attempt++) {
      double size = 1 - attempt * 0.008;
      Polygon pitch =
          DemonstrationShapes.rectangle(
              inside(park.shape(), width / 3), length * size, width * size, book.between(0, 3.1));
      if (park.shape().contains(pitch) && book.isFree(pitch)) {
        book.plot("pitch", park.name(), pitch, keeper, 200);
        return;
      }
    }
  }

  private void play(Park park, Keeper keeper, double probability) {
    if (book.chance(probability)) {
      double length = book.between(17, 30);
      for (int attempt = 0; attempt < 40; attempt++) {
        Coordinate at = inside(park.shape(), 9);
        Polygon area =
            DemonstrationShapes.rectangle(at, length, length * 0.7, book.between(0, 3.1));
        if (park.shape().contains(area) && book.isFree(area)) {
          book.plot("play area", park.name(), area.buffer(1.5, 3), keeper, 80);
          return;
        }
      }
    }
  }

  /** A belt of woodland along about a third of the edge. */
  private void belt(Park park, Keeper keeper, double probability) {
    if (book.chance(probability)) {
      Coordinate centre = park.shape().getCentroid().getCoordinate();
      double away = Math.sqrt(park.shape().getArea());
      Coordinate far = DemonstrationShapes.step(centre, book.between(0, 6.2), away);
      Geometry edge = park.shape().difference(park.shape().buffer(-book.between(7, 14)));
      Geometry wedge = DemonstrationShapes.blob(far, away * 0.95, 1, book.random());
      book.plot("woodland", park.name(), edge.intersection(wedge), keeper, 120);
    }
  }

  private void beds(Park park, Keeper keeper, String type, int count, double low, double high) {
    for (int i = 0; i < count; i++) {
      for (int attempt = 0; attempt < 12; attempt++) {
        double radius = book.between(low, high);
        Polygon bed =
            DemonstrationShapes.blob(inside(park.shape(), radius), radius, 1.25, book.random());
        if (park.shape().contains(bed) && book.isFree(bed)) {
          book.plot(type, park.name(), bed, keeper, 10);
          break;
        }
      }
    }
  }

  private void rim(Park park, Keeper keeper, double from, double to) {
    Geometry inner = park.shape().buffer(-1.5);
    LengthIndexedLine ring = new LengthIndexedLine(((Polygon) inner).getExteriorRing());
    double length = ring.getEndIndex();
    book.line(
        "hedge", park.name(), (LineString) ring.extractLine(length * from, length * to), keeper);
  }

  private void trees(Park park, Keeper keeper, int count) {
    for (int i = 0; i < count; i++) {
      book.tree(park.name(), inside(park.shape(), 4), keeper);
    }
  }

  /** A random point at least so far inside, if one is found soon; else one well inside. */
  private Coordinate inside(Polygon shape, double margin) {
    Envelope box = shape.getEnvelopeInternal();
    for (int attempt = 0; attempt < 20; attempt++) {
      Coordinate at =
          new Coordinate(
              book.between(box.getMinX(), box.getMaxX()),
              book.between(box.getMinY(), box.getMaxY()));
      Geometry point = DemonstrationShapes.point(at);
      if (shape.contains(point) && shape.getBoundary().distance(point) > margin) {
        return at;
      }
    }
    return shape.getInteriorPoint().getCoordinate();
  }
}
