package org.greensward.layer.tile.geometry;

/**
 * How finely shapes are prepared for the tiles of a zoom. Zooms that need the same have equal
 * details, so that they share what is prepared.
 *
 * @param grid on which the coordinates lie
 * @param tolerance how far a line may move before, in metres of EPSG:3857; 0 where it may not
 */
public record TileDetail(TileGrid grid, double tolerance) {
  private static final int FINEST_PIXELS = 18;

  /** For GeoJSON tiles of a zoom. */
  public static TileDetail ofDegrees(int zoom) {
    return new TileDetail(
        new TileGrid.Degrees(Generalisation.decimals(zoom)), Generalisation.tolerance(zoom));
  }

  /** For vector tiles of a zoom. */
  public static TileDetail ofPixels(int zoom) {
    return new TileDetail(
        new TileGrid.Pixels(Math.min(zoom, FINEST_PIXELS)), Generalisation.tolerance(zoom));
  }
}
