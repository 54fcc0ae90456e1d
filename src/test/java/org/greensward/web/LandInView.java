package org.greensward.web;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.util.Comparator;
import java.util.stream.StreamSupport;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A piece of land that a tile shows, and a point well inside it.
 *
 * @param lon of the point, WGS84 degrees
 */
record LandInView(String reference, double lon, double lat) {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  /** The largest area of amenity grass in the tile of a place. */
  static LandInView of(Page page, int zoom, double lon, double lat) {
    return StreamSupport.stream(features(page, zoom, lon, lat).spliterator(), false)
        .filter(feature -> feature.at("/geometry/type").asString().equals("Polygon"))
        .filter(feature -> feature.at("/properties/asset_type").asString().equals("amenity grass"))
        .max(Comparator.comparingDouble(feature -> outline(feature).getArea()))
        .map(LandInView::inside)
        .orElseThrow(() -> new AssertionError("no amenity grass in that tile"));
  }

  private static JsonNode features(Page page, int zoom, double lon, double lat) {
    int across = 1 << zoom;
    int x = (int) ((lon / 360 + 0.5) * across);
    double sine = Math.sin(Math.toRadians(lat));
    int y = (int) ((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * across);
    APIResponse answer =
        page.request()
            .get(BrowserTest.address() + "/tiles/land/" + zoom + "/" + x + "/" + y + ".geojson");
    return JsonMapper.shared().readTree(answer.body()).get("features");
  }

  private static Polygon outline(JsonNode feature) {
    JsonNode ring = feature.at("/geometry/coordinates/0");
    Coordinate[] corners =
        StreamSupport.stream(ring.spliterator(), false)
            .map(position -> new Coordinate(position.get(0).asDouble(), position.get(1).asDouble()))
            .toArray(Coordinate[]::new);
    return GEOMETRY.createPolygon(corners);
  }

  private static LandInView inside(JsonNode feature) {
    Point point = outline(feature).getInteriorPoint();
    return new LandInView(
        feature.at("/properties/reference").asString(), point.getX(), point.getY());
  }
}
