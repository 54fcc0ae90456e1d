package org.greensward.tile.serve;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greensward.error.NotFoundException;
import org.greensward.error.UserException;
import org.greensward.layer.tile.TileLayer;
import org.greensward.layer.tile.geometry.TileCoord;
import org.greensward.revision.LayerRevisions;
import org.greensward.web.AtDateResolver;
import org.springframework.stereotype.Component;

/** Reads the addresses of tiles: {@code /tiles/{layer}/{z}/{x}/{y}.{format}?at=..&revision=..}. */
@Component
class TileRequestParser {
  static final String PREFIX = "/tiles/";

  private static final Pattern PARAMETERS =
      Pattern.compile(
          "(?:revision=(\\d{1,18}))?&?(?:at=([0-9-]{10}))?|at=([0-9-]{10})&revision=(\\d{1,18})");

  private static final int MOST_PLACES = 20_000;

  private final Map<String, Place> places = new ConcurrentHashMap<>();
  private final TileService tiles;
  private final AtDateResolver atDate;
  private final LayerRevisions known;

  TileRequestParser(TileService tiles, AtDateResolver atDate, LayerRevisions known) {
    this.tiles = tiles;
    this.atDate = atDate;
    this.known = known;
  }

  /**
   * Which tile an address means.
   *
   * @param file the row, with the format's extension or without
   * @param at the date as the address gives it, or null
   * @param accept the request's {@code Accept}, which decides where there is no extension, or null
   * @throws NotFoundException when there is no such layer, zoom, tile or format
   * @throws UserException when a part cannot be read
   */
  TileKey read(String layer, String z, String x, String file, String at, String accept) {
    return place(layer, z, x, file, accept).on(day(at));
  }

  private Place place(String layer, String z, String x, String file, String accept) {
    TileLayer asked = tiles.getLayer(layer);
    int dot = file.lastIndexOf('.');
    TileFormat format = dot < 0 ? TileFormat.accepted(accept) : format(file, dot);
    return new Place(asked, TileCoord.parse(z, x, dot < 0 ? file : file.substring(0, dot)), format);
  }

  /**
   * A request as it comes, if its address is that of a tile that is there and carries nothing that
   * needs decoding; else null, and somebody else may say what is wrong with it.
   *
   * @param path begins with {@link #PREFIX}
   * @param query the part behind the question mark, or null
   * @param has the request's {@code If-None-Match}, or null
   */
  TileRequest find(String path, String query, String accept, String has) {
    try {
      Place place = place(path, accept);
      if (place == null) {
        return null;
      }
      if (query == null) {
        return new TileRequest(place.on(day(null)), null, has);
      }
      Matcher parameters = PARAMETERS.matcher(query);
      if (!parameters.matches()) {
        return null;
      }
      String at = first(parameters.group(2), parameters.group(3));
      String revision = first(parameters.group(1), parameters.group(4));
      return new TileRequest(
          place.on(day(at)), revision == null ? null : Long.valueOf(revision), has);
    } catch (UserException e) {
      return null;
    }
  }

  /** Which tile, on whatever day. */
  private record Place(TileLayer layer, TileCoord coord, TileFormat format) {
    TileKey on(LocalDate day) {
      return new TileKey(layer, coord, format, day);
    }
  }

  /** The place of a path, remembered; null when it has not the parts of one. */
  private Place place(String path, String accept) {
    Place place = places.get(path);
    if (place != null) {
      return place;
    }
    String[] parts = path.substring(PREFIX.length()).split("/", -1);
    if (parts.length != 4) {
      return null;
    }
    place = place(parts[0], parts[1], parts[2], parts[3], accept);
    if (parts[3].indexOf('.') >= 0) {
      if (places.size() >= MOST_PLACES) {
        places.clear();
      }
      places.put(path, place);
    }
    return place;
  }

  private static String first(String one, String other) {
    return one == null ? other : one;
  }

  private LocalDate day(String at) {
    return known.spanOf(atDate.of(at));
  }

  private static TileFormat format(String file, int dot) {
    return TileFormat.findByExtension(file.substring(dot + 1))
        .orElseThrow(
            () -> new NotFoundException("Tiles end in .geojson or .mvt, not in '" + file + "'."));
  }
}
