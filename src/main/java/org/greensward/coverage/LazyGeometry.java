package org.greensward.coverage;

import java.util.function.Supplier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A shape of which the box and one point are at hand, and the rest is fetched when it is asked for:
 * of many shapes nearly all are far from any border and from each other, and never are.
 *
 * @param box of an empty shape null, as JTS has it
 * @param somewhere any of its points; null where it is empty
 * @param source gives the shape itself, each time it is asked
 */
public record LazyGeometry(Envelope box, Coordinate somewhere, Supplier<Geometry> source) {

  static LazyGeometry of(Geometry shape) {
    return new LazyGeometry(shape.getEnvelopeInternal(), shape.getCoordinate(), () -> shape);
  }
}
