package org.greensward.land.shape;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** How much a drawn shape may be, and where. */
public final class ShapeLimits {
  /** Points of all rings together. */
  public static final int POINTS = 10_000;

  /** The longer side of the box around it, in metres. */
  public static final double EXTENT_M = 20_000;

  /** England within the National Grid. */
  static final Envelope ENGLAND = new Envelope(80_000, 660_000, 5_000, 660_000);

  private ShapeLimits() {}

  /** Whether a point of EPSG:27700 lies in the rectangle around England. */
  public static boolean isInEngland(double east, double north) {
    return ENGLAND.contains(east, north);
  }

  /**
   * @throws InvalidShapeException when a shape is beyond the limits
   */
  public static void keep(Geometry shape) {
    for (Coordinate point : shape.getCoordinates()) {
      // Not so of what is no number either.
      if (!ENGLAND.contains(point)) {
        throw new InvalidShapeException(ShapeFault.at(point, "shape.fault.outside-england"));
      }
    }
    if (shape.getNumPoints() > POINTS) {
      throw new InvalidShapeException(
          ShapeFault.of(
              "shape.fault.many-points",
              "%,d".formatted(shape.getNumPoints()),
              "%,d".formatted(POINTS)));
    }
    Envelope box = shape.getEnvelopeInternal();
    double longer = Math.max(box.getWidth(), box.getHeight());
    if (longer > EXTENT_M) {
      throw new InvalidShapeException(
          ShapeFault.of(
              "shape.fault.large", Math.round(longer / 1000), Math.round(EXTENT_M / 1000)));
    }
  }
}
