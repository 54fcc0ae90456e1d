package org.greensward.land.shape;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shapes as the editor and its forms carry them: GeoJSON whose coordinates are eastings and
 * northings in metres, and which says so in its {@code crs} member. Doubles are read and written
 * whole.
 */
public final class ShapeJson {
  /** What {@code crs} names. */
  public static final String CRS = "urn:ogc:def:crs:EPSG::27700";

  private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 27700);
  private static final int FEWEST_OF_A_RING = 4;

  private ShapeJson() {}

  /**
   * The shape of a text; one part of several is that part. Rings are closed where they are open,
   * and follow the right-hand rule; a point that repeats the one before it is left out.
   *
   * @throws InvalidShapeException when it is no such GeoJSON, or beyond {@link ShapeLimits}
   */
  public static Geometry read(String text) {
    try {
      return read(JsonMapper.shared().readTree(text == null ? "" : text));
    } catch (JacksonException e) {
      throw unreadable();
    }
  }

  /** The same of JSON that is read already. */
  public static Geometry read(JsonNode shape) {
    if (!shape.isObject()) {
      throw unreadable();
    }
    Geometry read = parse(requireOurs(shape));
    ShapeLimits.keep(read);
    return read;
  }

  private static JsonNode requireOurs(JsonNode shape) {
    JsonNode crs = shape.path("crs").path("properties").path("name");
    if (!crs.isMissingNode() && !crs.asString("").matches("(urn:ogc:def:crs:)?EPSG:{1,2}27700")) {
      throw new InvalidShapeException(ShapeFault.of("shape.fault.crs"));
    }
    return shape;
  }

  /**
   * The shape of GeoJSON in whatever system: how large it is and where is not looked at.
   *
   * @throws InvalidShapeException when it is no such GeoJSON
   */
  public static Geometry parse(JsonNode shape) {
    JsonNode coordinates = shape.path("coordinates");
    Geometry read =
        switch (shape.path("type").asString("")) {
          case "Point" -> FACTORY.createPoint(coordinate(coordinates));
          case "LineString" -> line(coordinates);
          case "Polygon" -> polygon(coordinates);
          case "MultiPoint" -> many(coordinates, it -> FACTORY.createPoint(coordinate(it)));
          case "MultiLineString" -> many(coordinates, ShapeJson::line);
          case "MultiPolygon" -> many(coordinates, ShapeJson::polygon);
          default -> throw unreadable();
        };
    if (read.isEmpty()) {
      throw new InvalidShapeException(ShapeFault.of("shape.fault.empty"));
    }
    return read;
  }

  private static Geometry many(
      JsonNode parts, java.util.function.Function<JsonNode, Geometry> each) {
    List<Geometry> read = new ArrayList<>();
    array(parts).forEach(part -> read.add(each.apply(part)));
    return read.isEmpty() ? FACTORY.createPolygon() : FACTORY.buildGeometry(read);
  }

  private static LineString line(JsonNode points) {
    Coordinate[] read = coordinates(points, false);
    if (read.length < 2) {
      throw new InvalidShapeException(ShapeFault.of("shape.fault.short-line"));
    }
    return FACTORY.createLineString(read);
  }

  private static Polygon polygon(JsonNode rings) {
    List<LinearRing> read = new ArrayList<>();
    for (JsonNode ring : array(rings)) {
      Coordinate[] points = coordinates(ring, true);
      if (points.length < FEWEST_OF_A_RING) {
        throw new InvalidShapeException(ShapeFault.of("shape.fault.few-points"));
      }
      LinearRing made = FACTORY.createLinearRing(points);
      boolean wanted = read.isEmpty();
      read.add(Orientation.isCCW(points) == wanted ? made : made.reverse());
    }
    return read.isEmpty()
        ? FACTORY.createPolygon()
        : FACTORY.createPolygon(
            read.get(0), read.subList(1, read.size()).toArray(LinearRing[]::new));
  }

  private static Coordinate[] coordinates(JsonNode points, boolean closed) {
    CoordinateList read = new CoordinateList();
    array(points).forEach(point -> read.add(coordinate(point), false));
    if (closed && !read.isEmpty()) {
      read.closeRing();
    }
    return read.toCoordinateArray();
  }

  private static Coordinate coordinate(JsonNode point) {
    JsonNode x = point.path(0);
    JsonNode y = point.path(1);
    if (!x.isNumber() || !y.isNumber()) {
      throw unreadable();
    }
    return new Coordinate(x.doubleValue(), y.doubleValue());
  }

  private static JsonNode array(JsonNode node) {
    if (!node.isArray()) {
      throw unreadable();
    }
    return node;
  }

  private static InvalidShapeException unreadable() {
    return new InvalidShapeException(ShapeFault.of("shape.fault.unreadable"));
  }

  /** A shape as text, with its {@code crs} member. */
  public static String write(Geometry shape) {
    StringBuilder out = new StringBuilder();
    out.append("{\"type\":\"").append(shape.getGeometryType());
    out.append("\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"").append(CRS);
    out.append("\"}},\"coordinates\":");
    boolean several = shape.getGeometryType().startsWith("Multi");
    if (several) {
      out.append('[');
      for (int i = 0; i < shape.getNumGeometries(); i++) {
        part(out.append(i == 0 ? "" : ","), shape.getGeometryN(i));
      }
      out.append(']');
    } else {
      part(out, shape);
    }
    return out.append('}').toString();
  }

  private static void part(StringBuilder out, Geometry part) {
    if (part instanceof Polygon polygon) {
      out.append('[');
      points(out, polygon.getExteriorRing());
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        points(out.append(','), polygon.getInteriorRingN(i));
      }
      out.append(']');
    } else if (part instanceof Point) {
      point(out, part.getCoordinate());
    } else {
      points(out, part);
    }
  }

  private static void points(StringBuilder out, Geometry line) {
    String between = "[";
    for (Coordinate coordinate : line.getCoordinates()) {
      point(out.append(between), coordinate);
      between = ",";
    }
    out.append(']');
  }

  private static void point(StringBuilder out, Coordinate at) {
    out.append('[').append(plain(at.x)).append(',').append(plain(at.y)).append(']');
  }

  /** Whole metres without a fraction; else as many digits as bring the number back. */
  private static String plain(double ordinate) {
    return ordinate == Math.rint(ordinate)
        ? String.valueOf((long) ordinate)
        : String.valueOf(ordinate);
  }
}
