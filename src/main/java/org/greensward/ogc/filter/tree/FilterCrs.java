package org.greensward.ogc.filter.tree;

import java.util.Set;

/**
 * The coordinate system of the geometries written in a filter.
 *
 * @param srid 4326, 3857 or 27700
 * @param latitudeFirst whether the first number is the latitude, as in EPSG:4326, and not the
 *     longitude, as in CRS84; for 4326 alone
 */
public record FilterCrs(int srid, boolean latitudeFirst) {
  private static final Set<Integer> KNOWN = Set.of(4326, 3857, 27700);

  /** Longitude and latitude, the default of OGC API. */
  public static final FilterCrs CRS84 = new FilterCrs(4326, false);

  public FilterCrs {
    if (!KNOWN.contains(srid) || latitudeFirst && srid != 4326) {
      throw new IllegalArgumentException("no coordinate system of filters: " + srid);
    }
  }
}
