/**
 * Map tiles: which geometry a layer has in a tile, with which properties at a date, clipped,
 * generalised for the zoom and written as GeoJSON (RFC 7946). Geometry is worked on in Web Mercator
 * (EPSG:3857), where tiles are squares, and leaves in longitude and latitude. Lies on top: it uses
 * {@code geometry}, {@code store} and {@code web}.
 */
package org.greensward.tile;
