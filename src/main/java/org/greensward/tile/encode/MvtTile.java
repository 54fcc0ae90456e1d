package org.greensward.tile.encode;

import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.greensward.layer.tile.ByteArrayBuilder;
import org.greensward.layer.tile.EncodedProperties;
import org.greensward.layer.tile.TileWriter;
import org.greensward.layer.tile.geometry.PackedGeometries;
import org.greensward.layer.tile.geometry.TileCoord;
import org.greensward.layer.tile.geometry.TileGrid;

/**
 * Writes a vector tile of one layer: Mapbox Vector Tile specification 2.1, extent 4096. Ids are
 * numbers there: 53 bits of the FNV-1a hash of the text, as many as JavaScript can hold.
 */
public final class MvtTile implements TileWriter {
  private static final int MOVE_TO = 1;
  private static final int LINE_TO = 2;
  private static final int CLOSE_PATH = 7;
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;

  private final String layer;
  private final int originX;
  private final int originY;
  private final int shift;
  private final ByteArrayBuilder written = new ByteArrayBuilder(1 << 14);
  private final ByteArrayBuilder tags = new ByteArrayBuilder(64);
  private final ByteArrayBuilder geometry = new ByteArrayBuilder(256);
  private final ByteArrayBuilder feature = new ByteArrayBuilder(512);
  private final IdentityHashMap<EncodedProperties, byte[]> sharedTags = new IdentityHashMap<>();
  private final Map<String, Integer> keys = new LinkedHashMap<>();
  private final Map<Object, Integer> values = new LinkedHashMap<>();
  private int features;
  private int penX;
  private int penY;

  /**
   * @param layer its name in the tile
   * @param grid the shapes' grid, of the tile's zoom or, beyond the finest, of an earlier one
   */
  public MvtTile(String layer, TileCoord tile, TileGrid.Pixels grid) {
    this.layer = layer;
    this.shift = tile.z() - grid.zoom();
    this.originX = origin(tile.x());
    this.originY = origin(tile.y());
  }

  /** Beyond the finest grid a tile is a part of a tile of that grid, enlarged. */
  private int origin(int number) {
    return (int) (((long) number * TileGrid.Pixels.EXTENT) >> shift);
  }

  @Override
  public void add(
      byte[] id,
      EncodedProperties own,
      EncodedProperties shared,
      PackedGeometries shapes,
      int shape) {
    features++;
    tags.clearTo(0);
    tags(own);
    if (shared != null) {
      byte[] known = sharedTags.get(shared);
      if (known == null) {
        int before = tags.size();
        tags(shared);
        sharedTags.put(shared, tags.toArray(before));
      } else {
        tags.put(known);
      }
    }
    geometry.clearTo(0);
    penX = 0;
    penY = 0;
    int kind = shapes.kind(shape);
    parts(kind, shapes.parts(shape));
    feature.clearTo(0);
    field(feature, 1, VARINT);
    feature.varint(number(id));
    bytes(feature, 2, tags);
    field(feature, 3, VARINT);
    feature.varint(kind + 1);
    bytes(feature, 4, geometry);
    bytes(written, 2, feature);
  }

  @Override
  public int features() {
    return features;
  }

  @Override
  public byte[] toBytes() {
    ByteArrayBuilder content = new ByteArrayBuilder(written.size() + 1024);
    field(content, 15, VARINT);
    content.varint(2);
    text(content, 1, layer);
    content.put(written);
    keys.keySet().forEach(key -> text(content, 3, key));
    values.keySet().forEach(value -> bytes(content, 4, value(value)));
    field(content, 5, VARINT);
    content.varint(TileGrid.Pixels.EXTENT);
    ByteArrayBuilder tile = new ByteArrayBuilder(content.size() + 16);
    bytes(tile, 3, content);
    return tile.toArray();
  }

  private void tags(EncodedProperties attributes) {
    Object[] pairs = attributes.keysAndValues();
    for (int i = 0; i < pairs.length; i += 2) {
      tag((String) pairs[i], pairs[i + 1]);
    }
  }

  private void tag(String key, Object value) {
    Integer known = keys.putIfAbsent(key, keys.size());
    tags.varint(known == null ? keys.size() - 1 : known);
    known = values.putIfAbsent(value, values.size());
    tags.varint(known == null ? values.size() - 1 : known);
  }

  private void parts(int kind, PackedGeometries.Parts parts) {
    if (kind == PackedGeometries.POINT) {
      command(MOVE_TO, parts.count());
    }
    while (parts.next()) {
      if (kind == PackedGeometries.POINT) {
        to(parts, 0);
        continue;
      }
      command(MOVE_TO, 1);
      to(parts, 0);
      command(LINE_TO, parts.points() - 1);
      for (int i = 1; i < parts.points(); i++) {
        to(parts, i);
      }
      if (kind == PackedGeometries.POLYGON) {
        command(CLOSE_PATH, 1);
      }
    }
  }

  private void command(int command, int count) {
    geometry.varint(command | count << 3);
  }

  private void to(PackedGeometries.Parts part, int point) {
    int x = (part.x(point) - originX) << shift;
    int y = (part.y(point) - originY) << shift;
    zigzag(x - penX);
    zigzag(y - penY);
    penX = x;
    penY = y;
  }

  private void zigzag(int value) {
    geometry.varint((value << 1 ^ value >> 31) & 0xFFFFFFFFL);
  }

  private static ByteArrayBuilder value(Object value) {
    ByteArrayBuilder content = new ByteArrayBuilder(64);
    if (value instanceof String text) {
      text(content, 1, text);
    } else if (value instanceof Double number) {
      field(content, 3, FIXED64);
      long bits = Double.doubleToRawLongBits(number);
      for (int i = 0; i < Long.BYTES; i++) {
        content.put((int) (bits >>> 8 * i));
      }
    } else if (value instanceof Long number) {
      field(content, 4, VARINT);
      content.varint(number);
    } else {
      field(content, 7, VARINT);
      content.varint(Boolean.TRUE.equals(value) ? 1 : 0);
    }
    return content;
  }

  private static long number(byte[] id) {
    long hash = 0xcbf29ce484222325L;
    for (byte letter : id) {
      hash = (hash ^ letter & 0xFF) * 0x100000001b3L;
    }
    return hash >>> 11;
  }

  private static void text(ByteArrayBuilder out, int field, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    field(out, field, BYTES);
    out.varint(utf8.length);
    out.put(utf8);
  }

  private static void bytes(ByteArrayBuilder out, int field, ByteArrayBuilder content) {
    field(out, field, BYTES);
    out.varint(content.size());
    out.put(content);
  }

  private static void field(ByteArrayBuilder out, int number, int type) {
    out.varint((long) number << 3 | type);
  }
}
