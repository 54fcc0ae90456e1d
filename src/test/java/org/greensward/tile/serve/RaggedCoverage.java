package org.greensward.tile.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/**
 * Parishes with ragged borders in 12 by 12 km of EPSG:27700: small Voronoi cells joined to the
 * nearest of some centres, a valid coverage without straight lines.
 *
 * @param cells how many small cells they are joined of
 */
record RaggedCoverage(long seed, int count, int cells) {
  static final Envelope AREA = new Envelope(480000, 492000, 240000, 252000);
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** The parishes by code. */
  Map<String, Geometry> parishes() {
    Random random = new Random(seed);
    List<Coordinate> sites = new ArrayList<>();
    for (int i = 0; i < cells; i++) {
      sites.add(
          new Coordinate(
              AREA.getMinX() + random.nextDouble() * AREA.getWidth(),
              AREA.getMinY() + random.nextDouble() * AREA.getHeight()));
    }
    VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
    builder.setSites(sites);
    builder.setClipEnvelope(AREA);
    Map<Integer, List<Geometry>> groups = new TreeMap<>();
    Geometry diagram = builder.getDiagram(FACTORY);
    for (int i = 0; i < diagram.getNumGeometries(); i++) {
      int nearest = nearest(sites.subList(0, count), diagram.getGeometryN(i));
      groups.computeIfAbsent(nearest, n -> new ArrayList<>()).add(diagram.getGeometryN(i));
    }
    Map<String, Geometry> parishes = new TreeMap<>();
    groups.forEach(
        (n, parts) ->
            parishes.put(
                "E04%06d".formatted(n), CoverageUnion.union(parts.toArray(Geometry[]::new))));
    return parishes;
  }

  private static int nearest(List<Coordinate> centres, Geometry cell) {
    Coordinate at = cell.getCentroid().getCoordinate();
    int nearest = 0;
    for (int c = 1; c < centres.size(); c++) {
      if (centres.get(c).distance(at) < centres.get(nearest).distance(at)) {
        nearest = c;
      }
    }
    return nearest;
  }
}
