package org.greensward.ogc.filter.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.greensward.ogc.filter.tree.SpatialRelation;
import org.locationtech.jts.geom.Geometry;

/**
 * Relations to a collection of points, lines and areas, which PostGIS knows none of but the
 * intersection: said by its parts, areas, lines and points, of which none lies inside another. The
 * property is of one kind, as all of ours are.
 */
final class GeometryCollectionSql {
  private static final String MEETING_INSIDES = "T********";

  private final String property;
  private final Geometry whole;
  private final SpatialSql spatial;
  private final List<String> parts = new ArrayList<>();
  private final int dimension;

  /**
   * @param whole the union of its members
   */
  GeometryCollectionSql(String property, Geometry whole, SpatialSql spatial) {
    this.property = property;
    this.whole = whole;
    this.spatial = spatial;
    this.dimension = whole.getDimension();
  }

  String relation(SpatialRelation relation) {
    String all = spatial.literal(whole);
    String touching =
        SpatialSql.boxes(property, all) + " AND ST_Intersects(" + property + ", " + all + ")";
    if (relation == SpatialRelation.INTERSECTS) {
      return touching;
    }
    if (relation == SpatialRelation.DISJOINT) {
      return "NOT (" + touching + ")";
    }
    for (int kind = 2; kind >= 0; kind--) {
      part(kind);
    }
    return touching
        + " AND "
        + switch (relation) {
          case TOUCHES -> "NOT " + insidesMeet();
          case WITHIN -> insidesMeet() + " AND " + covered();
          case CONTAINS -> insidesMeet() + " AND " + covers();
          case CROSSES ->
              insidesMeet()
                  + " AND NOT "
                  + overlapping()
                  + " AND NOT "
                  + covered()
                  + " AND NOT "
                  + covers();
          case OVERLAPS -> overlapping() + " AND NOT " + covered() + " AND NOT " + covers();
          default -> "FALSE"; // What is of one kind equals nothing of several.
        };
  }

  private void part(int kind) {
    List<Geometry> members = new ArrayList<>();
    for (int i = 0; i < whole.getNumGeometries(); i++) {
      if (whole.getGeometryN(i).getDimension() == kind) {
        members.add(whole.getGeometryN(i));
      }
    }
    if (!members.isEmpty()) {
      parts.add(spatial.literal(whole.getFactory().buildGeometry(members)));
    }
  }

  private String insidesMeet() {
    return parts.stream()
        .map(part -> "ST_Relate(" + property + ", " + part + ", '" + MEETING_INSIDES + "')")
        .collect(Collectors.joining(" OR ", "(", ")"));
  }

  private String covers() {
    return parts.stream()
        .map(part -> "ST_Covers(" + property + ", " + part + ")")
        .collect(Collectors.joining(" AND ", "(", ")"));
  }

  private String covered() {
    String rest = property;
    for (String part : parts) {
      rest = "ST_Difference(" + rest + ", " + part + ")";
    }
    return "ST_IsEmpty(" + rest + ")";
  }

  /** Of the same dimension, as is what they share. */
  private String overlapping() {
    return "(ST_Dimension("
        + property
        + ") = "
        + dimension
        + " AND ST_Relate("
        + property
        + ", "
        + parts.get(0)
        + ", '"
        + dimension
        + "********'))";
  }
}
