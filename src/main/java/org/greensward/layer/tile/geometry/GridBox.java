package org.greensward.layer.tile.geometry;

import org.locationtech.jts.geom.Envelope;

/** A box on a grid, its edges included. */
public record GridBox(int minX, int minY, int maxX, int maxY) {

  /** Whether a point of another box lies in this one. */
  public boolean meets(int otherMinX, int otherMinY, int otherMaxX, int otherMaxY) {
    return otherMinX <= maxX && otherMaxX >= minX && otherMinY <= maxY && otherMaxY >= minY;
  }

  /** Whether another box lies in this one, edges included. */
  public boolean contains(int otherMinX, int otherMinY, int otherMaxX, int otherMaxY) {
    return otherMinX >= minX && otherMaxX <= maxX && otherMinY >= minY && otherMaxY <= maxY;
  }

  /** In grid units. */
  Envelope envelope() {
    return new Envelope(minX, maxX, minY, maxY);
  }
}
