package org.greensward.ogc.filter.tree;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Takes the coordinates of a filter as its coordinate system means them. */
public final class FilterCoordinates {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double MERCATOR = 20037508.342789244;
  private static final double GRID = 10_000_000;

  private final FilterCrs crs;
  private final Envelope range;

  public FilterCoordinates(FilterCrs crs) {
    this.crs = crs;
    this.range =
        switch (crs.srid()) {
          case 4326 -> new Envelope(-180, 180, -90, 90);
          case 3857 -> new Envelope(-MERCATOR - 1, MERCATOR + 1, -MERCATOR - 1, MERCATOR + 1);
          default -> new Envelope(-GRID, GRID, -GRID, GRID);
        };
  }

  /**
   * @throws org.greensward.error.UserException where the coordinate system has no such place
   */
  public Coordinate of(int at, double first, double second) {
    Coordinate place =
        crs.latitudeFirst() ? new Coordinate(second, first) : new Coordinate(first, second);
    if (!range.contains(place)) {
      throw FilterErrors.at(
          at,
          "there is no place "
              + first
              + " "
              + second
              + " in the coordinate system of the filter, EPSG:"
              + crs.srid()
              + (crs.srid() != 4326
                  ? ""
                  : crs.latitudeFirst()
                      ? " with the latitude first"
                      : " with the longitude first (CRS84)"));
    }
    return place;
  }

  /** A box from its lower to its upper corner; beyond 180 degrees it goes on at -180. */
  public Geometry box(int at, double low1, double low2, double high1, double high2) {
    Coordinate low = of(at, low1, low2);
    Coordinate high = of(at, high1, high2);
    if (low.y > high.y || low.x > high.x && crs.srid() != 4326) {
      throw FilterErrors.at(at, "the box has its upper corner below or before its lower one");
    }
    if (low.x <= high.x) {
      return FACTORY.toGeometry(new Envelope(low, high));
    }
    Geometry west = FACTORY.toGeometry(new Envelope(-180, high.x, low.y, high.y));
    Geometry east = FACTORY.toGeometry(new Envelope(low.x, 180, low.y, high.y));
    return west.union(east);
  }
}
