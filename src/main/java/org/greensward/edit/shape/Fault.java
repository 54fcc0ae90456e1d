package org.greensward.edit.shape;

import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;

/**
 * What is wrong with a shape, as a text of the bundle with its values.
 *
 * @param at where, in EPSG:27700; null where it is nowhere in particular. The text's first two
 *     values are its easting and northing in whole metres.
 */
public record Fault(String key, List<String> arguments, Coordinate at) {

  public Fault {
    arguments = List.copyOf(arguments);
  }

  static Fault of(String key, Object... arguments) {
    return new Fault(key, List.of(arguments).stream().map(String::valueOf).toList(), null);
  }

  static Fault at(Coordinate place, String key) {
    return new Fault(key, List.of(metres(place.x), metres(place.y)), place.copy());
  }

  private static String metres(double ordinate) {
    return Double.isFinite(ordinate) ? String.format(Locale.ROOT, "%.0f", ordinate) : "?";
  }
}
