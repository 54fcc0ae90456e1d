package org.greensward.layer.tile;

import java.util.ArrayList;
import java.util.List;
import org.greensward.layer.tile.geometry.GridBox;
import org.greensward.layer.tile.geometry.TileCoord;
import org.greensward.layer.tile.geometry.TileGrid;
import org.locationtech.jts.geom.Envelope;

/**
 * The squares by which features are prepared: tiles of {@link #ZOOM}, or of the zoom of the tile
 * that is made where that is lower. A feature is prepared with each square that its box meets.
 */
public record TileCell(int z, int x, int y) {
  public static final int ZOOM = 13;

  /** The cells that a tile and its buffer lie in. */
  public static List<TileCell> under(TileCoord tile, double bufferPixels) {
    int zoom = Math.min(tile.z(), ZOOM);
    Envelope box = tile.envelope(bufferPixels);
    double size = TileCoord.pixel(zoom) * TileCoord.PIXELS;
    int last = (1 << zoom) - 1;
    int west = within((box.getMinX() + TileCoord.HALF_WORLD) / size, last);
    int east = within((box.getMaxX() + TileCoord.HALF_WORLD) / size, last);
    int north = within((TileCoord.HALF_WORLD - box.getMaxY()) / size, last);
    int south = within((TileCoord.HALF_WORLD - box.getMinY()) / size, last);
    List<TileCell> cells = new ArrayList<>();
    for (int y = north; y <= south; y++) {
      for (int x = west; x <= east; x++) {
        cells.add(new TileCell(zoom, x, y));
      }
    }
    return cells;
  }

  private static int within(double number, int last) {
    return Math.max(0, Math.min(last, (int) Math.floor(number)));
  }

  public TileCoord tile() {
    return new TileCoord(z, x, y);
  }

  /** The square on the finest grid; two neighbours share no point. */
  GridBox square() {
    Envelope here = tile().envelope(0);
    Envelope next = new TileCoord(z, x + 1, y + 1).envelope(0);
    TileGrid grid = TileGrid.Degrees.FINEST;
    return new GridBox(
        grid.column(here.getMinX()),
        grid.row(next.getMaxY()) + 1,
        grid.column(next.getMinX()) - 1,
        grid.row(here.getMaxY()));
  }
}
