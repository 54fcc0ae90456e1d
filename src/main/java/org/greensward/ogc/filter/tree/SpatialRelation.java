package org.greensward.ogc.filter.tree;

import java.util.Locale;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.locationtech.jts.operation.relateng.TopologyPredicate;

/** The relations of OGC 06-103r4, of the first geometry to the second. */
public enum SpatialRelation {
  INTERSECTS("ST_Intersects", RelatePredicate::intersects),
  DISJOINT("ST_Disjoint", RelatePredicate::disjoint),
  EQUALS("ST_Equals", RelatePredicate::equalsTopo),
  TOUCHES("ST_Touches", RelatePredicate::touches),
  WITHIN("ST_Within", RelatePredicate::within),
  CONTAINS("ST_Contains", RelatePredicate::contains),
  OVERLAPS("ST_Overlaps", RelatePredicate::overlaps),
  CROSSES("ST_Crosses", RelatePredicate::crosses);

  private final String function;
  private final Supplier<TopologyPredicate> predicate;

  SpatialRelation(String function, Supplier<TopologyPredicate> predicate) {
    this.function = function;
    this.predicate = predicate;
  }

  /** Its name in PostGIS. */
  public String function() {
    return function;
  }

  /** Its name in CQL2. */
  public String word() {
    return "S_" + name();
  }

  /** The relation that holds the other way round. */
  public SpatialRelation turned() {
    return switch (this) {
      case WITHIN -> CONTAINS;
      case CONTAINS -> WITHIN;
      default -> this;
    };
  }

  /**
   * Whether two geometries of one plane are so related; collections are the union of their parts.
   */
  public boolean holds(Geometry left, Geometry right) {
    return RelateNG.relate(left, right, predicate.get());
  }

  /** The relation of that name in CQL2, or null. */
  public static SpatialRelation find(String word) {
    String capitals = word.toUpperCase(Locale.ROOT);
    for (SpatialRelation relation : values()) {
      if (relation.word().equals(capitals)) {
        return relation;
      }
    }
    return null;
  }
}
