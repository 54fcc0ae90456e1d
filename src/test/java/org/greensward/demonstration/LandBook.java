package org.greensward.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Collects parcels and keeps them off carriageways, buildings, water, and each other. */
final class LandBook {

  private final Claims ground = new Claims();
  private final Claims obstacles = new Claims();
  private final List<MadeParcel> parcels = new ArrayList<>();
  private final Random random;

  LandBook(TownLayout layout, long seed) {
    this.random = new Random(seed + 81);
    for (Street street : layout.streets()) {
      block(street.line(), street.width() / 2);
    }
    layout.buildings().forEach(building -> block(building, 1.2));
    layout.lakes().forEach(lake -> block(lake, 1));
    Waterways waterways = layout.waterways();
    block(waterways.riverArea(), 1);
    block(waterways.brook(), 4);
    block(waterways.canal(), 7);
    block(waterways.mainLine(), 9);
    block(waterways.branchLine(), 6);
  }

  private void block(Geometry geometry, double margin) {
    ground.take(geometry, margin);
    obstacles.take(geometry, margin);
  }

  Random random() {
    return random;
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  double between(double low, double high) {
    return low + random.nextDouble() * (high - low);
  }

  List<MadeParcel> parcels() {
    return parcels;
  }

  /** True where no parcel and no obstacle is. */
  boolean isFree(Geometry geometry) {
    return ground.isFree(geometry);
  }

  /** Adds what is free of a polygon, as one parcel for each piece of at least some m2. */
  void plot(String type, String name, Geometry shape, Keeper keeper, double smallest) {
    for (Polygon piece : ground.claim(shape, smallest)) {
      parcels.add(new MadeParcel(type, name, piece, keeper));
    }
  }

  /** Adds the longest free part of a line. */
  void line(String type, String name, LineString line, Keeper keeper) {
    LineString rounded = (LineString) Rounding.toCentimetres(line);
    if (rounded.getLength() > 12 && obstacles.isFree(rounded)) {
      parcels.add(new MadeParcel(type, name, rounded, keeper));
    }
  }

  void tree(String name, Coordinate at, Keeper keeper) {
    Geometry point = Rounding.toCentimetres(DemonstrationShapes.point(at));
    if (obstacles.isFree(point)) {
      parcels.add(new MadeParcel("tree", name, point, keeper));
    }
  }

  /** Adds a parcel that may lie on others: a deliberate mistake, as real layers have them. */
  void overlapping(String type, String name, Polygon shape, Keeper keeper) {
    parcels.add(new MadeParcel(type, name, Rounding.toCentimetres(shape), keeper));
  }
}
