package org.greensward.demonstration;

import org.locationtech.jts.geom.LineString;

/** Land beside main roads, the motorway, rivers and the canal: long strips, many of the trust. */
final class CorridorLand {

  private final LandBook book;

  CorridorLand(LandBook book) {
    this.book = book;
  }

  void draw(TownLayout layout) {
    for (Street street : layout.streets()) {
      if (street.is("primary") && street.line().getLength() > 200) {
        mainRoad(street, 1);
        mainRoad(street, -1);
      } else if (street.is("motorway")) {
        beside(street.line(), "rough grass", street.name(), Keeper.HIGHWAYS, 17, 25, 0.7);
      }
    }
    Waterways waterways = layout.waterways();
    beside(waterways.brook(), null, "Brookside Walk", Keeper.TRUST, 7, 25, 0.55);
    beside(waterways.canal(), null, "Canal Broadwalk", Keeper.TRUST, 9, 24, 0.4);
    beside(waterways.river(), null, "Riverside Meadows", Keeper.PUBLIC, 15, 44, 0.4);
  }

  /** A mown edge that the authority keeps, and behind it the trust's planting. */
  private void mainRoad(Street street, int side) {
    double kerb = street.width() / 2;
    double end = street.line().getLength() - 12;
    double at = 12;
    while (at < end - 60) {
      double to = Math.min(end, at + book.between(200, 470));
      double edge = kerb + book.between(3.5, 5.5);
      if (book.chance(0.85)) {
        var verge =
            DemonstrationShapes.strip(street.line(), at, to, side * (kerb + 0.5), side * edge);
        book.plot("amenity grass", street.name(), verge, Keeper.PUBLIC, 40);
      }
      if (book.chance(0.38)) {
        double far = edge + book.between(6, 17);
        var belt =
            DemonstrationShapes.strip(street.line(), at + 6, to - 6, side * (edge + 1), side * far);
        book.plot(corridorType(), street.name(), belt, Keeper.TRUST, 80);
      }
      at = to + book.between(4, 30);
    }
  }

  private void beside(
      LineString line,
      String type,
      String name,
      Keeper keeper,
      double near,
      double far,
      double probability) {
    for (int side : new int[] {1, -1}) {
      double at = 30;
      while (at < line.getLength() - 200) {
        double to = at + book.between(140, 420);
        if (book.chance(probability) && to < line.getLength()) {
          double reach = near + (far - near) * book.between(0.4, 1);
          var strip = DemonstrationShapes.strip(line, at, to, side * near, side * reach);
          book.plot(type == null ? meadowType() : type, name, strip, keeper, 120);
        }
        at = to + book.between(15, 90);
      }
    }
  }

  private String corridorType() {
    double lot = book.random().nextDouble();
    return lot < 0.36
        ? "woodland"
        : lot < 0.62 ? "rough grass" : lot < 0.8 ? "shrub bed" : "tree group";
  }

  private String meadowType() {
    double lot = book.random().nextDouble();
    return lot < 0.3
        ? "conservation grass"
        : lot < 0.65 ? "rough grass" : lot < 0.85 ? "amenity grass" : "woodland";
  }
}
