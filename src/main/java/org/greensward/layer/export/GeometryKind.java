package org.greensward.layer.export;

/** What the geometries of a table are. */
public enum GeometryKind {
  NONE("NONE"),
  POINT("POINT"),
  MULTIPOINT("MULTIPOINT"),
  LINES("MULTILINESTRING"),
  AREAS("MULTIPOLYGON"),
  MIXED("GEOMETRY");

  private final String gdalName;

  GeometryKind(String gdalName) {
    this.gdalName = gdalName;
  }

  public String gdalName() {
    return gdalName;
  }
}
