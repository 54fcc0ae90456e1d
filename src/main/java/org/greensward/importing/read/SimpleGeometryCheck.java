package org.greensward.importing.read;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Whether geometries are all as they should be: none is empty or missing, each is made of points,
 * straight lines and polygons with two coordinates, and lies in Great Britain in EPSG:27700. Where
 * one is not, {@link StagedGeometrySummary} finds out which, and what is wrong with it.
 */
final class SimpleGeometryCheck {
  private static final int Z_OR_M = 0xC0000000;
  private static final int SRID = 0x20000000;
  private static final int POINT = 1;
  private static final int LINE = 2;
  private static final int POLYGON = 3;
  private static final int COLLECTION = 7;
  private static final int MOST_NESTED = 8;

  /** Smaller coordinates may be degrees. */
  private static final double MOST_DEGREES = 180;

  private boolean plain = true;
  private boolean inMetres;

  /** Whether all geometries were plain so far, and any is too far from the origin for degrees. */
  boolean arePlain() {
    return plain && inMetres;
  }

  /** Looks at a geometry, EWKB; null is not plain. */
  void look(byte[] ewkb) {
    if (plain) {
      plain = ewkb != null && isPlain(ewkb);
    }
  }

  private boolean isPlain(byte[] ewkb) {
    try {
      return geometry(ByteBuffer.wrap(ewkb), 0);
    } catch (BufferUnderflowException e) {
      return false;
    }
  }

  private boolean geometry(ByteBuffer in, int depth) {
    in.order(in.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int type = in.getInt();
    if ((type & Z_OR_M) != 0 || depth > MOST_NESTED) {
      return false;
    }
    if ((type & SRID) != 0) {
      in.getInt();
    }
    int kind = type & ~SRID;
    return switch (kind) {
      case POINT -> points(in, 1);
      case LINE -> points(in, in.getInt());
      case POLYGON -> rings(in, in.getInt());
      default -> kind > POLYGON && kind <= COLLECTION && members(in, in.getInt(), depth);
    };
  }

  private boolean members(ByteBuffer in, int count, int depth) {
    boolean all = count > 0;
    for (int i = 0; i < count && all; i++) {
      all = geometry(in, depth + 1);
    }
    return all;
  }

  private boolean rings(ByteBuffer in, int count) {
    boolean all = count > 0;
    for (int i = 0; i < count && all; i++) {
      all = points(in, in.getInt());
    }
    return all;
  }

  private boolean points(ByteBuffer in, int count) {
    boolean all = count > 0;
    for (int i = 0; i < count && all; i++) {
      double x = in.getDouble();
      double y = in.getDouble();
      all = StagedGeometrySummary.isInGreatBritain(x, y);
      inMetres = inMetres || Math.abs(x) > MOST_DEGREES || Math.abs(y) > MOST_DEGREES;
    }
    return all;
  }
}
