package org.greensward.land.tile;

import org.greensward.layer.tile.EncodedProperties;

/**
 * What holds for a piece of land at a date, as it does for many others.
 *
 * @param attributes the properties that a tile shows of it
 * @param group what it is merged with below {@link
 *     org.greensward.layer.tile.geometry.Generalisation#MERGED_BELOW}
 */
record PieceAttributes(EncodedProperties attributes, LandGroup group) {}
