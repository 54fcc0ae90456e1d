package org.greensward.layer.feature;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.greensward.error.UserException;

/**
 * The coordinate systems of OGC API Features Part 2 that features are served in, the default first.
 */
public enum OgcCrs {
  /** WGS84, longitude before latitude, in degrees. */
  CRS84("http://www.opengis.net/def/crs/OGC/1.3/CRS84", 4326, false, 9),
  /** WGS84, latitude before longitude, as its authority has it. */
  WGS84("http://www.opengis.net/def/crs/EPSG/0/4326", 4326, true, 9),
  /** Web Mercator, in its own metres: never to be measured in. */
  WEB_MERCATOR("http://www.opengis.net/def/crs/EPSG/0/3857", 3857, false, 4),
  /** British National Grid, in metres: as everything is kept. */
  NATIONAL_GRID("http://www.opengis.net/def/crs/EPSG/0/27700", 27700, false, 4);

  private final String uri;
  private final int srid;
  private final boolean latitudeFirst;
  private final int decimals;

  OgcCrs(String uri, int srid, boolean latitudeFirst, int decimals) {
    this.uri = uri;
    this.srid = srid;
    this.latitudeFirst = latitudeFirst;
    this.decimals = decimals;
  }

  /**
   * The system of a parameter: its URI, a safe CURIE ({@code [EPSG:27700]}) or a plain code.
   *
   * @throws UserException when it is none of these
   */
  public static OgcCrs of(String parameter, String text) {
    String code =
        text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    return Arrays.stream(values())
        .filter(crs -> crs.uri.equals(code) || crs.curie().equalsIgnoreCase(code))
        .findFirst()
        .orElseThrow(
            () ->
                new UserException(
                    "%s=%s is not offered; take one of %s."
                        .formatted(parameter, text, String.join(", ", uris()))));
  }

  public static List<String> uris() {
    return Arrays.stream(values()).map(OgcCrs::uri).collect(Collectors.toList());
  }

  public String uri() {
    return uri;
  }

  /** Its number with PostGIS, whatever the order of its axes. */
  public int srid() {
    return srid;
  }

  /** Whether coordinates are given and taken with the latitude first. */
  public boolean latitudeFirst() {
    return latitudeFirst;
  }

  /** A geometry of EPSG:27700 in SQL, as GeoJSON text in this system. */
  public String geoJson(String geometry) {
    String projected = srid == 27700 ? geometry : "ST_Transform(" + geometry + ", " + srid + ")";
    // The exterior ring of a shape whose axes are changed over runs the other way round.
    String wound =
        latitudeFirst
            ? "ST_FlipCoordinates(ST_ForcePolygonCCW(" + projected + "))"
            : "ST_ForcePolygonCCW(" + projected + ")";
    return "ST_AsGeoJSON(" + wound + ", " + decimals + ", 0)";
  }

  private String curie() {
    return this == CRS84 ? "OGC:CRS84" : "EPSG:" + srid;
  }
}
