package org.greensward.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.greensward.demonstration.Facts.ParishFact;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * Villages and small towns: where they end, their greens and playing fields, lakes by the river.
 */
final class Villages {

  private final TownLayout layout;
  private final Geometry clear;
  private final Random random;

  Villages(TownLayout layout, Geometry clear, long seed) {
    this.layout = layout;
    this.clear = clear;
    this.random = new Random(seed + 51);
  }

  /** How far the houses of a village or town reach, in metres. */
  private static double reach(ParishFact place) {
    return switch (place.name()) {
      case "Newport Pagnell" -> 1150;
      case "Olney" -> 800;
      case "Woburn Sands" -> 560;
      default -> 210 + Math.min(190, place.areaHa() / 7);
    };
  }

  Geometry disc(ParishFact place) {
    return DemonstrationShapes.blob(
        place.settlement(), reach(place), 1.1, new Random(place.code().hashCode()));
  }

  /** The most side streets that a place grows. */
  int streets(ParishFact place) {
    return place.setting().equals("town")
        ? (int) (reach(place) * reach(place) / 9000)
        : 5 + (int) (place.areaHa() / 90);
  }

  /** Cuts lanes where a village begins; inside, a lane is a street with a name of its own. */
  List<Street> split(List<Street> lanes, StreetNames names) {
    List<Street> split = new ArrayList<>();
    List<Geometry> discs = new ArrayList<>();
    layout.places().stream().filter(p -> !p.isUrban()).forEach(p -> discs.add(disc(p)));
    Geometry villages = UnaryUnionOp.union(discs);
    for (Street lane : lanes) {
      for (LineString part : DemonstrationShapes.lines(lane.line().difference(villages), 20)) {
        split.add(new Street(lane.name(), lane.kind(), part));
      }
      String kind = lane.is("lane") ? "residential" : lane.kind();
      for (LineString part : DemonstrationShapes.lines(lane.line().intersection(villages), 20)) {
        split.add(new Street(names.next("Street", "End", "Road"), kind, part));
      }
    }
    return split;
  }

  void placeGreens(List<Street> lanes) {
    Claims taken = new Claims();
    lanes.forEach(lane -> taken.take(lane.line(), 7));
    taken.take(clear, 0);
    for (ParishFact place : layout.places()) {
      if (place.isUrban()) {
        continue;
      }
      boolean town = place.setting().equals("town");
      String name = place.name();
      place(taken, Park.Kind.GREEN, name + " Green", place, town ? 30 : 22, 70);
      for (int i = 0; i < (town ? 4 : 1); i++) {
        String field = name + " Recreation Ground" + (i == 0 ? "" : " " + (i + 1));
        place(taken, Park.Kind.RECREATION, field, place, 62, 0.75 * reach(place));
      }
      place(taken, Park.Kind.CEMETERY, name + " Burial Ground", place, 27, 0.6 * reach(place));
    }
  }

  private void place(
      Claims taken, Park.Kind kind, String name, ParishFact at, double radius, double far) {
    for (int attempt = 0; attempt < 200; attempt++) {
      double distance = far * (0.3 + 0.7 * random.nextDouble()) + attempt * 0.8;
      double heading = random.nextDouble() * 2 * Math.PI;
      Coordinate centre = DemonstrationShapes.step(at.settlement(), heading, distance);
      double size = radius * (0.8 + 0.4 * random.nextDouble()) * (attempt > 100 ? 0.7 : 1);
      Polygon shape = DemonstrationShapes.blob(centre, size, 1.1, random);
      if (taken.isFree(shape)) {
        taken.take(shape, 12);
        layout.parks().add(new Park(kind, name, shape));
        return;
      }
    }
  }

  /** Old gravel pits beside the river, where no lane passes. */
  void placeLakes(List<Street> lanes) {
    Claims taken = new Claims();
    layout.streets().forEach(street -> taken.take(street.line(), 40));
    taken.take(layout.waterways().keepClear(4), 0);
    layout.places().forEach(place -> taken.take(disc(place), 60));
    LengthIndexedLine river = new LengthIndexedLine(layout.waterways().river());
    for (int attempt = 0; attempt < 400 && layout.lakes().size() < 11; attempt++) {
      double at = (0.12 + 0.85 * random.nextDouble()) * river.getEndIndex();
      double size = 70 + 130 * random.nextDouble();
      double side = random.nextBoolean() ? 1 : -1;
      Coordinate centre = DemonstrationShapes.beside(river, at, side * (size * 1.35 + 40));
      Polygon lake = DemonstrationShapes.blob(centre, size, 1.25, random);
      if (taken.isFree(lake)) {
        taken.take(lake, 50);
        layout.lakes().add(lake);
      }
    }
  }
}
