package org.greensward.layer.tile.geometry;

import org.greensward.error.NotFoundException;
import org.greensward.error.UserException;
import org.locationtech.jts.geom.Envelope;

/**
 * A tile of the Web Mercator quad tree (OGC WebMercatorQuad).
 *
 * @param z zoom, 0 (one tile for the world) to {@link #MAX_ZOOM}
 * @param x column, 0 at the antimeridian, growing eastwards
 * @param y row, 0 at the north edge, growing southwards
 */
public record TileCoord(int z, int x, int y) {
  public static final int MAX_ZOOM = 22;

  /** Half the width of the Web Mercator world, in its metres. */
  public static final double HALF_WORLD = 20037508.342789244;

  private static final int MOST_DIGITS = 9;

  /** How many pixels wide a tile is meant to be drawn. */
  public static final int PIXELS = 256;

  /**
   * Reads a tile from the parts of its address.
   *
   * @throws UserException when a part is no whole number
   * @throws NotFoundException when the zoom has no such tile
   */
  public static TileCoord parse(String z, String x, String y) {
    int zoom = number("zoom", z);
    if (zoom < 0 || zoom > MAX_ZOOM) {
      throw new NotFoundException(
          "There is no zoom " + z + "; zooms go from 0 to " + MAX_ZOOM + ".");
    }
    int last = (1 << zoom) - 1;
    int column = number("column", x);
    int row = number("row", y);
    if (column < 0 || column > last || row < 0 || row > last) {
      throw new NotFoundException(
          "There is no tile "
              + x
              + "/"
              + y
              + " at zoom "
              + z
              + "; columns and rows go from 0 to "
              + last
              + ".");
    }
    return new TileCoord(zoom, column, row);
  }

  private static int number(String what, String text) {
    int start = text.startsWith("-") ? 1 : 0;
    boolean whole = text.length() > start && text.length() <= start + MOST_DIGITS;
    for (int i = start; i < text.length() && whole; i++) {
      whole = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    if (!whole) {
      throw new UserException("The tile's " + what + " '" + text + "' is not a whole number.");
    }
    return Integer.parseInt(text);
  }

  /** The tile's square in EPSG:3857 metres, widened on each side by a number of its pixels. */
  public Envelope envelope(double bufferPixels) {
    double size = 2 * HALF_WORLD / (1L << z);
    double west = -HALF_WORLD + x * size;
    double north = HALF_WORLD - y * size;
    Envelope envelope = new Envelope(west, west + size, north - size, north);
    envelope.expandBy(bufferPixels * pixel(z));
    return envelope;
  }

  /** The width of a pixel at a zoom, in EPSG:3857 metres. */
  public static double pixel(int z) {
    return 2 * HALF_WORLD / PIXELS / (1L << z);
  }
}
