package org.greensward.ogc.filter.sql;

import org.greensward.ogc.filter.tree.FilterGeometryValidator;
import org.greensward.ogc.filter.tree.Operand;
import org.greensward.ogc.filter.tree.Predicate;
import org.greensward.ogc.filter.tree.ProjectionClipper;
import org.greensward.ogc.filter.tree.SpatialRelation;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/**
 * Writes relations of geometries as SQL for PostGIS. Whatever has an index is asked by its box
 * first ({@code &&}), in so many words: under row-level security PostGIS's own hint is not taken.
 */
final class SpatialSql {
  private final SqlWriter writer;
  private final int srid;

  /**
   * @param srid of the geometries in the filter
   */
  SpatialSql(SqlWriter writer, int srid) {
    this.writer = writer;
    this.srid = srid;
  }

  String relation(Predicate.Spatial spatial) {
    if (spatial.left() instanceof Operand.Shape left) {
      if (spatial.right() instanceof Operand.Shape right) {
        return spatial.relation().holds(left.geometry(), right.geometry()) ? "TRUE" : "FALSE";
      }
      return relation(
          new Predicate.Spatial(
              spatial.relation().turned(),
              /* left= */ spatial.right(),
              /* right= */ spatial.left()));
    }
    String property = property(spatial.left());
    if (spatial.right() instanceof Operand.Shape shape) {
      Geometry geometry = ProjectionClipper.of(shape.geometry(), srid);
      return FilterGeometryValidator.isCollection(geometry)
          ? new GeometryCollectionSql(property, geometry, this).relation(spatial.relation())
          : relation(spatial.relation(), property, literal(geometry));
    }
    return relation(spatial.relation(), property, property(spatial.right()));
  }

  private static String relation(SpatialRelation relation, String left, String right) {
    if (relation == SpatialRelation.DISJOINT) {
      return "NOT (" + relation(SpatialRelation.INTERSECTS, left, right) + ")";
    }
    return boxes(left, right) + " AND " + relation.function() + "(" + left + ", " + right + ")";
  }

  static String boxes(String left, String right) {
    return left + " && " + right;
  }

  String near(Predicate.Near near) {
    boolean shapeFirst = near.left() instanceof Operand.Shape;
    String property = property(shapeFirst ? near.right() : near.left());
    Operand.Value other = shapeFirst ? near.left() : near.right();
    String place =
        other instanceof Operand.Shape shape
            ? literal(ProjectionClipper.of(shape.geometry(), srid))
            : property(other);
    String metres = "CAST(" + writer.parameter(near.metres()) + " AS double precision)";
    return boxes(property, "ST_Expand(" + place + ", " + metres + ")")
        + " AND ST_DWithin("
        + property
        + ", "
        + place
        + ", "
        + metres
        + ")";
  }

  private static String property(Operand.Value value) {
    return ((Operand.Property) value).queryable().sql();
  }

  /** A geometry of the filter in EPSG:27700. PostgreSQL projects it once, when it plans. */
  String literal(Geometry geometry) {
    String own =
        "ST_GeomFromWKB(" + writer.parameter(new WKBWriter(2).write(geometry)) + ", " + srid + ")";
    if (srid == 27700) {
      return own;
    }
    String projected = "ST_Transform(" + own + ", 27700)";
    // A sliver may cross itself once it is projected, and relations of such areas fail.
    return geometry.getDimension() == 2 && !FilterGeometryValidator.isCollection(geometry)
        ? "ST_CollectionExtract(ST_MakeValid(" + projected + "), 3)"
        : projected;
  }
}
