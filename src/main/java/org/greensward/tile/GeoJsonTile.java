package org.greensward.tile;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Writes a GeoJSON feature collection (RFC 7946): longitude before latitude, outer rings
 * anticlockwise, as many decimals as the zoom needs.
 */
final class GeoJsonTile {
  private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();

  private final StringBuilder out = new StringBuilder(4096);
  private final int decimals;
  private final long steps;
  private boolean first = true;

  GeoJsonTile(int decimals) {
    this.decimals = decimals;
    this.steps = Math.round(Math.pow(10, decimals));
    out.append("{\"type\":\"FeatureCollection\",\"features\":[");
  }

  /** Adds a feature; a geometry of mixed parts becomes a GeometryCollection. */
  void add(String id, Map<String, Object> properties, Geometry degrees) {
    if (!first) {
      out.append(',');
    }
    first = false;
    out.append("{\"type\":\"Feature\",\"id\":");
    text(id);
    out.append(",\"properties\":{");
    boolean firstProperty = true;
    for (Map.Entry<String, Object> property : properties.entrySet()) {
      if (property.getValue() == null) {
        continue;
      }
      if (!firstProperty) {
        out.append(',');
      }
      firstProperty = false;
      text(property.getKey());
      out.append(':');
      value(property.getValue());
    }
    out.append("},\"geometry\":");
    geometry(degrees);
    out.append('}');
  }

  byte[] toBytes() {
    return (out + "]}").getBytes(StandardCharsets.UTF_8);
  }

  private void value(Object value) {
    if (value instanceof Double number) {
      decimal(Math.round(number * 100), 2);
    } else if (value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else {
      text(value.toString());
    }
  }

  private void text(String text) {
    out.append('"');
    ENCODER.quoteAsString(text, out);
    out.append('"');
  }

  private void geometry(Geometry geometry) {
    String type = geometry.getGeometryType();
    out.append("{\"type\":\"").append(type.equals("LinearRing") ? "LineString" : type);
    out.append(type.equals("GeometryCollection") ? "\",\"geometries\":" : "\",\"coordinates\":");
    if (type.equals("GeometryCollection")) {
      parts(geometry, this::geometry);
    } else if (type.startsWith("Multi")) {
      parts(geometry, this::coordinates);
    } else {
      coordinates(geometry);
    }
    out.append('}');
  }

  private void parts(Geometry geometry, java.util.function.Consumer<Geometry> writer) {
    out.append('[');
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (i > 0) {
        out.append(',');
      }
      writer.accept(geometry.getGeometryN(i));
    }
    out.append(']');
  }

  private void coordinates(Geometry geometry) {
    if (geometry instanceof Point point) {
      position(point.getX(), point.getY());
    } else if (geometry instanceof Polygon polygon) {
      out.append('[');
      ring(polygon.getExteriorRing(), true);
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        out.append(',');
        ring(polygon.getInteriorRingN(i), false);
      }
      out.append(']');
    } else {
      line(((LineString) geometry).getCoordinateSequence(), false);
    }
  }

  private void ring(LinearRing ring, boolean anticlockwise) {
    CoordinateSequence sequence = ring.getCoordinateSequence();
    line(sequence, Orientation.isCCW(sequence) != anticlockwise);
  }

  private void line(CoordinateSequence sequence, boolean backwards) {
    out.append('[');
    int last = sequence.size() - 1;
    for (int i = 0; i <= last; i++) {
      if (i > 0) {
        out.append(',');
      }
      int at = backwards ? last - i : i;
      position(sequence.getX(at), sequence.getY(at));
    }
    out.append(']');
  }

  private void position(double longitude, double latitude) {
    out.append('[');
    decimal(Math.round(longitude * steps), decimals);
    out.append(',');
    decimal(Math.round(latitude * steps), decimals);
    out.append(']');
  }

  /** Writes a whole number of steps as a decimal fraction, without zeros at its end. */
  private void decimal(long scaled, int places) {
    long rest = scaled;
    int left = places;
    while (left > 0 && rest % 10 == 0) {
      rest /= 10;
      left--;
    }
    if (rest < 0) {
      out.append('-');
      rest = -rest;
    }
    String digits = Long.toString(rest);
    if (left == 0) {
      out.append(digits);
      return;
    }
    int point = digits.length() - left;
    if (point <= 0) {
      out.append("0.").append("0".repeat(-point)).append(digits);
    } else {
      out.append(digits, 0, point).append('.').append(digits, point, digits.length());
    }
  }
}
