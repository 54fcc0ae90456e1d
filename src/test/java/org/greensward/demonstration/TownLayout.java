package org.greensward.demonstration;

import java.util.ArrayList;
import java.util.List;
import org.greensward.demonstration.Facts.ParishFact;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * Everything that is laid out before land is drawn. The lists grow while it is made.
 *
 * @param streets all streets
 * @param homes those of them with houses
 * @param works those of them with large sheds and offices
 * @param islands middles of roundabouts
 */
record TownLayout(
    Waterways waterways,
    List<Street> streets,
    List<Street> homes,
    List<Street> works,
    List<Coordinate> islands,
    List<Park> parks,
    List<Polygon> lakes,
    List<Polygon> buildings,
    List<ParishFact> places) {

  static TownLayout draw(ParishMap map, long seed) {
    Waterways waterways = Waterways.draw(seed);
    TownLayout layout =
        new TownLayout(
            waterways,
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            map.parishes().stream().map(ParishMap.Parish::fact).toList());
    new LayoutMaker(map, layout, seed).make();
    layout.buildings().addAll(new Buildings(layout, seed).draw());
    return layout;
  }
}
