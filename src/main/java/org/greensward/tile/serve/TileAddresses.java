package org.greensward.tile.serve;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greensward.refusal.NotThere;
import org.greensward.refusal.Refusal;
import org.greensward.store.KnownRevisions;
import org.greensward.tile.TileCoord;
import org.greensward.tile.layer.TileLayer;
import org.greensward.web.AtDate;
import org.springframework.stereotype.Component;

/** Reads the addresses of tiles: {@code /tiles/{layer}/{z}/{x}/{y}.{format}?at=..&revision=..}. */
@Component
class TileAddresses {
  static final String PREFIX = "/tiles/";

  private static final Pattern PARAMETERS =
      Pattern.compile(
          "(?:revision=(\\d{1,18}))?&?(?:at=([0-9-]{10}))?|at=([0-9-]{10})&revision=(\\d{1,18})");

  private final TileService tiles;
  private final AtDate atDate;
  private final KnownRevisions known;

  TileAddresses(TileService tiles, AtDate atDate, KnownRevisions known) {
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
   * @throws NotThere when there is no such layer, zoom, tile or format
   * @throws Refusal when a part cannot be read
   */
  TileKey read(String layer, String z, String x, String file, String at, String accept) {
    TileLayer asked = tiles.getLayer(layer);
    int dot = file.lastIndexOf('.');
    TileFormat format = dot < 0 ? TileFormat.accepted(accept) : format(file, dot);
    TileCoord coord = TileCoord.parse(z, x, dot < 0 ? file : file.substring(0, dot));
    return new TileKey(asked, coord, format, day(at));
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
    int z = path.indexOf('/', PREFIX.length());
    int x = path.indexOf('/', z + 1);
    int y = path.indexOf('/', x + 1);
    if (z < 0 || x < 0 || y < 0 || path.indexOf('/', y + 1) >= 0) {
      return null;
    }
    String at = null;
    Long revision = null;
    if (query != null) {
      Matcher parameters = PARAMETERS.matcher(query);
      if (!parameters.matches()) {
        return null;
      }
      at = first(parameters.group(2), parameters.group(3));
      String number = first(parameters.group(1), parameters.group(4));
      revision = number == null ? null : Long.valueOf(number);
    }
    try {
      String layer = path.substring(PREFIX.length(), z);
      String column = path.substring(x + 1, y);
      TileKey key =
          read(layer, path.substring(z + 1, x), column, path.substring(y + 1), at, accept);
      return new TileRequest(key, revision, has);
    } catch (Refusal e) {
      return null;
    }
  }

  private static String first(String one, String other) {
    return one == null ? other : one;
  }

  private LocalDate day(String at) {
    return known.spanOf(atDate.of(at));
  }

  private static TileFormat format(String file, int dot) {
    return TileFormat.findByExtension(file.substring(dot + 1))
        .orElseThrow(() -> new NotThere("Tiles end in .geojson or .mvt, not in '" + file + "'."));
  }
}
