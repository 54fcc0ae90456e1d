package org.greensward.tile.encode;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.greensward.layer.tile.ByteArrayBuilder;
import org.greensward.layer.tile.EncodedProperties;
import org.greensward.layer.tile.TileWriter;
import org.greensward.layer.tile.geometry.PackedGeometries;

/**
 * Writes a GeoJSON feature collection (RFC 7946): longitude before latitude, outer rings
 * anticlockwise, as many decimals as the grid has.
 */
public final class GeoJsonTile implements TileWriter {
  private static final byte[] HEAD = ascii("{\"type\":\"FeatureCollection\",\"features\":[");
  private static final byte[] FEATURE = ascii("{\"type\":\"Feature\",\"id\":");
  private static final byte[] PROPERTIES = ascii(",\"properties\":{");
  private static final byte[] GEOMETRY = ascii("},\"geometry\":{\"type\":\"");
  private static final byte[] COORDINATES = ascii("\",\"coordinates\":");
  private static final byte[] OPEN = ascii("[");
  private static final byte[] CLOSE_AND_OPEN = ascii("],[");
  private static final byte[][] TYPES = {
    ascii("Point"), ascii("LineString"), ascii("Polygon"),
    ascii("MultiPoint"), ascii("MultiLineString"), ascii("MultiPolygon")
  };

  private final ByteArrayBuilder out = new ByteArrayBuilder(1 << 16);
  private final int decimals;
  private int features;

  /**
   * @param decimals of a degree, as the shapes' grid has them
   */
  public GeoJsonTile(int decimals) {
    this.decimals = decimals;
    out.put(HEAD);
  }

  @Override
  public void add(
      byte[] id,
      EncodedProperties own,
      EncodedProperties shared,
      PackedGeometries shapes,
      int shape) {
    if (features++ > 0) {
      out.put(',');
    }
    out.put(FEATURE);
    out.put(id);
    out.put(PROPERTIES);
    out.put(own.json());
    if (shared != null) {
      if (own.json().length > 0 && shared.json().length > 0) {
        out.put(',');
      }
      out.put(shared.json());
    }
    out.put(GEOMETRY);
    geometry(shapes.kind(shape), shapes.parts(shape));
    out.put('}');
    out.put('}');
  }

  @Override
  public int features() {
    return features;
  }

  @Override
  public byte[] toBytes() {
    int size = out.size();
    out.put(']');
    out.put('}');
    byte[] tile = out.toArray();
    out.clearTo(size);
    return tile;
  }

  private void geometry(int kind, PackedGeometries.Parts parts) {
    boolean multiple = parts.multiple();
    out.put(TYPES[kind + (multiple ? 3 : 0)]);
    out.put(COORDINATES);
    if (multiple) {
      out.put('[');
    }
    for (int part = 0; parts.next(); part++) {
      if (kind == PackedGeometries.POLYGON) {
        if (!parts.hole()) {
          out.put(part == 0 ? OPEN : CLOSE_AND_OPEN);
        } else {
          out.put(',');
        }
      } else if (part > 0) {
        out.put(',');
      }
      part(kind, parts);
    }
    if (kind == PackedGeometries.POLYGON) {
      out.put(']');
    }
    if (multiple) {
      out.put(']');
    }
  }

  private void part(int kind, PackedGeometries.Parts part) {
    if (kind == PackedGeometries.POINT) {
      position(part, 0);
      return;
    }
    out.put('[');
    for (int i = 0; i < part.points(); i++) {
      if (i > 0) {
        out.put(',');
      }
      position(part, i);
    }
    if (kind == PackedGeometries.POLYGON) {
      out.put(',');
      position(part, 0);
    }
    out.put(']');
  }

  private void position(PackedGeometries.Parts part, int point) {
    out.put('[');
    out.decimal(part.x(point), decimals);
    out.put(',');
    out.decimal(part.y(point), decimals);
    out.put(']');
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }
}
