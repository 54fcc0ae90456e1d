package org.greensward.ogc.tiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greensward.error.NotFoundException;
import org.greensward.layer.feature.OgcCrs;
import org.greensward.layer.tile.geometry.Mercator;
import org.greensward.layer.tile.geometry.TileCoord;
import org.greensward.ogc.common.Link;
import org.greensward.tile.serve.VectorTileService;

/**
 * The grid of the tiles: WebMercatorQuad of the OGC's Two Dimensional Tile Matrix Set, 2.0, annex
 * D.1.
 */
public final class TileMatrices {
  public static final String ID = "WebMercatorQuad";
  static final String URI = "http://www.opengis.net/def/tilematrixset/OGC/1.0/" + ID;

  /** Of a pixel of 0.28 mm, as that standard has it. */
  private static final double SCALE_OF_A_METRE = 1 / 0.00028;

  private TileMatrices() {}

  /**
   * @throws NotFoundException when the tiles are not in that grid
   */
  static void require(String id) {
    if (!id.equals(ID)) {
      throw new NotFoundException(
          "There is no tile matrix set " + id + "; the one there is is " + ID + ".");
    }
  }

  /** Its definition. */
  static Map<String, Object> definition(List<Link> links) {
    Map<String, Object> set = new LinkedHashMap<>();
    set.put("id", ID);
    set.put("title", "Google Maps Compatible for the World");
    set.put("uri", URI);
    set.put("crs", OgcCrs.WEB_MERCATOR.uri());
    set.put("orderedAxes", List.of("X", "Y"));
    set.put("wellKnownScaleSet", "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible");
    List<Map<String, Object>> matrices = new ArrayList<>();
    for (int z = 0; z <= VectorTileService.LAST_USEFUL_ZOOM; z++) {
      Map<String, Object> matrix = new LinkedHashMap<>();
      matrix.put("id", String.valueOf(z));
      matrix.put("scaleDenominator", TileCoord.pixel(z) * SCALE_OF_A_METRE);
      matrix.put("cellSize", TileCoord.pixel(z));
      matrix.put("cornerOfOrigin", "topLeft");
      matrix.put("pointOfOrigin", List.of(-TileCoord.HALF_WORLD, TileCoord.HALF_WORLD));
      matrix.put("tileWidth", TileCoord.PIXELS);
      matrix.put("tileHeight", TileCoord.PIXELS);
      matrix.put("matrixWidth", 1 << z);
      matrix.put("matrixHeight", 1 << z);
      matrices.add(matrix);
    }
    set.put("tileMatrices", matrices);
    set.put("links", links);
    return set;
  }

  /** The tiles of a zoom that a box touches, first and last of rows and columns. */
  record Limits(int tileMatrix, int minTileRow, int maxTileRow, int minTileCol, int maxTileCol) {
    static Limits of(int zoom, List<Double> box) {
      return new Limits(
          zoom,
          row(zoom, box.get(3)),
          row(zoom, box.get(1)),
          column(zoom, box.get(0)),
          column(zoom, box.get(2)));
    }

    boolean has(TileCoord tile) {
      return tile.y() >= minTileRow
          && tile.y() <= maxTileRow
          && tile.x() >= minTileCol
          && tile.x() <= maxTileCol;
    }

    /** As a tile set tells it. */
    Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("tileMatrix", String.valueOf(tileMatrix));
      json.put("minTileRow", minTileRow);
      json.put("maxTileRow", maxTileRow);
      json.put("minTileCol", minTileCol);
      json.put("maxTileCol", maxTileCol);
      return json;
    }

    private static int column(int zoom, double longitude) {
      return number(zoom, Mercator.x(longitude) + TileCoord.HALF_WORLD);
    }

    private static int row(int zoom, double latitude) {
      return number(zoom, TileCoord.HALF_WORLD - Mercator.y(latitude));
    }

    private static int number(int zoom, double metres) {
      int number = (int) Math.floor(metres / (TileCoord.pixel(zoom) * TileCoord.PIXELS));
      return Math.max(0, Math.min((1 << zoom) - 1, number));
    }
  }
}
