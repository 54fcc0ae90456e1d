package org.greensward.ogc.filter.ecql;

import java.util.Locale;
import org.geotools.api.filter.spatial.BBOX;
import org.geotools.api.filter.spatial.Beyond;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.api.filter.spatial.Contains;
import org.geotools.api.filter.spatial.Crosses;
import org.geotools.api.filter.spatial.DWithin;
import org.geotools.api.filter.spatial.Disjoint;
import org.geotools.api.filter.spatial.DistanceBufferOperator;
import org.geotools.api.filter.spatial.Equals;
import org.geotools.api.filter.spatial.Intersects;
import org.geotools.api.filter.spatial.Overlaps;
import org.geotools.api.filter.spatial.Touches;
import org.geotools.api.filter.spatial.Within;
import org.geotools.api.geometry.BoundingBox;
import org.greensward.ogc.filter.tree.FilterCoordinates;
import org.greensward.ogc.filter.tree.FilterCrs;
import org.greensward.ogc.filter.tree.FilterErrors;
import org.greensward.ogc.filter.tree.FilterGeometryValidator;
import org.greensward.ogc.filter.tree.Operand;
import org.greensward.ogc.filter.tree.Predicate;
import org.greensward.ogc.filter.tree.ProjectionClipper;
import org.greensward.ogc.filter.tree.SpatialRelation;
import org.greensward.ogc.filter.tree.TypeChecker;

/** Turns the spatial predicates of GeoTools' tree into ours. */
final class EcqlSpatial {
  /** Less than there is between the British grid and the frame of {@link ProjectionClipper}. */
  private static final double FURTHEST = 50_000;

  private final EcqlOperands operands;
  private final FilterCoordinates coordinates;

  EcqlSpatial(EcqlOperands operands, FilterCrs crs) {
    this.operands = operands;
    this.coordinates = new FilterCoordinates(crs);
  }

  Predicate predicate(BinarySpatialOperator filter) {
    if (filter instanceof BBOX box) {
      return box(box);
    }
    if (filter instanceof DistanceBufferOperator distance) {
      return near(distance);
    }
    SpatialRelation relation = relation(filter);
    return FilterGeometryValidator.related(
        0,
        relation,
        TypeChecker.geometry(0, operands.of(filter.getExpression1()), relation.name()),
        TypeChecker.geometry(0, operands.of(filter.getExpression2()), relation.name()));
  }

  private Predicate box(BBOX box) {
    BoundingBox bounds = box.getBounds();
    return new Predicate.Spatial(
        SpatialRelation.INTERSECTS,
        TypeChecker.geometry(0, operands.of(box.getExpression1()), "BBOX"),
        new Operand.Shape(
            FilterGeometryValidator.checked(
                0,
                coordinates.box(
                    0, bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY()))));
  }

  private Predicate near(DistanceBufferOperator filter) {
    Operand.Value left = TypeChecker.geometry(0, operands.of(filter.getExpression1()), "DWITHIN");
    Operand.Value right = TypeChecker.geometry(0, operands.of(filter.getExpression2()), "DWITHIN");
    if (left instanceof Operand.Shape && right instanceof Operand.Shape) {
      throw FilterErrors.at(0, "DWITHIN and BEYOND take a property and a geometry");
    }
    double metres =
        filter.getDistance()
            * switch (String.valueOf(filter.getDistanceUnits()).toLowerCase(Locale.ROOT)) {
              case "m", "meter", "meters", "metre", "metres" -> 1;
              case "km", "kilometer", "kilometers", "kilometre", "kilometres" -> 1_000;
              default ->
                  throw FilterErrors.at(
                      0, "a distance is in meters or kilometers, as in 50, meters");
            };
    if (!(metres >= 0 && metres <= FURTHEST)) {
      throw FilterErrors.at(0, "a distance is from 0 to 50 kilometers");
    }
    Predicate near = new Predicate.Near(left, right, metres);
    if (filter instanceof Beyond) {
      return new Predicate.Not(near);
    }
    if (filter instanceof DWithin) {
      return near;
    }
    throw EcqlTree.notOffered();
  }

  private static SpatialRelation relation(BinarySpatialOperator filter) {
    if (filter instanceof Intersects) {
      return SpatialRelation.INTERSECTS;
    } else if (filter instanceof Disjoint) {
      return SpatialRelation.DISJOINT;
    } else if (filter instanceof Equals) {
      return SpatialRelation.EQUALS;
    } else if (filter instanceof Touches) {
      return SpatialRelation.TOUCHES;
    } else if (filter instanceof Within) {
      return SpatialRelation.WITHIN;
    } else if (filter instanceof Contains) {
      return SpatialRelation.CONTAINS;
    } else if (filter instanceof Overlaps) {
      return SpatialRelation.OVERLAPS;
    } else if (filter instanceof Crosses) {
      return SpatialRelation.CROSSES;
    }
    throw EcqlTree.notOffered();
  }
}
