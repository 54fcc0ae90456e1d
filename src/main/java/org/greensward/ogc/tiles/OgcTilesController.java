package org.greensward.ogc.tiles;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.greensward.error.NotFoundException;
import org.greensward.error.UserException;
import org.greensward.layer.feature.OgcCollection;
import org.greensward.layer.feature.OgcCrs;
import org.greensward.layer.tile.geometry.TileCoord;
import org.greensward.ogc.common.Link;
import org.greensward.ogc.common.OgcCollections;
import org.greensward.ogc.common.OgcFormat;
import org.greensward.ogc.common.OgcUrls;
import org.greensward.ogc.common.QueryParameters;
import org.greensward.ogc.features.FeatureReader;
import org.greensward.ogc.features.ItemsRequest;
import org.greensward.revision.WorkingDate;
import org.greensward.tile.serve.VectorTileService;
import org.greensward.tile.serve.VectorTileService.VectorTile;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tile sets and tiles of the whole and of the collections that have some. Tiles are the same for
 * everybody, as on the map: what is not public yet is not in them.
 */
@RestController
class OgcTilesController {
  private static final String TILES = OgcUrls.ROOT + "/tiles";
  private static final String OF_COLLECTION = OgcUrls.ROOT + "/collections/{id}/tiles";
  private static final String TILE = "/{set}/{tileMatrix}/{tileRow}/{tileCol}.mvt";
  private static final String WHOLE = "All layers";

  private final OgcCollections collections;
  private final TileSets sets;
  private final VectorTileService tiles;
  private final FeatureReader items;
  private final WorkingDate workingDate;

  OgcTilesController(
      OgcCollections collections,
      TileSets sets,
      VectorTileService tiles,
      FeatureReader items,
      WorkingDate workingDate) {
    this.collections = collections;
    this.sets = sets;
    this.tiles = tiles;
    this.items = items;
    this.workingDate = workingDate;
  }

  @GetMapping(OgcUrls.ROOT + "/tileMatrixSets")
  ResponseEntity<Object> matrixSets(HttpServletRequest request) {
    isJson(request, List.of());
    String address = OgcUrls.root() + "/tileMatrixSets";
    Map<String, Object> set = new LinkedHashMap<>();
    set.put("id", TileMatrices.ID);
    set.put("title", "Google Maps Compatible for the World");
    set.put("uri", TileMatrices.URI);
    set.put("crs", OgcCrs.WEB_MERCATOR.uri());
    List<Link> links = new ArrayList<>();
    for (String relation : List.of("self", "item")) {
      links.add(new Link(address + "/" + TileMatrices.ID, relation, Link.JSON, "Its definition"));
    }
    set.put("links", links);
    return json(
        Map.of(
            "tileMatrixSets",
            List.of(set),
            "links",
            List.of(new Link(address, "self", Link.JSON, "This document"))));
  }

  @GetMapping(OgcUrls.ROOT + "/tileMatrixSets/{set}")
  ResponseEntity<Object> matrixSet(@PathVariable String set, HttpServletRequest request) {
    TileMatrices.require(set);
    isJson(request, List.of());
    String address = OgcUrls.root() + "/tileMatrixSets/" + set;
    return json(
        TileMatrices.definition(List.of(new Link(address, "self", Link.JSON, "This document"))));
  }

  @GetMapping(TILES)
  ResponseEntity<Object> list(HttpServletRequest request) {
    isJson(request, List.of());
    return json(sets.list(OgcUrls.root() + "/tiles", WHOLE));
  }

  @GetMapping(TILES + "/{set}")
  ResponseEntity<Object> set(@PathVariable String set, HttpServletRequest request) {
    TileMatrices.require(set);
    return set(OgcUrls.root() + "/tiles", WHOLE, sets.allLayers(), request);
  }

  @GetMapping(TILES + TILE)
  ResponseEntity<byte[]> tile(
      @PathVariable String set,
      @PathVariable String tileMatrix,
      @PathVariable String tileRow,
      @PathVariable String tileCol,
      HttpServletRequest request) {
    LocalDate at = at(request);
    collections.tiled().forEach(collection -> permit(collection, at));
    return tile(sets.allLayers(), set, coord(tileMatrix, tileRow, tileCol), at);
  }

