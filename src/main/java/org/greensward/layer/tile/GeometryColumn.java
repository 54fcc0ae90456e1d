package org.greensward.layer.tile;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** Geometry as PostGIS hands it over. */
public final class GeometryColumn {
  private GeometryColumn() {}

  public static Geometry read(byte[] wkb) {
    try {
      return new WKBReader().read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException("PostGIS wrote WKB that cannot be read", e);
    }
  }
}
