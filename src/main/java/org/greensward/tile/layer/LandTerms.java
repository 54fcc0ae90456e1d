package org.greensward.tile.layer;

import org.greensward.tile.encode.Attributes;

/**
 * What holds for a piece of land at a date, as it does for many others.
 *
 * @param attributes the properties that a tile shows of it
 * @param group what it is merged with below {@link org.greensward.tile.Generalisation#MERGED_BELOW}
 */
record LandTerms(Attributes attributes, LandGroup group) {}
