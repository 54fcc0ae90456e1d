package org.greensward.demonstration;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.quadtree.Quadtree;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** The ground that is taken already, so that nothing is drawn twice in one place. */
final class Claims {

  /** Metres kept free around a claim, more than the rounding of coordinates can close. */
  private static final double GAP = 0.15;

  /** Metres by which an edge may move when needless vertices go; less than half the gap. */
  private static final double THINNING = 0.05;

  private final Quadtree taken = new Quadtree();

  /** Takes a geometry and {@code margin} metres around it. */
  void take(Geometry geometry, double margin) {
    Geometry claim = margin > 0 ? geometry.buffer(margin, 2) : geometry;
    taken.insert(claim.getEnvelopeInternal(), claim);
  }

  boolean isFree(Geometry geometry) {
    return near(geometry).stream().noneMatch(claim -> claim.intersects(geometry));
  }

  /** What is left of a geometry once everything taken is cut out, largest piece first. */
  List<Polygon> cut(Geometry geometry, double smallest) {
    Geometry left = geometry;
    for (Geometry claim : near(geometry)) {
      if (!left.isEmpty() && claim.intersects(left)) {
        left = left.difference(claim);
      }
    }
    Geometry rounded = Rounding.toCentimetres(left);
    return DemonstrationShapes.polygons(thinned(rounded)).stream()
        .filter(p -> p.getArea() >= smallest)
        .toList();
  }

  /** Cuts out everything taken, then takes the pieces of at least {@code smallest} m2 itself. */
  List<Polygon> claim(Geometry geometry, double smallest) {
    List<Polygon> pieces = cut(geometry, smallest);
    pieces.forEach(piece -> take(piece, GAP));
    return pieces;
  }

  /** Without needless vertices; those that stay keep their place, so that they stay rounded. */
  private static Geometry thinned(Geometry rounded) {
    DouglasPeuckerSimplifier simplifier = new DouglasPeuckerSimplifier(rounded);
    simplifier.setDistanceTolerance(THINNING);
    simplifier.setEnsureValid(false);
    Geometry thinned = simplifier.getResultGeometry();
    return thinned.isValid() ? thinned : rounded;
  }

  private List<Geometry> near(Geometry geometry) {
    List<Geometry> found = new ArrayList<>();
    for (Object claim : taken.query(geometry.getEnvelopeInternal())) {
      Geometry candidate = (Geometry) claim;
      if (candidate.getEnvelopeInternal().intersects(geometry.getEnvelopeInternal())) {
        found.add(candidate);
      }
    }
    return found;
  }
}
