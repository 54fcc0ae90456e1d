package org.greensward.proposal;

/** What a small map shows: a box in EPSG:27700, in metres. */
public record MapExtent(double west, double south, double east, double north) {
  double width() {
    return east - west;
  }

  double height() {
    return north - south;
  }
}
