package org.greensward.tile.serve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.greensward.error.UserException;
import org.greensward.layer.tile.TileLayer;
import org.greensward.revision.LayerRevisions;
import org.greensward.web.AtDateResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** {@code /tiles/{layer}.json}: TileJSON, which says where a layer's tiles are. */
@RestController
class TileJsonController {
  private final TileService tiles;
  private final TileExtent extent;
  private final AtDateResolver atDate;
  private final LayerRevisions known;

  TileJsonController(
      TileService tiles, TileExtent extent, AtDateResolver atDate, LayerRevisions known) {
    this.tiles = tiles;
    this.extent = extent;
    this.atDate = atDate;
    this.known = known;
  }

  /**
   * TileJSON 3.0 of a layer; its tile addresses carry the layer's revision and the date.
   *
   * @param format geojson or mvt
   */
  @GetMapping("/tiles/{layer}.json")
  ResponseEntity<Map<String, Object>> tileJson(
      @PathVariable("layer") String name,
      @RequestParam(required = false) String at,
      @RequestParam(defaultValue = "geojson") String format) {
    TileLayer layer = tiles.getLayer(name);
    TileFormat written =
        TileFormat.findByExtension(format)
            .orElseThrow(
                () ->
                    new UserException("format=" + format + " is not known; it is geojson or mvt."));
    String address =
        "%s/tiles/%s/{z}/{x}/{y}.%s?revision=%d&at=%s"
            .formatted(
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString(),
                layer.name(),
                written.extension(),
                known.ofLayer(layer.name()),
                atDate.of(at));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("tilejson", "3.0.0");
    json.put("name", layer.name());
    json.put("description", layer.description());
    json.put("tiles", List.of(address));
    json.put("minzoom", layer.minZoom());
    json.put("maxzoom", VectorTileService.LAST_USEFUL_ZOOM);
    json.put("bounds", extent.bounds());
    json.put("attribution", extent.attribution());
    json.put(
        "vector_layers",
        List.of(
            Map.of(
                "id",
                layer.name(),
                "fields",
                layer.fields().stream().collect(Collectors.toMap(field -> field, field -> "")))));
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(json);
  }
}
