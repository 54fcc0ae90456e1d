package org.greensward.ogc.common;

import java.util.List;
import java.util.stream.Stream;
import org.greensward.ogc.filter.FilterParser;

/** What the API declares to conform to: what is in this list has a test. */
public final class Conformance {
  private static final String COMMON = "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/";
  private static final String FEATURES = "http://www.opengis.net/spec/ogcapi-features-";
  private static final String TILES = "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/";

  private static final List<String> OWN =
      List.of(
          COMMON + "core",
          COMMON + "landing-page",
          COMMON + "json",
          COMMON + "html",
          COMMON + "oas30",
          FEATURES + "1/1.0/conf/core",
          FEATURES + "1/1.0/conf/geojson",
          FEATURES + "1/1.0/conf/html",
          FEATURES + "1/1.0/conf/oas30",
          FEATURES + "2/1.0/conf/crs",
          FEATURES + "3/1.0/conf/queryables",
          FEATURES + "3/1.0/conf/queryables-query-parameters",
          FEATURES + "3/1.0/conf/filter",
          FEATURES + "3/1.0/conf/features-filter",
          FEATURES + "4/1.0/conf/create-replace-delete",
          FEATURES + "4/1.0/conf/update",
          FEATURES + "4/1.0/conf/optimistic-locking-etags",
          FEATURES + "4/1.0/conf/features",
          TILES + "core",
          TILES + "tileset",
          TILES + "tilesets-list",
          TILES + "dataset-tilesets",
          TILES + "geodata-tilesets",
          TILES + "mvt",
          TILES + "oas30",
          "http://www.opengis.net/spec/tms/2.0/conf/json-tilematrixset",
          "http://www.opengis.net/spec/tms/2.0/conf/json-tilesetmetadata");

  private Conformance() {}

  public static List<String> classes() {
    return Stream.concat(OWN.stream(), FilterParser.CONFORMANCE_CLASSES.stream()).toList();
  }
}
