package org.greensward.ogc;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A link of a response (RFC 8288).
 *
 * @param templated true where the address has variables; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Link(String href, String rel, String type, String title, Boolean templated) {
  static final String JSON = "application/json";
  static final String HTML = "text/html";
  static final String GEO_JSON = "application/geo+json";
  static final String SCHEMA = "application/schema+json";
  static final String OPEN_API = "application/vnd.oai.openapi+json;version=3.0";
  static final String MVT = "application/vnd.mapbox-vector-tile";

  Link(String href, String rel, String type, String title) {
    this(href, rel, type, title, null);
  }
}
