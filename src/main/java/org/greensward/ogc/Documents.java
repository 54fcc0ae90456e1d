package org.greensward.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greensward.download.Export;
import org.greensward.store.WorkingDate;
import org.springframework.stereotype.Component;

/** What the API says of itself, for programs: maps that are written as JSON. */
@Component
class Documents {
  static final String RELATIONS = "http://www.opengis.net/def/rel/ogc/1.0/";

  private final Items items;
  private final Extents extents;
  private final WorkingDate workingDate;

  Documents(Items items, Extents extents, WorkingDate workingDate) {
    this.items = items;
    this.extents = extents;
    this.workingDate = workingDate;
  }

  /** The landing page. */
  Map<String, Object> landing(String title, String description, Format format) {
    String root = Places.root();
    List<Link> links =
        new ArrayList<>(Places.itself(root, Map.of(), format, Link.JSON, "This document"));
    links.add(new Link(root + "/api", "service-desc", Link.OPEN_API, "The API's definition"));
    links.add(
        new Link(
            root + "/api?f=html", "service-doc", Link.HTML, "The API's definition for people"));
    links.add(new Link(root + "/conformance", "conformance", Link.JSON, "What it conforms to"));
    links.add(new Link(root + "/collections", "data", Link.JSON, "The collections"));
    links.add(
        new Link(
            root + "/tiles", RELATIONS + "tilesets-vector", Link.JSON, "Vector tiles of them all"));
    links.add(
        new Link(
            root + "/tileMatrixSets",
            RELATIONS + "tiling-schemes",
            Link.JSON,
            "The grid of the tiles"));
    Map<String, Object> landing = new LinkedHashMap<>();
    landing.put("title", title);
    landing.put("description", description);
    landing.put("links", links);
    return landing;
  }

  Map<String, Object> conformance(Format format) {
    Map<String, Object> declared = new LinkedHashMap<>();
    declared.put(
        "links",
        Places.itself(
            Places.root() + "/conformance", Map.of(), format, Link.JSON, "This document"));
    declared.put("conformsTo", Conformance.classes());
    return declared;
  }

  /** All collections. */
  Map<String, Object> collections(Format format) {
    Map<String, Object> extent = extents.read();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put(
        "links",
        Places.itself(
            Places.root() + "/collections", Map.of(), format, Link.JSON, "This document"));
    all.put(
        "collections",
        OgcCollections.all().stream().map(c -> collection(c, extent, format)).toList());
    return all;
  }

  Map<String, Object> collection(OgcCollection collection, Format format) {
    return collection(collection, extents.read(), format);
  }

  private Map<String, Object> collection(
      OgcCollection collection, Map<String, Object> extent, Format format) {
    Export licensed = items.licensed(collection, workingDate.today());
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("id", collection.id());
    one.put("title", collection.title());
    one.put("description", collection.description());
    one.put("attribution", licensed.about().credit());
    one.put("license", licensed.about().licence());
    one.put("extent", extent);
    one.put("itemType", "feature");
    one.put("crs", OgcCrs.uris());
    one.put("storageCrs", OgcCrs.NATIONAL_GRID.uri());
    one.put("links", links(collection, format));
    return one;
  }

  private static List<Link> links(OgcCollection collection, Format format) {
    String address = Places.of(collection);
    String title = collection.title();
    List<Link> links = new ArrayList<>(Places.itself(address, Map.of(), format, Link.JSON, title));
    links.add(new Link(address + "/items?f=json", "items", Link.GEO_JSON, title + " (GeoJSON)"));
    links.add(new Link(address + "/items?f=html", "items", Link.HTML, title + " (HTML)"));
    links.add(
        new Link(
            address + "/queryables",
            RELATIONS + "queryables",
            Link.SCHEMA,
            "What " + collection.id() + " can be filtered by"));
    // The registered name, and as older GDAL compares it, letter by letter.
    for (String describedBy : List.of("describedby", "describedBy")) {
      links.add(
          new Link(
              address + "/schema",
              describedBy,
              Link.SCHEMA,
              "The features of " + collection.id() + " as JSON Schema"));
    }
    if (collection.tiles() != null) {
      links.add(
          new Link(
              address + "/tiles",
              RELATIONS + "tilesets-vector",
              Link.JSON,
              "Vector tiles of " + collection.id()));
    }
    links.add(new Link(Places.site() + "/data", "license", Link.HTML, "Licences and sources"));
    links.add(
        new Link(
            Places.site() + "/download", "enclosure", Link.HTML, title + " as a file to download"));
    return links;
  }
}
