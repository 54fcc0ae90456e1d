package org.greensward.export.write;

/** How a writer wants the geometry of a row. */
public enum GeometryForm {
  /** Well-known binary in hexadecimal digits. */
  WKB,
  /** A GeoJSON geometry, outer rings counterclockwise (RFC 7946). */
  GEOJSON_TEXT,
  /** A KML geometry, in WGS84. */
  KML_TEXT,
  /** None: the coordinates of one point on it are among the values. */
  POINT_COLUMNS
}
