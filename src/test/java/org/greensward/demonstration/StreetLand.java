package org.greensward.demonstration;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** Land beside streets with houses or work: verges, corner beds, small paved places, trees. */
final class StreetLand {

  private final LandBook book;
  private final Estates estates;

  StreetLand(LandBook book, Estates estates) {
    this.book = book;
    this.estates = estates;
  }

  void draw(TownLayout layout) {
    layout.homes().forEach(street -> plant(street, 0.15));
    layout.works().forEach(street -> plant(street, 0.45));
    layout.homes().forEach(street -> verges(street, 0.12));
    layout.works().forEach(street -> verges(street, 0.6));
    layout.homes().forEach(this::trees);
  }

  /** Middles of roundabouts: a bed, and grass around it. */
  void islands(List<Coordinate> islands) {
    String[] beds = {"shrub bed", "bedding", "rose bed", "bulbs", "tree group", "shrub bed"};
    for (Coordinate island : islands) {
      double radius = GridRoads.ROUNDABOUT - 7;
      String bed = beds[book.random().nextInt(beds.length)];
      double size = book.between(4, 9);
      book.plot(
          bed,
          "Roundabout",
          DemonstrationShapes.blob(island, size, 1, book.random()),
          Keeper.PUBLIC,
          20);
      book.plot(
          "amenity grass",
          "Roundabout",
          DemonstrationShapes.point(island).buffer(radius, 8),
          Keeper.PUBLIC,
          20);
    }
  }

  private void verges(Street street, double probability) {
    for (double side : new double[] {1, -1}) {
      if (!book.chance(probability)) {
        continue;
      }
      double near = street.width() / 2 + 0.4;
      double far = near + book.between(1.6, 4.4);
      double end = street.line().getLength() - 8;
      double at = book.between(6, 20);
      while (at < end - 12) {
        double to = Math.min(end, at + book.between(28, 130));
        var strip = DemonstrationShapes.strip(street.line(), at, to, side * near, side * far);
        book.plot("amenity grass", street.name(), strip, estates.keeper(strip), 25);
        at = to + book.between(5, 40);
      }
    }
  }

  private void plant(Street street, double probability) {
    if (!book.chance(probability) || street.line().getLength() < 60) {
      return;
    }
    double side = book.chance(0.5) ? 1 : -1;
    double near = street.width() / 2 + 0.6;
    double at = book.between(12, street.line().getLength() - 35);
    double length = book.between(8, 24);
    var strip =
        DemonstrationShapes.strip(
            street.line(), at, at + length, side * near, side * (near + book.between(2, 4.5)));
    book.plot(plantingType(), street.name(), strip, estates.keeper(strip), 14);
  }

  private String plantingType() {
    double lot = book.random().nextDouble();
    if (lot < 0.55) {
      return "shrub bed";
    }
    if (lot < 0.75) {
      return "hard surface";
    }
    return lot < 0.84 ? "rose bed" : lot < 0.90 ? "bedding" : lot < 0.97 ? "bulbs" : "other";
  }

  private void trees(Street street) {
    if (!book.chance(0.035)) {
      return;
    }
    LineString line = street.line();
    LengthIndexedLine along = new LengthIndexedLine(line);
    double side = book.chance(0.5) ? 1 : -1;
    double left = side * (street.width() / 2 + book.between(1.2, 2.4));
    Keeper keeper = estates.keeper(line);
    for (double at = book.between(14, 24); at < line.getLength() - 10; at += book.between(16, 32)) {
      book.tree(street.name(), DemonstrationShapes.beside(along, at, left), keeper);
    }
  }
}
