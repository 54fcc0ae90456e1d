package org.greensward.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.greensward.demonstration.Facts.ParishFact;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** The drawn parishes: a valid coverage in EPSG:27700. */
final class ParishMap {

  /** A parish and its polygon. */
  record Parish(ParishFact fact, Polygon polygon, PreparedGeometry prepared) {}

  private final List<Parish> parishes = new ArrayList<>();

  private ParishMap(List<ParishFact> facts, List<Polygon> polygons) {
    for (int i = 0; i < facts.size(); i++) {
      Polygon polygon = polygons.get(i);
      parishes.add(new Parish(facts.get(i), polygon, PreparedGeometryFactory.prepare(polygon)));
    }
  }

  /** Draws the parishes; the same seed draws the same. */
  static ParishMap draw(List<ParishFact> facts, long seed) {
    ParishField field = new ParishField(facts, seed);
    return new ParishMap(facts, new CoverageTracer(field, seed).trace(facts));
  }

  List<Parish> parishes() {
    return parishes;
  }

  /** The parish at a representative point of a geometry, if it is in one. */
  Optional<Parish> findAt(Geometry geometry) {
    Geometry point = geometry.getInteriorPoint();
    return parishes.stream().filter(parish -> parish.prepared().intersects(point)).findFirst();
  }

  /** All parishes that a geometry touches. */
  List<Parish> listTouching(Geometry geometry) {
    return parishes.stream().filter(parish -> parish.prepared().intersects(geometry)).toList();
  }

  Geometry whole() {
    return UnaryUnionOp.union(parishes.stream().map(Parish::polygon).toList());
  }
}
