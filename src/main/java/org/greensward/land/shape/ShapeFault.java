package org.greensward.land.shape;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * What is wrong with a shape, as a text of the bundle with its values.
 *
 * @param at where, in EPSG:27700; null where it is nowhere in particular. The text's first two
 *     values are its easting and northing in whole metres.
 */
public record ShapeFault(String key, List<String> arguments, @Nullable Coordinate at) {

  public ShapeFault {
    arguments = List.copyOf(arguments);
  }

  static ShapeFault of(String key, Object... arguments) {
    return new ShapeFault(key, List.of(arguments).stream().map(String::valueOf).toList(), null);
  }

  static ShapeFault at(Coordinate place, String key) {
    return new ShapeFault(key, List.of(metres(place.x), metres(place.y)), place.copy());
  }

  private static String metres(double ordinate) {
    return Double.isFinite(ordinate) ? String.format(Locale.ROOT, "%.0f", ordinate) : "?";
  }
}
