/**
 * Encoders of tiles: GeoJSON (RFC 7946) and vector tiles (MVT 2.1), from the same packed geometries
 * and properties. Uses {@code layer}.
 */
@NullMarked
package org.greensward.tile.encode;

import org.jspecify.annotations.NullMarked;
