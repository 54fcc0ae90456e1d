/**
 * Writes tiles straight to bytes, as GeoJSON (RFC 7946) or as vector tiles (MVT 2.1), from the same
 * prepared shapes and attributes.
 */
package org.greensward.tile.encode;
