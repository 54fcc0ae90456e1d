package org.greensward.tile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Made-up pieces of land in and around one tile, the same in each run, for the benchmarks. */
final class BenchmarkLand {
  /** A tile in the middle of Milton Keynes. */
  static final TileCoord TILE = new TileCoord(14, 8157, 5395);

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double PIXELS_AROUND = 24;

  private BenchmarkLand() {}

  /** Ragged polygons of 12 to 20 corners; about one in ten crosses the edge of the tile. */
  static List<TileFeature> features(int count) {
    Random random = new Random(2018);
    Envelope around = TILE.envelope(PIXELS_AROUND);
    List<TileFeature> features = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double x = around.getMinX() + random.nextDouble() * around.getWidth();
      double y = around.getMinY() + random.nextDouble() * around.getHeight();
      features.add(new TileFeature("MK-" + i + "@E04012175", properties(i), polygon(x, y, random)));
    }
    return features;
  }

  private static Geometry polygon(double x, double y, Random random) {
    int corners = 12 + random.nextInt(9);
    double radius = 8 + 32 * random.nextDouble();
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double length = radius * (0.7 + 0.6 * random.nextDouble());
      ring[i] = new Coordinate(x + length * Math.cos(angle), y + length * Math.sin(angle));
    }
    ring[corners] = ring[0].copy();
    return FACTORY.createPolygon(ring);
  }

  private static Map<String, Object> properties(int number) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("reference", "MK-" + number);
    properties.put("parish", "E04012175");
    properties.put("asset_type", number % 3 == 0 ? "shrub bed" : "amenity grass");
    properties.put("owner", "Milton Keynes Council");
    properties.put("looked_after_by", "Serco");
    properties.put("looked_after_by_kind", "contractor");
    properties.put("lot", "2014-N");
    properties.put("quantity", 100 + number * 1.37);
    properties.put("unit", "m2");
    properties.put("status", "none");
    properties.put("basis", "documented");
    return properties;
  }
}
