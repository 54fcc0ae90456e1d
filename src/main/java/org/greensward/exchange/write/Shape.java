package org.greensward.exchange.write;

/** What the geometries of a table are. */
public enum Shape {
  NONE("NONE"),
  POINT("POINT"),
  MULTIPOINT("MULTIPOINT"),
  LINES("MULTILINESTRING"),
  AREAS("MULTIPOLYGON"),
  MIXED("GEOMETRY");

  private final String gdalName;

  Shape(String gdalName) {
    this.gdalName = gdalName;
  }

  String gdalName() {
    return gdalName;
  }
}
