package org.greensward.ogc.openapi;

import static org.greensward.ogc.common.OpenApiParts.content;
import static org.greensward.ogc.common.OpenApiParts.map;
import static org.greensward.ogc.common.OpenApiParts.operation;
import static org.greensward.ogc.common.OpenApiParts.pathParameter;
import static org.greensward.ogc.common.OpenApiParts.queryParameter;
import static org.greensward.ogc.common.OpenApiParts.response;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greensward.layer.export.ExportField;
import org.greensward.layer.feature.OgcCollection;
import org.greensward.layer.feature.OgcCrs;
import org.greensward.ogc.common.Link;
import org.greensward.ogc.common.OgcCollections;
import org.greensward.ogc.common.OgcFormat;
import org.greensward.ogc.common.OgcUrls;
import org.greensward.ogc.common.OpenApiParts;
import org.greensward.ogc.features.ItemsRequest;
import org.greensward.ogc.features.Queryables;
import org.greensward.ogc.filter.FilterLanguage;
import org.greensward.ogc.tiles.TileMatrices;
import org.springframework.stereotype.Component;

/**
 * The definition of the API in OpenAPI 3.0. Every collection has paths of its own, since each has
 * properties of its own to filter by; nothing refers to another document.
 */
@Component
public class OpenApi {
  private static final String VERSION = "1.0.0";

  private final OgcCollections collections;
  private final OpenApiWrites writes;

  OpenApi(OgcCollections collections, OpenApiWrites writes) {
    this.collections = collections;
    this.writes = writes;
  }

  /** The whole document; its server is the landing page's own address. */
  public Map<String, Object> document(String title, String description) {
    Map<String, Object> paths = new LinkedHashMap<>();
    describe(paths);
    for (OgcCollection collection : collections.all()) {
      describe(collection, paths);
    }
    return map(
        "openapi",
        "3.0.3",
        "info",
        map("title", title, "description", description, "version", VERSION),
        "servers",
        List.of(map("url", OgcUrls.root())),
        "tags",
        List.of(
            map("name", "about", "description", "What the API says of itself"),
            map("name", "features", "description", "Features"),
            map("name", "tiles", "description", "Vector tiles")),
        "security",
        List.of(map(), map("basic", List.of()), map("bearer", List.of())),
        "paths",
        paths,
        "components",
        OpenApiParts.components());
  }

  private static void describe(Map<String, Object> paths) {
    Map<String, Object> f = format("json", "html");
    document(paths, "/", "getLandingPage", "The landing page", f, Link.JSON, Link.HTML);
    document(paths, "/api", "getApi", "This definition", f, Link.OPEN_API, Link.HTML);
    document(
        paths, "/conformance", "getConformance", "What it conforms to", f, Link.JSON, Link.HTML);
    document(paths, "/collections", "getCollections", "The collections", f, Link.JSON, Link.HTML);
    Map<String, Object> json = format("json");
    paths.put(
        "/tileMatrixSets",
        get("getTileMatrixSetsList", "tiles", "The grids of tiles", List.of(json), Link.JSON));
    paths.put(
        "/tileMatrixSets/" + TileMatrices.ID,
        get("getTileMatrixSet", "tiles", "The grid of the tiles", List.of(json), Link.JSON));
    tiles("", "dataset", "all layers", paths);
  }

  private static void document(
      Map<String, Object> paths,
      String path,
      String id,
      String summary,
      Map<String, Object> parameter,
      String... types) {
    paths.put(path, get(id, "about", summary, List.of(parameter), types));
  }

  private void describe(OgcCollection collection, Map<String, Object> paths) {
    String path = "/collections/" + collection.id();
    String name = collection.id();
    Map<String, Object> f = format("json", "html");
    paths.put(
        path,
        get(
            name + ".getCollection",
            "about",
            collection.description(),
            List.of(f),
            Link.JSON,
            Link.HTML));
    paths.put(
        path + "/queryables",
        get(
            name + ".getQueryables",
            "about",
            "What " + name + " can be filtered by",
            List.of(f),
            Link.SCHEMA,
            Link.HTML));
    paths.put(
        path + "/schema",
        get(
            name + ".getSchema",
            "about",
            "The features of " + name + " as JSON Schema",
            List.of(f),
            Link.SCHEMA,
            Link.HTML));
    Map<String, Object> items =
        get(
            name + ".getFeatures",
            "features",
            "Features of " + name,
            itemsParameters(collection),
            Link.GEO_JSON,
            Link.HTML);
    Map<String, Object> item =
        get(
            name + ".getFeature",
            "features",
            "One feature of " + name,
            List.of(
                pathParameter("featureId", "The feature's id", map("type", "string")),
                crs(ItemsRequest.CRS, "The coordinate system of the answer"),
                datetime(),
                f),
            Link.GEO_JSON,
            Link.HTML);
    writes.describe(collection, items, item);
    paths.put(path + "/items", items);
    paths.put(path + "/items/{featureId}", item);
    if (collection.isTiled()) {
      tiles(path, name + ".collection", name, paths);
    }
  }

