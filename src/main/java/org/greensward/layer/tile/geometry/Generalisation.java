package org.greensward.layer.tile.geometry;

/**
 * How much detail each zoom carries: what is smaller than half a pixel is left out, and coordinates
 * have as many decimals as a sixteenth of a pixel needs.
 */
public final class Generalisation {
  /** From this zoom on geometry is as it was imported. */
  public static final int EXACT_FROM = 16;

  /** Below this zoom parcels are under a pixel or two, and land is merged. */
  public static final int MERGED_BELOW = 13;

  private static final double PIXELS_LEFT_OUT = 0.5;
  private static final int STEPS_IN_A_PIXEL = 16;
  private static final int MOST_DECIMALS = 7; // a centimetre

  private Generalisation() {}

  /** How far a line may move, in EPSG:3857 metres; 0 where it may not. */
  public static double tolerance(int zoom) {
    return zoom >= EXACT_FROM ? 0 : PIXELS_LEFT_OUT * TileCoord.pixel(zoom);
  }

  /** The decimals of a degree that coordinates carry. */
  public static int decimals(int zoom) {
    double stepsInADegree = TileCoord.PIXELS * (double) (1L << zoom) * STEPS_IN_A_PIXEL / 360;
    return Math.min(MOST_DECIMALS, Math.max(1, (int) Math.ceil(Math.log10(stepsInADegree))));
  }
}
