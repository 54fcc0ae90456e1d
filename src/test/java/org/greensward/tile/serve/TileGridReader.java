package org.greensward.tile.serve;

import java.util.ArrayList;
import java.util.List;
import org.greensward.layer.tile.geometry.TileCoord;
import org.locationtech.jts.geom.Envelope;

/** Tiles side by side. */
final class TileGridReader {
  private TileGridReader() {}

  /** The tiles of a zoom whose squares a box in EPSG:3857 meets, row by row. */
  static List<TileCoord> over(int zoom, Envelope box) {
    double size = TileCoord.pixel(zoom) * TileCoord.PIXELS;
    List<TileCoord> coords = new ArrayList<>();
    for (int y = index(TileCoord.HALF_WORLD - box.getMaxY(), size);
        y <= index(TileCoord.HALF_WORLD - box.getMinY(), size);
        y++) {
      for (int x = index(box.getMinX() + TileCoord.HALF_WORLD, size);
          x <= index(box.getMaxX() + TileCoord.HALF_WORLD, size);
          x++) {
        coords.add(new TileCoord(zoom, x, y));
      }
    }
    return coords;
  }

  private static int index(double distance, double size) {
    return (int) Math.floor(distance / size);
  }
}
