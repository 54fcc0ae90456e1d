/** The OpenAPI 3.0 definition of the OGC API. Uses {@code layer}. */
package org.greensward.ogc.openapi;