  @GetMapping(OF_COLLECTION)
  ResponseEntity<Object> listOf(@PathVariable String id, HttpServletRequest request) {
    OgcCollection collection = tiled(id);
    isJson(request, List.of());
    return json(sets.list(OgcUrls.of(collection) + "/tiles", collection.title()));
  }

  @GetMapping(OF_COLLECTION + "/{set}")
  ResponseEntity<Object> setOf(
      @PathVariable String id, @PathVariable String set, HttpServletRequest request) {
    OgcCollection collection = tiled(id);
    TileMatrices.require(set);
    return set(
        OgcUrls.of(collection) + "/tiles",
        collection.title(),
        List.of(collection.tileLayer()),
        request);
  }

  @GetMapping(OF_COLLECTION + TILE)
  ResponseEntity<byte[]> tileOf(
      @PathVariable String id,
      @PathVariable String set,
      @PathVariable String tileMatrix,
      @PathVariable String tileRow,
      @PathVariable String tileCol,
      HttpServletRequest request) {
    OgcCollection collection = tiled(id);
    LocalDate at = at(request);
    permit(collection, at);
    return tile(List.of(collection.tileLayer()), set, coord(tileMatrix, tileRow, tileCol), at);
  }

  private ResponseEntity<Object> set(
      String address, String title, List<String> layers, HttpServletRequest request) {
    return json(
        isJson(request, List.of("tilejson"))
            ? sets.set(address, title, layers)
            : sets.tileJson(address, title, layers));
  }

  /**
   * A tile, empty where nothing lies in it.
   *
   * @throws NotFoundException when it is outside the limits that the tile set tells
   */
  private ResponseEntity<byte[]> tile(
      List<String> layers, String set, TileCoord coord, LocalDate at) {
    TileMatrices.require(set);
    if (coord.z() > VectorTileService.LAST_USEFUL_ZOOM
        || !sets.limits().get(coord.z()).has(coord)) {
      throw new NotFoundException(
          "There is no tile %d/%d/%d (matrix/row/column) in this tile set; its document tells the limits."
              .formatted(coord.z(), coord.y(), coord.x()));
    }
    VectorTile tile = tiles.get(layers, coord, at);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .eTag(tile.etag())
        .contentType(MediaType.parseMediaType(Link.MVT))
        .body(tile.bytes());
  }

  private void permit(OgcCollection collection, LocalDate at) {
    items.licensedWhole(collection, at).requireOpen();
  }

  private LocalDate at(HttpServletRequest request) {
    QueryParameters text = QueryParameters.of(request, List.of(ItemsRequest.DATETIME));
    return ItemsRequest.at(text, workingDate.today());
  }

  private static TileCoord coord(String matrix, String row, String column) {
    return TileCoord.parse(matrix, column, row);
  }

  private OgcCollection tiled(String id) {
    OgcCollection collection = collections.get(id);
    if (!collection.isTiled()) {
      throw new NotFoundException(
          "There are no tiles of %s; there are of %s."
              .formatted(
                  id,
                  collections.tiled().stream()
                      .map(OgcCollection::id)
                      .collect(Collectors.joining(" and "))));
    }
    return collection;
  }

  /** Whether the one format of these documents is asked for, or another that a document has. */
  private static boolean isJson(HttpServletRequest request, List<String> others) {
    String format =
        QueryParameters.of(request, List.of(OgcFormat.PARAMETER)).find(OgcFormat.PARAMETER);
    if (format == null || format.equals(OgcFormat.JSON.word())) {
      return true;
    }
    if (others.contains(format)) {
      return false;
    }
    throw new UserException(
        "f="
            + format
            + " is not offered here; it is json"
            + String.join("", others.stream().map(other -> " or " + other).toList())
            + ".");
  }

  private static ResponseEntity<Object> json(Map<String, Object> body) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .contentType(MediaType.APPLICATION_JSON)
        .body(body);
  }
}
