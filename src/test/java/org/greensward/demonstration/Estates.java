package org.greensward.demonstration;

import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Knows the new estates whose land a management company keeps. */
final class Estates {

  private static final Set<String> NEW_PARISHES =
      Set.of(
          "Broughton",
          "Milton Keynes",
          "Fairfields",
          "Whitehouse",
          "Kents Hill and Monkston",
          "Shenley Brook End and Tattenhoe",
          "Wavendon");

  private final ParishMap map;
  private final Noise noise;

  Estates(ParishMap map, long seed) {
    this.map = map;
    this.noise = new Noise(seed + 91);
  }

  Keeper keeper(Geometry shape) {
    if (shape.isEmpty()) {
      return Keeper.PUBLIC;
    }
    Coordinate at = shape.getInteriorPoint().getCoordinate();
    boolean company =
        noise.at(at.x, at.y, 1700) > 0.12
            && map.findAt(shape).filter(p -> NEW_PARISHES.contains(p.fact().name())).isPresent();
    return company ? Keeper.COMPANY : Keeper.PUBLIC;
  }
}
