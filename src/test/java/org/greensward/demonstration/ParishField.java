package org.greensward.demonstration;

import java.util.List;
import org.greensward.demonstration.Facts.ParishFact;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * Says for every point which parish it belongs to, or none. Each parish has a spine from its
 * settlement to the middle of its area, and a reach; a point belongs to the parish whose spine is
 * nearest once the reach is taken off. The reaches are fitted until the areas are as the facts say.
 * Works in the warped plane, so all edges wander.
 */
final class ParishField {

  /** The label of a point outside every parish. */
  static final int OUTSIDE = -1;

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double FIT_SPACING = 170;
  private static final int FIT_ROUNDS = 110;

  /** Metres around a settlement in which its own parish has an advantage, and how large it is. */
  private static final double HOME = 320;

  private final List<ParishFact> parishes;
  private final Warp warp;
  private final Coordinate[] settlements;
  private final Coordinate[] middles;
  private final double[] reaches;
  private final PointOnGeometryLocator outlineLocator;
  private final IndexedFacetDistance outlineDistance;
  private final Polygon outline;

  ParishField(List<ParishFact> parishes, long seed) {
    this.parishes = parishes;
    this.warp = new Warp(seed);
    this.settlements =
        parishes.stream().map(p -> warp.apply(p.settlement())).toArray(Coordinate[]::new);
    this.middles =
        parishes.stream().map(p -> warp.apply(p.settlement())).toArray(Coordinate[]::new);
    this.reaches = parishes.stream().mapToDouble(ParishField::radius).toArray();
    this.outline = outline();
    this.outlineLocator = new IndexedPointInAreaLocator(outline);
    this.outlineDistance = new IndexedFacetDistance(outline.getExteriorRing());
    fit(seed);
  }

  /** The outer edge of all parishes, in the warped plane: within about 1 km of the real one. */
  Polygon outline() {
    if (outline != null) {
      return outline;
    }
    Geometry[] discs = new Geometry[settlements.length];
    for (int i = 0; i < discs.length; i++) {
      discs[i] = FACTORY.createPoint(settlements[i]).buffer(1.12 * radius(parishes.get(i)));
    }
    Geometry closed = UnaryUnionOp.union(List.of(discs)).buffer(2400).buffer(-3000).buffer(600);
    Polygon shape = FACTORY.createPolygon(((Polygon) closed).getExteriorRing().getCoordinates());
    double wanted = parishes.stream().mapToDouble(p -> p.areaHa() * 10_000).sum();
    double grow = (wanted - shape.getArea()) / shape.getLength();
    return (Polygon) shape.buffer(grow);
  }

  Coordinate warped(Coordinate point) {
    return warp.apply(point);
  }

  /** The index of the parish at a warped point, or {@link #OUTSIDE}. */
  int label(Coordinate warped) {
    return outlineLocator.locate(warped) == Location.EXTERIOR ? OUTSIDE : nearest(warped);
  }

  /**
   * How much more a warped point belongs to {@code a} than to {@code b}, in metres; zero on the
   * edge between the two.
   */
  double margin(int a, int b, Coordinate warped) {
    if (a == OUTSIDE) {
      return -margin(b, a, warped);
    }
    if (b == OUTSIDE) {
      double distance = outlineDistance.distance(FACTORY.createPoint(warped));
      return outlineLocator.locate(warped) == Location.EXTERIOR ? -distance : distance;
    }
    return score(b, warped) - score(a, warped);
  }

  private int nearest(Coordinate warped) {
    int best = 0;
    double bestScore = Double.MAX_VALUE;
    for (int k = 0; k < settlements.length; k++) {
      double score = score(k, warped);
      if (score < bestScore) {
        best = k;
        bestScore = score;
      }
    }
    return best;
  }

  private double score(int k, Coordinate warped) {
    double home = warped.distance(settlements[k]) / HOME;
    double bonus = home > 3 ? 0 : HOME * Math.exp(-home * home);
    return Distance.pointToSegment(warped, settlements[k], middles[k]) - reaches[k] - bonus;
  }

  private void fit(long seed) {
    Envelope box = outline.getEnvelopeInternal();
    box.expandBy(1200);
    TriangleMesh mesh = new TriangleMesh(box, FIT_SPACING, seed);
    Coordinate[] inside = new Coordinate[mesh.size()];
    int count = 0;
    for (int i = 0; i < mesh.size(); i++) {
      Coordinate p = warp.apply(mesh.vertex(i));
      if (outlineLocator.locate(p) != Location.EXTERIOR) {
        inside[count++] = p;
      }
    }
    for (int round = 0; round < FIT_ROUNDS; round++) {
      fitOnce(inside, count, round < FIT_ROUNDS * 0.7);
    }
  }

  private void fitOnce(Coordinate[] points, int count, boolean moveMiddles) {
    int n = settlements.length;
    double[] x = new double[n];
    double[] y = new double[n];
    int[] share = new int[n];
    for (int i = 0; i < count; i++) {
      int k = nearest(points[i]);
      x[k] += points[i].x;
      y[k] += points[i].y;
      share[k]++;
    }
    double facts = parishes.stream().mapToDouble(ParishFact::areaHa).sum();
    for (int k = 0; k < n; k++) {
      double wanted = count * parishes.get(k).areaHa() / facts;
      double perimeter = 2 * Math.PI * radius(parishes.get(k));
      reaches[k] += 0.6 * (wanted - share[k]) * outline.getArea() / count / perimeter;
      if (moveMiddles && share[k] > 0) {
        moveMiddle(k, new Coordinate(x[k] / share[k], y[k] / share[k]));
      }
    }
  }

  /** Moves the end of a spine towards the middle of its area, no further than a fair radius. */
  private void moveMiddle(int k, Coordinate middle) {
    Coordinate home = settlements[k];
    double limit = Math.min(1, 0.8 * radius(parishes.get(k)) / (1 + home.distance(middle)));
    middles[k].x += 0.1 * (home.x + limit * (middle.x - home.x) - middles[k].x);
    middles[k].y += 0.1 * (home.y + limit * (middle.y - home.y) - middles[k].y);
  }

  private static double radius(ParishFact parish) {
    return Math.sqrt(parish.areaHa() * 10_000 / Math.PI);
  }
}
