package org.greensward.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** Houses and sheds along the streets, standing back from them and clear of each other. */
final class Buildings {

  private final TownLayout layout;
  private final Random random;
  private final Claims taken = new Claims();
  private final List<Polygon> drawn = new ArrayList<>();

  Buildings(TownLayout layout, long seed) {
    this.layout = layout;
    this.random = new Random(seed + 71);
  }

  List<Polygon> draw() {
    for (Street street : layout.streets()) {
      taken.take(street.line(), street.width() / 2 + (street.is("primary") ? 30 : 4));
    }
    layout.parks().forEach(park -> taken.take(park.shape(), 3));
    layout.lakes().forEach(lake -> taken.take(lake, 15));
    taken.take(layout.waterways().keepClear(16), 0);
    layout.homes().forEach(street -> along(street, false));
    layout.works().forEach(street -> along(street, true));
    layout.streets().stream().filter(s -> s.is("lane")).forEach(this::farms);
    return drawn;
  }

  private void along(Street street, boolean work) {
    LengthIndexedLine line = new LengthIndexedLine(street.line());
    for (double side : new double[] {1, -1}) {
      double at = 10 + 8 * random.nextDouble();
      while (at < street.line().getLength() - 6) {
        double length = work ? 26 + 44 * random.nextDouble() : 9 + 26 * random.nextDouble();
        double depth = work ? 18 + 22 * random.nextDouble() : 8 + 2 * random.nextDouble();
        double back = street.width() / 2 + (work ? 12 : 6.5) + 3 * random.nextDouble();
        put(line, at + length / 2, side * (back + depth / 2), length, depth);
        at += length + (work ? 18 : 9) + 16 * random.nextDouble();
      }
    }
  }

  private void farms(Street lane) {
    LengthIndexedLine line = new LengthIndexedLine(lane.line());
    for (double at = 200; at < lane.line().getLength() - 200; at += 350) {
      if (random.nextDouble() < 0.25) {
        double side = random.nextBoolean() ? 1 : -1;
        for (int i = 0; i < 3; i++) {
          double back = side * (40 + 25 * i);
          put(line, at + 20 * random.nextGaussian(), back, 14 + 14 * random.nextDouble(), 11);
        }
      }
    }
  }

  private void put(LengthIndexedLine line, double at, double left, double length, double depth) {
    Coordinate centre = DemonstrationShapes.beside(line, Math.min(at, line.getEndIndex()), left);
    double heading = DemonstrationShapes.heading(line, Math.min(at, line.getEndIndex()));
    Polygon house = DemonstrationShapes.rectangle(centre, length, depth, heading);
    if (taken.isFree(house)) {
      taken.take(house, 2.5);
      drawn.add(house);
    }
  }
}
