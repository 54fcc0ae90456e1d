package org.greensward.ogc.common;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A link of a response (RFC 8288).
 *
 * @param templated true where the address has variables; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Link(String href, String rel, String type, String title, Boolean templated) {
  public static final String JSON = "application/json";
  public static final String HTML = "text/html";
  public static final String GEO_JSON = "application/geo+json";
  public static final String SCHEMA = "application/schema+json";
  public static final String OPEN_API = "application/vnd.oai.openapi+json;version=3.0";
  public static final String MVT = "application/vnd.mapbox-vector-tile";

  /** What the names of the OGC's own relations begin with. */
  public static final String OGC_RELATIONS = "http://www.opengis.net/def/rel/ogc/1.0/";

  public Link(String href, String rel, String type, String title) {
    this(href, rel, type, title, null);
  }
}
