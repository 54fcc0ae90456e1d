package org.greensward.demonstration;

import org.locationtech.jts.geom.Geometry;

/**
 * A parcel of land as drawn.
 *
 * @param type the asset type
 * @param name the street or park it belongs to
 * @param shape polygon, line or point in EPSG:27700
 */
record MadeParcel(String type, String name, Geometry shape, Keeper keeper) {}