  private static void tiles(String path, String name, String what, Map<String, Object> paths) {
    String id = name + ".vector";
    String set = path + "/tiles/" + TileMatrices.ID;
    Map<String, Object> json = format("json");
    paths.put(
        path + "/tiles",
        get(id + ".getTileSetsList", "tiles", "Tile sets of " + what, List.of(json), Link.JSON));
    paths.put(
        set,
        get(
            id + ".getTileSet",
            "tiles",
            "The tile set of " + what,
            List.of(format("json", "tilejson")),
            Link.JSON));
    Map<String, Object> number = map("type", "integer", "minimum", 0);
    paths.put(
        set + "/{tileMatrix}/{tileRow}/{tileCol}.mvt",
        get(
            id + ".getTile",
            "tiles",
            "A vector tile of " + what,
            List.of(
                pathParameter("tileMatrix", "The zoom", map("type", "string")),
                pathParameter("tileRow", "The row, from the north", number),
                pathParameter("tileCol", "The column, from the west", number),
                datetime()),
            Link.MVT));
  }

  /** All parameters of the items of a collection, as the reader of requests knows them. */
  private static List<Map<String, Object>> itemsParameters(OgcCollection collection) {
    List<Map<String, Object>> parameters = new ArrayList<>();
    parameters.add(
        queryParameter(
            ItemsRequest.BBOX,
            "Only features that meet this box: west, south, east, north, in the system of bbox-crs",
            map("type", "array", "minItems", 4, "maxItems", 6, "items", map("type", "number"))));
    parameters.add(crs(ItemsRequest.BBOX_CRS, "The coordinate system of bbox"));
    parameters.add(datetime());
    parameters.add(
        queryParameter(
            ItemsRequest.LIMIT,
            "How many features at most",
            map(
                "type",
                "integer",
                "minimum",
                1,
                "maximum",
                ItemsRequest.MOST,
                "default",
                ItemsRequest.DEFAULT)));
    parameters.add(
        queryParameter(
            ItemsRequest.AFTER,
            "The feature after which the page begins; next links have it",
            map("type", "string")));
    parameters.add(crs(ItemsRequest.CRS, "The coordinate system of the answer"));
    parameters.add(
        queryParameter(
            ItemsRequest.FILTER, "Only features that this is true of", map("type", "string")));
    parameters.add(
        queryParameter(
            ItemsRequest.FILTER_LANG,
            "The language of filter",
            map(
                "type",
                "string",
                "enum",
                List.of(FilterLanguage.CQL2_TEXT.word(), FilterLanguage.ECQL.word()),
                "default",
                FilterLanguage.CQL2_TEXT.word())));
    parameters.add(crs(ItemsRequest.FILTER_CRS, "The coordinate system of geometries in filter"));
    for (ExportField field : collection.fields()) {
      parameters.add(
          queryParameter(
              field.name(),
              "Only features whose " + field.name() + " is this",
              Queryables.property(field)));
    }
    parameters.add(format("json", "html"));
    return parameters;
  }

  private static Map<String, Object> datetime() {
    return queryParameter(
        ItemsRequest.DATETIME,
        "The date whose state is shown, a date-time, or an interval with .. for an open end",
        map("type", "string"));
  }

  private static Map<String, Object> crs(String name, String description) {
    return queryParameter(
        name,
        description,
        map(
            "type",
            "string",
            "format",
            "uri",
            "enum",
            OgcCrs.uris(),
            "default",
            OgcCrs.CRS84.uri()));
  }

  private static Map<String, Object> format(String... words) {
    return queryParameter(
        OgcFormat.PARAMETER,
        "The format, in place of the header Accept",
        map("type", "string", "enum", List.of(words)));
  }

  private static Map<String, Object> get(
      String id,
      String tag,
      String summary,
      List<Map<String, Object>> parameters,
      String... types) {
    Map<String, Object> responses = new LinkedHashMap<>();
    responses.put("200", response(summary, content(types)));
    responses.put("400", map("$ref", "#/components/responses/BadRequest"));
    responses.put("401", map("$ref", "#/components/responses/BadKey"));
    responses.put("403", map("$ref", "#/components/responses/NotAllowed"));
    responses.put("404", map("$ref", "#/components/responses/NotThere"));
    return map("get", operation(id, tag, summary, parameters, responses));
  }
}
