package org.greensward.tile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.greensward.layer.tile.EncodedProperties;
import org.greensward.layer.tile.TileWriter;
import org.greensward.layer.tile.geometry.GridGeometryBuilder;
import org.greensward.layer.tile.geometry.PackedGeometries;
import org.greensward.layer.tile.geometry.TileCoord;
import org.greensward.layer.tile.geometry.TileDetail;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Made-up pieces of land in and around one tile, the same in each run, prepared as tiles are made
 * from them: ragged polygons of 12 to 20 corners.
 */
final class BenchmarkLand {
  /** A tile in the middle of Milton Keynes. */
  static final TileCoord TILE = new TileCoord(14, 8157, 5395);

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double PIXELS_AROUND = 24;

  private final PackedGeometries shapes;
  private final byte[][] ids;
  private final EncodedProperties[] own;
  private final EncodedProperties shared;

  /**
   * @param radius of the smallest polygons, in metres of EPSG:3857; the largest have five times it
   */
  BenchmarkLand(int count, double radius, TileDetail detail) {
    Random random = new Random(2018);
    Envelope around = TILE.envelope(PIXELS_AROUND);
    PackedGeometries.Builder made = new PackedGeometries.Builder();
    GridGeometryBuilder maker = new GridGeometryBuilder(made);
    ids = new byte[count][];
    own = new EncodedProperties[count];
    for (int i = 0; i < count; i++) {
      double x = around.getMinX() + random.nextDouble() * around.getWidth();
      double y = around.getMinY() + random.nextDouble() * around.getHeight();
      maker.add(polygon(x, y, radius * (1 + 4 * random.nextDouble()), random), detail.grid());
      ids[i] = EncodedProperties.text("MK-" + i + "@E04012175");
      own[i] = EncodedProperties.of(Map.of("reference", "MK-" + i, "quantity", 100 + i * 1.37));
    }
    shapes = made.build();
    shared = shared();
  }

  PackedGeometries shapes() {
    return shapes;
  }

  /** Writes all of it. */
  byte[] write(TileWriter out) {
    for (int i = 0; i < ids.length; i++) {
      out.add(ids[i], own[i], shared, shapes, i);
    }
    return out.toBytes();
  }

  private static Geometry polygon(double x, double y, double radius, Random random) {
    int corners = 12 + random.nextInt(9);
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double length = radius * (0.7 + 0.6 * random.nextDouble());
      ring[i] = new Coordinate(x + length * Math.cos(angle), y + length * Math.sin(angle));
    }
    ring[corners] = ring[0].copy();
    return FACTORY.createPolygon(ring);
  }

  private static EncodedProperties shared() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("parish", "E04012175");
    properties.put("asset_type", "amenity grass");
    properties.put("unit", "m2");
    properties.put("owner", "Milton Keynes Council");
    properties.put("looked_after_by", "Serco");
    properties.put("looked_after_by_kind", "contractor");
    properties.put("lot", "2014-N");
    properties.put("status", "none");
    properties.put("basis", "documented");
    return EncodedProperties.of(properties);
  }
}
