package org.greensward.ogc.filter.ecql;

import java.util.Date;
import java.util.function.Function;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.temporal.Instant;
import org.greensward.ogc.filter.cql.Token;
import org.greensward.ogc.filter.tree.FilterCoordinates;
import org.greensward.ogc.filter.tree.FilterCrs;
import org.greensward.ogc.filter.tree.FilterErrors;
import org.greensward.ogc.filter.tree.FilterGeometryValidator;
import org.greensward.ogc.filter.tree.FilterLimits;
import org.greensward.ogc.filter.tree.Operand;
import org.greensward.ogc.filter.tree.Predicate;
import org.greensward.ogc.filter.tree.Queryable;
import org.greensward.ogc.filter.tree.TypeChecker;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** Turns the properties and values of GeoTools' tree into ours. */
final class EcqlOperands {
  private final Function<Token, Queryable> properties;
  private final FilterCoordinates coordinates;
  private final FilterLimits limits;

  EcqlOperands(Function<Token, Queryable> properties, FilterCrs crs, FilterLimits limits) {
    this.properties = properties;
    this.coordinates = new FilterCoordinates(crs);
    this.limits = limits;
  }

  Operand of(Expression expression) {
    limits.term();
    if (expression instanceof PropertyName name) {
      return new Operand.Property(
          properties.apply(new Token(Token.Kind.QUOTED_NAME, name.getPropertyName(), 0)));
    }
    if (expression instanceof Literal literal) {
      return value(literal.getValue());
    }
    if (expression instanceof org.geotools.api.filter.expression.Function function) {
      throw FilterErrors.function(0, function.getName());
    }
    throw FilterErrors.at(0, "there is no arithmetic; properties are compared with values");
  }

  private Operand value(Object value) {
    if (value instanceof String text) {
      return new Operand.Text(text);
    } else if (value instanceof Boolean truth) {
      return new Predicate.Truth(truth);
    } else if (value instanceof Number number) {
      return TypeChecker.number(0, number.toString());
    } else if (value instanceof java.sql.Date day) {
      return new Operand.Day(day.toLocalDate());
    } else if (value instanceof Date date) {
      return time(date);
    } else if (value instanceof Instant instant) {
      return time(instant.getPosition().getDate());
    } else if (value instanceof Geometry geometry) {
      return shape(geometry);
    }
    throw EcqlTree.notOffered();
  }

  @SuppressWarnings("JavaUtilDate") // what GeoTools parses an instant to
  static Operand.Time time(Date date) {
    return new Operand.Time(java.time.Instant.ofEpochMilli(date.getTime()));
  }

  Operand.Shape shape(Geometry geometry) {
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      String owner = geometry.getGeometryN(i).getClass().getPackageName();
      if (!owner.equals(Geometry.class.getPackageName())) {
        throw FilterErrors.at(0, "geometries with arcs are not offered");
      }
    }
    limits.points(geometry.getNumPoints());
    Geometry placed = geometry.copy();
    placed.apply(new Placing());
    placed.geometryChanged();
    return new Operand.Shape(FilterGeometryValidator.checked(0, placed));
  }

  /** Puts x before y, and looks whether there is such a place. */
  private final class Placing implements CoordinateSequenceFilter {
    @Override
    public void filter(CoordinateSequence sequence, int index) {
      Coordinate place = coordinates.of(0, sequence.getX(index), sequence.getY(index));
      sequence.setOrdinate(index, CoordinateSequence.X, place.x);
      sequence.setOrdinate(index, CoordinateSequence.Y, place.y);
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }
}
