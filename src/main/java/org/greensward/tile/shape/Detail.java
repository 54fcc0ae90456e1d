package org.greensward.tile.shape;

import org.greensward.tile.Generalisation;

/**
 * How finely shapes are prepared for the tiles of a zoom. Zooms that need the same have equal
 * details, so that they share what is prepared.
 *
 * @param grid on which the coordinates lie
 * @param tolerance how far a line may move before, in metres of EPSG:3857; 0 where it may not
 */
public record Detail(Grid grid, double tolerance) {
  private static final int FINEST_PIXELS = 18;

  /** For GeoJSON tiles of a zoom. */
  public static Detail ofDegrees(int zoom) {
    return new Detail(
        new Grid.Degrees(Generalisation.decimals(zoom)), Generalisation.tolerance(zoom));
  }

  /** For vector tiles of a zoom. */
  public static Detail ofPixels(int zoom) {
    return new Detail(
        new Grid.Pixels(Math.min(zoom, FINEST_PIXELS)), Generalisation.tolerance(zoom));
  }
}
