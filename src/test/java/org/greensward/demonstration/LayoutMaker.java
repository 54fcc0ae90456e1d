package org.greensward.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.greensward.demonstration.Facts.ParishFact;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Lays out main roads, lanes, villages and the squares of the new town, in this order. */
final class LayoutMaker {

  private final ParishMap map;
  private final TownLayout layout;
  private final long seed;
  private final Random random;
  private final StreetNames names;
  private final StreetIndex index = new StreetIndex();
  private final Geometry clear;

  LayoutMaker(ParishMap map, TownLayout layout, long seed) {
    this.map = map;
    this.layout = layout;
    this.seed = seed;
    this.random = new Random(seed + 41);
    this.names = new StreetNames(new Random(seed + 42));
    this.clear = layout.waterways().keepClear(38);
  }

  void make() {
    Waterways waterways = layout.waterways();
    LineString motorway =
        DemonstrationShapes.lines(waterways.motorway().intersection(map.whole().buffer(300)), 100)
            .get(0);
    add(new Street("Motorway (schematic)", "motorway", motorway));
    GridRoads grid = GridRoads.draw(town(), names, seed);
    grid.roads().forEach(this::add);
    layout.islands().addAll(grid.islands());
    Villages villages = new Villages(layout, clear, seed);
    List<Street> lanes = new Lanes(map, grid.network(), names, seed).draw();
    List<Street> split = villages.split(lanes, names);
    split.forEach(this::add);
    villages.placeGreens(split);
    villages.placeLakes(split);
    growVillages(villages, split);
    Squares squares = new Squares(layout, grid, index, names, clear, seed);
    grid.squares().forEach(squares::layOut);
  }

  private void add(Street street) {
    layout.streets().add(street);
    index.add(street);
  }

  /** The ground of the new town: urban parishes, without the rivers and the motorway's far side. */
  private Geometry town() {
    List<Geometry> urban = new ArrayList<>();
    for (ParishMap.Parish parish : map.parishes()) {
      if (parish.fact().isUrban()) {
        urban.add(parish.polygon());
      }
    }
    Geometry ground = UnaryUnionOp.union(urban).buffer(-230).buffer(150);
    Waterways waterways = layout.waterways();
    ground = ground.difference(waterways.motorway().buffer(130));
    ground = ground.difference(waterways.river().buffer(150));
    Polygon largest = DemonstrationShapes.polygons(ground).get(0);
    return DemonstrationShapes.FACTORY.createPolygon(largest.getExteriorRing().getCoordinates());
  }

  private void growVillages(Villages villages, List<Street> lanes) {
    StreetGrowth growth = new StreetGrowth(index, names, random);
    for (ParishFact place : layout.places()) {
      if (place.isUrban()) {
        continue;
      }
      Geometry disc = villages.disc(place);
      List<Street> roots = new ArrayList<>();
      for (Street lane : lanes) {
        if (disc.covers(lane.line().getInteriorPoint()) && !lane.is("lane")) {
          roots.add(lane);
        }
      }
      Geometry ground = disc.difference(clear);
      for (Park park : layout.parks()) {
        if (park.shape().intersects(ground)) {
          ground = ground.difference(park.shape().buffer(6));
        }
      }
      PreparedGeometry region = PreparedGeometryFactory.prepare(ground);
      List<Street> grown = growth.grow(roots, region, 62, 230, villages.streets(place));
      layout.homes().addAll(roots);
      layout.homes().addAll(grown);
      layout.streets().addAll(grown);
    }
  }
}
