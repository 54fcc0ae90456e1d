package org.greensward.tile;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * A feature on its way into a tile.
 *
 * @param id stable: the same thing has it in every tile, zoom and revision
 * @param properties in the order in which they are written; nulls are left out
 * @param geometry in EPSG:3857, generalised for the zoom, not clipped
 */
record TileFeature(String id, Map<String, Object> properties, Geometry geometry) {}
