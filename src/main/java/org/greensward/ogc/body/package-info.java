/**
 * What programs send to change features (OGC API Features Part 4), before it is known what it is
 * about: JSON within limits, a GeoJSON feature, a merge patch (RFC 7396), and the condition of
 * {@code If-Match}. Knows neither the database nor the collections.
 */
package org.greensward.ogc.body;
