package org.greensward.layer.tile.geometry;

import org.locationtech.jts.geom.Envelope;

/** The whole numbers on which the coordinates of tiles lie, worldwide. */
public sealed interface TileGrid {
  /** The column of an EPSG:3857 easting, the nearest one. */
  int column(double mercatorX);

  /** The row of an EPSG:3857 northing, the nearest one. */
  int row(double mercatorY);

  /** The EPSG:3857 easting of a column. */
  double mercatorX(int column);

  /** The EPSG:3857 northing of a row. */
  double mercatorY(int row);

  /** A tile's square, widened on each side by a number of its pixels. */
  default GridBox box(TileCoord tile, double bufferPixels) {
    Envelope mercator = tile.envelope(bufferPixels);
    int south = row(mercator.getMinY());
    int north = row(mercator.getMaxY());
    return new GridBox(
        column(mercator.getMinX()),
        Math.min(south, north),
        column(mercator.getMaxX()),
        Math.max(south, north));
  }

  /**
   * Decimal fractions of a WGS84 degree: columns are longitudes, rows latitudes, northwards.
   *
   * @param decimals 1 to 7, so that 180 degrees fit an int
   */
  record Degrees(int decimals) implements TileGrid {
    /** A grid of a centimetre, on which shapes are kept before they are thinned out. */
    public static final Degrees FINEST = new Degrees(7);

    private double steps() {
      return STEPS[decimals];
    }

    private static final double[] STEPS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7};
    private static final double LAST_LATITUDE = 85.06;

    @Override
    public int column(double mercatorX) {
      return (int) Math.rint(Mercator.longitude(mercatorX) * steps());
    }

    @Override
    public int row(double mercatorY) {
      return (int) Math.rint(Mercator.latitude(mercatorY) * steps());
    }

    @Override
    public double mercatorX(int column) {
      return Mercator.x(column / steps());
    }

    @Override
    public double mercatorY(int row) {
      return Mercator.y(Math.max(-LAST_LATITUDE, Math.min(LAST_LATITUDE, row / steps())));
    }
  }

  /**
   * Sixteenths of a pixel of a zoom, 4096 to a tile: columns and rows count from the north-west.
   *
   * @param zoom 0 to 18, so that the world fits an int
   */
  record Pixels(int zoom) implements TileGrid {
    /** The parts of a tile's width. */
    public static final int EXTENT = 4096;

    private double step() {
      return TileCoord.pixel(zoom) * TileCoord.PIXELS / EXTENT;
    }

    @Override
    public int column(double mercatorX) {
      return (int) Math.rint((mercatorX + TileCoord.HALF_WORLD) / step());
    }

    @Override
    public int row(double mercatorY) {
      return (int) Math.rint((TileCoord.HALF_WORLD - mercatorY) / step());
    }

    @Override
    public double mercatorX(int column) {
      return column * step() - TileCoord.HALF_WORLD;
    }

    @Override
    public double mercatorY(int row) {
      return TileCoord.HALF_WORLD - row * step();
    }
  }
}
