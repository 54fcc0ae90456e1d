package org.greensward.database;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** Shapes on their way to and from the database, to the last bit; SQL adds the system. */
public final class Wkb {
  /** A parameter {@code :shape} as geometry. */
  public static final String SHAPE = "ST_SetSRID(ST_GeomFromWKB(:shape), 27700)";

  private Wkb() {}

  public static byte[] write(Geometry shape) {
    return new WKBWriter().write(shape);
  }

  public static Geometry read(byte[] wkb) {
    try {
      Geometry read = new WKBReader().read(wkb);
      read.setSRID(27700);
      return read;
    } catch (ParseException e) {
      throw new IllegalStateException("PostGIS wrote WKB that cannot be read", e);
    }
  }
}
