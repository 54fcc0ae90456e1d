package org.greensward.ogc.tiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.greensward.layer.feature.OgcCrs;
import org.greensward.layer.tile.TileLayer;
import org.greensward.ogc.common.CollectionExtents;
import org.greensward.ogc.common.Link;
import org.greensward.ogc.common.OgcCollections;
import org.greensward.ogc.common.OgcUrls;
import org.greensward.tile.serve.VectorTileService;
import org.springframework.stereotype.Component;

/** What the API says of its tiles (OGC API Tiles Part 1). */
@Component
public class TileSets {
  private static final String TILING_SCHEME = Link.OGC_RELATIONS + "tiling-scheme";

  private final OgcCollections collections;
  private final VectorTileService tiles;
  private final CollectionExtents extents;
  private volatile Kept kept;

  TileSets(OgcCollections collections, VectorTileService tiles, CollectionExtents extents) {
    this.collections = collections;
    this.tiles = tiles;
    this.extents = extents;
  }

  /** The layers of a tile of the whole. */
  List<String> allLayers() {
    return collections.tiled().stream()
        .flatMap(collection -> collection.tileLayers().stream())
        .toList();
  }

  /** Limits, as they are while the layers have a revision. */
  private record Kept(long revision, List<TileMatrices.Limits> limits) {}

  /**
   * The tile sets of a collection or of the whole. Each entry has a link to what tells how to ask
   * for its tiles; a template would be no address to follow from a list.
   */
  Map<String, Object> list(String address, String title) {
    Map<String, Object> set = summary(title);
    set.put("links", List.of(new Link(setAt(address), "self", Link.JSON, title)));
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("links", List.of(new Link(address, "self", Link.JSON, "Tile sets")));
    list.put("tilesets", List.of(set));
    return list;
  }

  /** One tile set: where its tiles are, and which there are. */
  Map<String, Object> set(String address, String title, List<String> layers) {
    List<Double> box = extents.box();
    Map<String, Object> set = summary(title);
    set.put("attribution", tiles.attribution());
    set.put(
        "tileMatrixSetLimits",
        limits(box).stream().map(TileMatrices.Limits::json).collect(Collectors.toList()));
    set.put(
        "boundingBox",
        Map.of(
            "lowerLeft", box.subList(0, 2),
            "upperRight", box.subList(2, 4),
            "crs", OgcCrs.CRS84.uri()));
    set.put("layers", layers.stream().map(this::layer).toList());
    List<Link> links = new ArrayList<>();
    links.add(new Link(setAt(address), "self", Link.JSON, title));
    links.add(new Link(template(address), "item", Link.MVT, "Vector tiles", true));
    links.add(
        new Link(
            OgcUrls.root() + "/tileMatrixSets/" + TileMatrices.ID,
            TILING_SCHEME,
            Link.JSON,
            "The grid of the tiles"));
    links.add(
        new Link(setAt(address) + "?f=tilejson", "describedby", Link.JSON, "The same as TileJSON"));
    set.put("links", links);
    return set;
  }

  /** The same as TileJSON 3.0, for programs of the web. */
  Map<String, Object> tileJson(String address, String title, List<String> layers) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("tilejson", "3.0.0");
    json.put("name", title);
    json.put(
        "tiles",
        List.of(
            template(address)
                .replace("{tileMatrix}", "{z}")
                .replace("{tileRow}", "{y}")
                .replace("{tileCol}", "{x}")));
    json.put("minzoom", 0);
    json.put("maxzoom", VectorTileService.LAST_USEFUL_ZOOM);
    json.put("bounds", extents.box());
    json.put("attribution", tiles.attribution());
    json.put(
        "vector_layers",
        layers.stream()
            .map(tiles::layer)
            .map(
                layer ->
                    Map.of(
                        "id",
                        layer.name(),
                        "description",
                        layer.description(),
                        "fields",
                        layer.fields().stream()
                            .collect(Collectors.toMap(field -> field, field -> ""))))
            .toList());
    return json;
  }

  /** By zoom, the tiles that there are: beyond these there can be nothing. */
  List<TileMatrices.Limits> limits() {
    long revision = tiles.revision(allLayers());
    Kept kept = this.kept;
    if (kept == null || kept.revision != revision) {
      kept = new Kept(revision, limits(extents.box()));
      this.kept = kept;
    }
    return kept.limits;
  }

  private static List<TileMatrices.Limits> limits(List<Double> box) {
    return IntStream.rangeClosed(0, VectorTileService.LAST_USEFUL_ZOOM)
        .mapToObj(zoom -> TileMatrices.Limits.of(zoom, box))
        .toList();
  }

  private static Map<String, Object> summary(String title) {
    Map<String, Object> set = new LinkedHashMap<>();
    set.put("title", title);
    set.put("dataType", "vector");
    set.put("crs", OgcCrs.WEB_MERCATOR.uri());
    set.put("tileMatrixSetURI", TileMatrices.URI);
    set.put("tileMatrixSetId", TileMatrices.ID);
    return set;
  }

  private Map<String, Object> layer(String name) {
    TileLayer layer = tiles.layer(name);
    Map<String, Object> properties = new LinkedHashMap<>();
    layer.fields().forEach(field -> properties.put(field, Map.of()));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", name);
    json.put("description", layer.description());
    json.put("dataType", "vector");
    json.put("propertiesSchema", Map.of("type", "object", "properties", properties));
    return json;
  }

  private static String setAt(String address) {
    return address + "/" + TileMatrices.ID;
  }

  private static String template(String address) {
    return setAt(address) + "/{tileMatrix}/{tileRow}/{tileCol}.mvt";
  }
}
