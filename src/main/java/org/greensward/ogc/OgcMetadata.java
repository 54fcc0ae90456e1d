package org.greensward.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greensward.export.PlannedExport;
import org.greensward.layer.feature.OgcCollection;
import org.greensward.layer.feature.OgcCrs;
import org.greensward.ogc.common.CollectionExtents;
import org.greensward.ogc.common.Conformance;
import org.greensward.ogc.common.Link;
import org.greensward.ogc.common.OgcCollections;
import org.greensward.ogc.common.OgcFormat;
import org.greensward.ogc.common.OgcUrls;
import org.greensward.ogc.features.FeatureReader;
import org.greensward.revision.WorkingDate;
import org.springframework.stereotype.Component;

/** What the API says of itself, for programs: maps that are written as JSON. */
@Component
class OgcMetadata {
  private final OgcCollections collections;
  private final FeatureReader items;
  private final CollectionExtents extents;
  private final WorkingDate workingDate;

  OgcMetadata(
      OgcCollections collections,
      FeatureReader items,
      CollectionExtents extents,
      WorkingDate workingDate) {
    this.collections = collections;
    this.items = items;
    this.extents = extents;
    this.workingDate = workingDate;
  }

  /** The landing page. */
  Map<String, Object> landing(String title, String description, OgcFormat format) {
    String root = OgcUrls.root();
    List<Link> links =
        new ArrayList<>(OgcUrls.itself(root, Map.of(), format, Link.JSON, "This document"));
    links.add(new Link(root + "/api", "service-desc", Link.OPEN_API, "The API's definition"));
    links.add(
        new Link(
            root + "/api?f=html", "service-doc", Link.HTML, "The API's definition for people"));
    links.add(new Link(root + "/conformance", "conformance", Link.JSON, "What it conforms to"));
    links.add(new Link(root + "/collections", "data", Link.JSON, "The collections"));
    links.add(
        new Link(
            root + "/tiles",
            Link.OGC_RELATIONS + "tilesets-vector",
            Link.JSON,
            "Vector tiles of them all"));
    links.add(
        new Link(
            root + "/tileMatrixSets",
            Link.OGC_RELATIONS + "tiling-schemes",
            Link.JSON,
            "The grid of the tiles"));
    Map<String, Object> landing = new LinkedHashMap<>();
    landing.put("title", title);
    landing.put("description", description);
    landing.put("links", links);
    return landing;
  }

  Map<String, Object> conformance(OgcFormat format) {
    Map<String, Object> declared = new LinkedHashMap<>();
    declared.put(
        "links",
        OgcUrls.itself(
            OgcUrls.root() + "/conformance", Map.of(), format, Link.JSON, "This document"));
    declared.put("conformsTo", Conformance.classes());
    return declared;
  }

  /** All collections. */
  Map<String, Object> collections(OgcFormat format) {
    Map<String, Object> extent = extents.read();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put(
        "links",
        OgcUrls.itself(
            OgcUrls.root() + "/collections", Map.of(), format, Link.JSON, "This document"));
    all.put(
        "collections", collections.all().stream().map(c -> collection(c, extent, format)).toList());
    return all;
  }

  Map<String, Object> collection(OgcCollection collection, OgcFormat format) {
    return collection(collection, extents.read(), format);
  }

  private Map<String, Object> collection(
      OgcCollection collection, Map<String, Object> extent, OgcFormat format) {
    PlannedExport licensed = items.licensed(collection, workingDate.today());
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

  private static List<Link> links(OgcCollection collection, OgcFormat format) {
    String address = OgcUrls.of(collection);
    String title = collection.title();
    List<Link> links = new ArrayList<>(OgcUrls.itself(address, Map.of(), format, Link.JSON, title));
    links.add(new Link(address + "/items?f=json", "items", Link.GEO_JSON, title + " (GeoJSON)"));
    links.add(new Link(address + "/items?f=html", "items", Link.HTML, title + " (HTML)"));
    links.add(
        new Link(
            address + "/queryables",
            Link.OGC_RELATIONS + "queryables",
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
    if (collection.isTiled()) {
      links.add(
          new Link(
              address + "/tiles",
              Link.OGC_RELATIONS + "tilesets-vector",
              Link.JSON,
              "Vector tiles of " + collection.id()));
    }
    links.add(new Link(OgcUrls.site() + "/data", "license", Link.HTML, "Licences and sources"));
    links.add(
        new Link(
            OgcUrls.site() + "/download",
            "enclosure",
            Link.HTML,
            title + " as a file to download"));
    return links;
  }
}
