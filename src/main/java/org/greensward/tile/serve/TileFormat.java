package org.greensward.tile.serve;

import java.util.Optional;
import org.greensward.layer.tile.TileWriter;
import org.greensward.layer.tile.geometry.TileCoord;
import org.greensward.layer.tile.geometry.TileDetail;
import org.greensward.layer.tile.geometry.TileGrid;
import org.greensward.tile.encode.GeoJsonTile;
import org.greensward.tile.encode.MvtTile;

/** What a tile can be written as. */
public enum TileFormat {
  GEOJSON("geojson", "application/geo+json") {
    @Override
    TileDetail detail(int zoom) {
      return TileDetail.ofDegrees(zoom);
    }

    @Override
    TileWriter writer(String layer, TileCoord tile, TileGrid grid) {
      return new GeoJsonTile(((TileGrid.Degrees) grid).decimals());
    }
  },
  MVT("mvt", "application/vnd.mapbox-vector-tile") {
    @Override
    TileDetail detail(int zoom) {
      return TileDetail.ofPixels(zoom);
    }

    @Override
    TileWriter writer(String layer, TileCoord tile, TileGrid grid) {
      return new MvtTile(layer, tile, (TileGrid.Pixels) grid);
    }
  };

  private final String extension;
  private final String mediaType;

  TileFormat(String extension, String mediaType) {
    this.extension = extension;
    this.mediaType = mediaType;
  }

  /** How its addresses end, without a dot. */
  String extension() {
    return extension;
  }

  String mediaType() {
    return mediaType;
  }

  /** How finely shapes are prepared for a zoom. */
  abstract TileDetail detail(int zoom);

  abstract TileWriter writer(String layer, TileCoord tile, TileGrid grid);

  /** The format of an address's extension, if it is one. */
  static Optional<TileFormat> findByExtension(String extension) {
    if (extension.equals(GEOJSON.extension)) {
      return Optional.of(GEOJSON);
    }
    return extension.equals(MVT.extension) ? Optional.of(MVT) : Optional.empty();
  }

  /** The format that a client accepts, for an address without an extension. */
  static TileFormat accepted(String accept) {
    return accept != null && accept.contains(MVT.mediaType) ? MVT : GEOJSON;
  }
}
