package org.greensward.tile.serve;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A tile read back as a client would, its geometry brought to EPSG:3857 for measuring. */
record DecodedTile(List<Feature> features) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double RADIUS = 6378137;

  record Feature(String id, JsonNode properties, Geometry geometry) {}

  static DecodedTile of(byte[] bytes) {
    List<Feature> features = new ArrayList<>();
    for (JsonNode feature : JSON.readTree(bytes).get("features")) {
      features.add(
          new Feature(
              feature.get("id").asString(),
              feature.get("properties"),
              geometry(feature.get("geometry"))));
    }
    return new DecodedTile(features);
  }

  private static Geometry geometry(JsonNode node) {
    JsonNode coordinates = node.get("coordinates");
    return switch (node.get("type").asString()) {
      case "Point" -> FACTORY.createPoint(position(coordinates));
      case "MultiPoint" -> FACTORY.createMultiPointFromCoords(positions(coordinates));
      case "LineString" -> FACTORY.createLineString(positions(coordinates));
      case "MultiLineString" -> collect(coordinates, c -> FACTORY.createLineString(positions(c)));
      case "Polygon" -> polygon(coordinates);
      case "MultiPolygon" -> collect(coordinates, DecodedTile::polygon);
      default -> throw new IllegalArgumentException(node.toString());
    };
  }

  private static Geometry collect(
      JsonNode parts, java.util.function.Function<JsonNode, Geometry> reader) {
    List<Geometry> geometries = new ArrayList<>();
    parts.forEach(part -> geometries.add(reader.apply(part)));
    return FACTORY.buildGeometry(geometries);
  }

  private static Polygon polygon(JsonNode rings) {
    List<LinearRing> read = new ArrayList<>();
    rings.forEach(ring -> read.add(FACTORY.createLinearRing(positions(ring))));
    return FACTORY.createPolygon(
        read.get(0), read.subList(1, read.size()).toArray(LinearRing[]::new));
  }

  private static Coordinate[] positions(JsonNode node) {
    List<Coordinate> read = new ArrayList<>();
    node.forEach(position -> read.add(position(position)));
    return read.toArray(Coordinate[]::new);
  }

  private static Coordinate position(JsonNode node) {
    double latitude = Math.toRadians(node.get(1).asDouble());
    return new Coordinate(
        RADIUS * Math.toRadians(node.get(0).asDouble()),
        RADIUS * Math.log(Math.tan(Math.PI / 4 + latitude / 2)));
  }
}
