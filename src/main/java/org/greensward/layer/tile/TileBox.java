package org.greensward.layer.tile;

import org.greensward.layer.tile.geometry.Mercator;
import org.greensward.layer.tile.geometry.TileCoord;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The box of a tile and its buffer, for a query on geometry stored in EPSG:27700. */
public record TileBox(Envelope mercator) {

  /**
   * An expression for the box in EPSG:27700, with parameters that {@link #bind} gives. The tile's
   * edges are bent there, so they get a few vertices before the box around them is taken.
   */
  public static final String SQL =
      """
      ST_Envelope(ST_Transform(ST_Segmentize(
        ST_MakeEnvelope(:west, :south, :east, :north, 3857), (:east - :west) / 4), 27700))\
      """;

  /** Where EPSG:27700 can be computed, with a wide margin around Great Britain. */
  private static final Envelope DOMAIN =
      new Envelope(Mercator.x(-20), Mercator.x(12), Mercator.y(45), Mercator.y(66));

  /** The part of the tile's box in which land can lie; a metre of sea when there is none. */
  public static TileBox of(TileCoord tile, double bufferPixels) {
    Envelope box = tile.envelope(bufferPixels).intersection(DOMAIN);
    return new TileBox(
        box.getWidth() > 0 && box.getHeight() > 0
            ? box
            : new Envelope(
                DOMAIN.getMinX(), DOMAIN.getMinX() + 1, DOMAIN.getMinY(), DOMAIN.getMinY() + 1));
  }

  public JdbcClient.StatementSpec bind(JdbcClient.StatementSpec query) {
    return query
        .param("west", mercator.getMinX())
        .param("south", mercator.getMinY())
        .param("east", mercator.getMaxX())
        .param("north", mercator.getMaxY());
  }
}
