package org.greensward.demonstration;

import org.locationtech.jts.geom.Coordinate;

/**
 * Bends the plane so that a straight division becomes an edge like a hedge or a stream: bends over
 * some kilometres, over a few hundred metres and over a field's length.
 */
final class Warp {

  private static final double[] WAVELENGTHS = {2600, 1000, 400, 150, 70};
  private static final double[] AMPLITUDES = {430, 230, 105, 42, 13};

  private final Noise east;
  private final Noise north;

  Warp(long seed) {
    this.east = new Noise(seed + 1);
    this.north = new Noise(seed + 2);
  }

  Coordinate apply(Coordinate p) {
    Coordinate q = p.copy();
    for (int i = 0; i < WAVELENGTHS.length; i++) {
      q.x += AMPLITUDES[i] * east.at(p.x, p.y, WAVELENGTHS[i]);
      q.y += AMPLITUDES[i] * north.at(p.x, p.y, WAVELENGTHS[i]);
    }
    return q;
  }
}
