package org.greensward.demonstration;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** Land of the open country: verges and hedges of lanes, copses, bulbs where a village begins. */
final class CountryLand {

  private static final int COPSES = 110;

  private final LandBook book;
  private final ParishMap map;

  CountryLand(LandBook book, ParishMap map) {
    this.book = book;
    this.map = map;
  }

  void draw(TownLayout layout) {
    for (Street street : layout.streets()) {
      boolean inVillage = layout.homes().contains(street);
      if ((street.is("lane") || street.is("secondary")) && !inVillage) {
        gateway(street);
        verges(street);
        hedges(street);
      }
    }
    copses(layout);
  }

  /** Bulbs and a rose bed near the end of a lane, where the village sign would stand. */
  private void gateway(Street street) {
    double end = street.line().getLength();
    for (double at : new double[] {4, end - 26}) {
      if (end > 200 && book.chance(0.6)) {
        double near = street.width() / 2 + 0.5;
        var strip = DemonstrationShapes.strip(street.line(), at, at + 20, near, near + 2.2);
        book.plot(book.chance(0.8) ? "bulbs" : "rose bed", street.name(), strip, Keeper.PUBLIC, 20);
      }
    }
  }

  private void verges(Street street) {
    for (int side : new int[] {1, -1}) {
      double at = book.between(4, 60);
      double end = street.line().getLength() - 4;
      while (at < end - 40) {
        double to = Math.min(end, at + book.between(150, 430));
        if (book.chance(0.8)) {
          double near = street.width() / 2 + 0.3;
          double far = near + book.between(1.6, 3.8);
          var strip = DemonstrationShapes.strip(street.line(), at, to, side * near, side * far);
          book.plot(vergeType(), street.name(), strip, Keeper.PUBLIC, 50);
        }
        at = to + book.between(6, 120);
      }
    }
  }

  private String vergeType() {
    double lot = book.random().nextDouble();
    return lot < 0.72 ? "rough grass" : lot < 0.9 ? "amenity grass" : "conservation grass";
  }

  private void hedges(Street street) {
    LengthIndexedLine along = new LengthIndexedLine(street.line());
    for (int side : new int[] {1, -1}) {
      double at = book.between(20, 120);
      double end = street.line().getLength() - 10;
      double left = side * (street.width() / 2 + book.between(4.4, 5.4));
      while (at < end - 30) {
        double to = Math.min(end, at + book.between(80, 310));
        if (book.chance(0.72)) {
          book.line("hedge", street.name(), parallel(along, at, to, left), Keeper.PUBLIC);
        }
        at = to + book.between(8, 140);
      }
    }
  }

  private static LineString parallel(LengthIndexedLine along, double from, double to, double left) {
    int steps = Math.max(1, (int) ((to - from) / 14));
    Coordinate[] points = new Coordinate[steps + 1];
    for (int i = 0; i <= steps; i++) {
      points[i] = DemonstrationShapes.beside(along, from + (to - from) * i / steps, left);
    }
    return DemonstrationShapes.line(List.of(points));
  }

  private void copses(TownLayout layout) {
    Envelope box = map.whole().getEnvelopeInternal();
    int drawn = 0;
    for (int attempt = 0; attempt < 2000 && drawn < COPSES; attempt++) {
      Coordinate at =
          new Coordinate(
              book.between(box.getMinX(), box.getMaxX()),
              book.between(box.getMinY(), box.getMaxY()));
      Polygon copse = DemonstrationShapes.blob(at, book.between(18, 62), 1.3, book.random());
      boolean inside = map.listTouching(copse).stream().anyMatch(p -> !p.fact().isUrban());
      if (inside && book.isFree(copse)) {
        String type = book.chance(0.7) ? "woodland" : "conservation grass";
        book.plot(type, null, copse, book.chance(0.06) ? Keeper.TRUST : Keeper.PUBLIC, 100);
        drawn++;
      }
    }
  }
}
