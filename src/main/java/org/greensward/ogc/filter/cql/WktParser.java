package org.greensward.ogc.filter.cql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.greensward.ogc.filter.tree.FilterCoordinates;
import org.greensward.ogc.filter.tree.FilterCrs;
import org.greensward.ogc.filter.tree.FilterErrors;
import org.greensward.ogc.filter.tree.FilterGeometryValidator;
import org.greensward.ogc.filter.tree.FilterLimits;
import org.greensward.ogc.filter.tree.Operand;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Reads the geometries of a filter: well-known text, and {@code BBOX(...)}. */
final class WktParser {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final Set<String> WORDS =
      Set.of(
          "POINT",
          "LINESTRING",
          "POLYGON",
          "MULTIPOINT",
          "MULTILINESTRING",
          "MULTIPOLYGON",
          "GEOMETRYCOLLECTION",
          "BBOX");

  private final TokenStream cursor;
  private final FilterLimits limits;
  private final FilterCoordinates coordinates;

  WktParser(TokenStream cursor, FilterLimits limits, FilterCrs crs) {
    this.cursor = cursor;
    this.limits = limits;
    this.coordinates = new FilterCoordinates(crs);
  }

  /** Whether a geometry is next. */
  boolean startsHere() {
    Token token = cursor.peek();
    boolean geometry =
        token.kind() == Token.Kind.WORD && WORDS.contains(token.text().toUpperCase(Locale.ROOT));
    Token beyond = cursor.peekBeyond();
    return geometry
        && (beyond.isSign("(")
            || beyond.isWord("Z")
            || beyond.isWord("M")
            || beyond.isWord("EMPTY"));
  }

  /** The geometry that is next, checked. */
  Operand.Shape shape() {
    Token name = cursor.peek();
    Geometry geometry = name.isWord("BBOX") ? box() : tagged(true);
    return new Operand.Shape(FilterGeometryValidator.checked(name.at(), geometry));
  }

  private Geometry tagged(boolean collections) {
    Token token = cursor.take();
    String name = token.text().toUpperCase(Locale.ROOT);
    cursor.takeWord("Z");
    return switch (name) {
      case "POINT" -> point();
      case "LINESTRING" -> line();
      case "POLYGON" -> polygon();
      case "MULTIPOINT" -> FACTORY.createMultiPoint(list(this::pointOfMany).toArray(Point[]::new));
      case "MULTILINESTRING" ->
          FACTORY.createMultiLineString(list(this::line).toArray(LineString[]::new));
      case "MULTIPOLYGON" ->
          FACTORY.createMultiPolygon(list(this::polygon).toArray(Polygon[]::new));
      case "GEOMETRYCOLLECTION" -> {
        if (!collections) {
          throw FilterErrors.at(token.at(), "a geometry collection can't hold another");
        }
        yield FACTORY.createGeometryCollection(list(this::member).toArray(Geometry[]::new));
      }
      default -> throw FilterErrors.at(token.at(), FilterErrors.shown(name) + " is no geometry");
    };
  }

  private Geometry member() {
    if (!startsHere() || cursor.peek().isWord("BBOX")) {
      throw cursor.unexpected("POINT, LINESTRING, POLYGON or MULTI...");
    }
    return tagged(false);
  }

  private Point point() {
    cursor.expectSign("(");
    Coordinate coordinate = coordinate();
    cursor.expectSign(")");
    return FACTORY.createPoint(coordinate);
  }

  /** In a multipoint the parentheses of each point may be left out. */
  private Point pointOfMany() {
    return cursor.peek().isSign("(") ? point() : FACTORY.createPoint(coordinate());
  }

  private LineString line() {
    int at = cursor.peek().at();
    Coordinate[] points = list(this::coordinate).toArray(Coordinate[]::new);
    if (points.length < 2) {
      throw FilterErrors.at(at, "a line has two points or more");
    }
    return FACTORY.createLineString(points);
  }

  private Polygon polygon() {
    List<LinearRing> rings = list(this::ring);
    LinearRing[] holes = rings.subList(1, rings.size()).toArray(LinearRing[]::new);
    return FACTORY.createPolygon(rings.get(0), holes);
  }

  private LinearRing ring() {
    int at = cursor.peek().at();
    Coordinate[] points = list(this::coordinate).toArray(Coordinate[]::new);
    if (points.length < 4 || !points[0].equals2D(points[points.length - 1])) {
      throw FilterErrors.at(
          at, "a ring of a polygon has four points or more, and the last is the first again");
    }
    return FACTORY.createLinearRing(points);
  }

  private <T> List<T> list(Supplier<T> member) {
    List<T> members = new ArrayList<>();
    cursor.expectSign("(");
    do {
      members.add(member.get());
    } while (cursor.takeSign(","));
    cursor.expectSign(")");
    return members;
  }

  /** Two numbers, and a third that is not used: relations are those of the plan. */
  private Coordinate coordinate() {
    limits.point();
    int at = cursor.peek().at();
    double first = number();
    double second = number();
    if (cursor.peek().kind() == Token.Kind.NUMBER) {
      number();
    }
    return coordinates.of(at, first, second);
  }

  private double number() {
    if (cursor.peek().kind() != Token.Kind.NUMBER) {
      throw cursor.unexpected("a number");
    }
    return Double.parseDouble(cursor.take().text());
  }

  private Geometry box() {
    int at = cursor.take().at();
    List<Double> numbers = list(this::number);
    if (numbers.size() != 4 && numbers.size() != 6) {
      throw FilterErrors.at(at, "BBOX takes four numbers, or six with heights");
    }
    int half = numbers.size() / 2;
    return coordinates.box(
        at, numbers.get(0), numbers.get(1), numbers.get(half), numbers.get(half + 1));
  }
}
