package org.greensward.tile;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.greensward.refusal.NotThere;
import org.greensward.web.AtDate;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** {@code /tiles}: the tiles of each layer, and TileJSON that says where they are. */
@RestController
class TileController {
  private static final String GEOJSON = "application/geo+json";
  private static final int LAST_USEFUL_ZOOM = 18;

  private final TileService tiles;
  private final TileExtent extent;
  private final AtDate atDate;

  TileController(TileService tiles, TileExtent extent, AtDate atDate) {
    this.tiles = tiles;
    this.extent = extent;
    this.atDate = atDate;
  }

  /**
   * One tile. With {@code revision}, as TileJSON gives it, it may be kept for a year if that is the
   * layer's revision; without, it is to be revalidated by its ETag.
   */
  @GetMapping("/tiles/{layer}/{z}/{x}/{file}")
  ResponseEntity<byte[]> tile(
      @PathVariable String layer,
      @PathVariable String z,
      @PathVariable String x,
      @PathVariable String file,
      @RequestParam(required = false) String at,
      @RequestParam(required = false) Long revision,
      @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) String has) {
    TileLayer known = tiles.getLayer(layer);
    TileCoord coord = TileCoord.parse(z, x, row(file));
    LocalDate date = atDate.of(at);
    long current = tiles.getRevision(known);
    if (revision != null && revision > current) {
      throw new NotThere(
          "Layer " + layer + " has no revision " + revision + " yet; it is at " + current + ".");
    }
    if (has != null && has.replace("W/", "").contains(etag(current, date))) {
      return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
          .eTag(etag(current, date))
          .cacheControl(life(revision, current))
          .build();
    }
    TileService.Tile tile = tiles.getTile(known, coord, date);
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf(GEOJSON))
        .eTag(etag(tile.revision(), date))
        .cacheControl(life(revision, tile.revision()))
        .body(tile.bytes());
  }

  /**
   * TileJSON 3.0 of a layer; its tile addresses carry the revision, and the date if one is asked.
   */
  @GetMapping("/tiles/{layer}.json")
  ResponseEntity<Map<String, Object>> tileJson(
      @PathVariable("layer") String name, @RequestParam(required = false) String at) {
    TileLayer layer = tiles.getLayer(name);
    LocalDate date = atDate.of(at);
    String root = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    String address =
        root
            + "/tiles/"
            + layer.name()
            + "/{z}/{x}/{y}.geojson?revision="
            + tiles.getRevision(layer)
            + "&at="
            + date;
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .body(
            Map.of(
                "tilejson",
                "3.0.0",
                "name",
                layer.name(),
                "description",
                layer.description(),
                "tiles",
                List.of(address),
                "minzoom",
                layer.minZoom(),
                "maxzoom",
                LAST_USEFUL_ZOOM,
                "bounds",
                extent.bounds(),
                "attribution",
                extent.attribution(),
                "vector_layers",
                List.of(
                    Map.of(
                        "id",
                        layer.name(),
                        "fields",
                        layer.fields().stream()
                            .collect(java.util.stream.Collectors.toMap(f -> f, f -> ""))))));
  }

  private static String row(String file) {
    int dot = file.lastIndexOf('.');
    String format = dot < 0 ? "" : file.substring(dot + 1);
    if (!format.equals("geojson")) {
      throw new NotThere("Tiles end in .geojson, not in '" + file + "'.");
    }
    return file.substring(0, dot);
  }

  private static String etag(long revision, LocalDate at) {
    return "\"" + revision + "-" + at + "\"";
  }

  private static CacheControl life(Long asked, long served) {
    if (asked == null) {
      return CacheControl.noCache();
    }
    return asked == served
        ? CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable()
        : CacheControl.maxAge(Duration.ofSeconds(10)).cachePublic();
  }
}
