/**
 * Geometry made ready for tiles: thinned out for a zoom, on the whole-number grid that the tile is
 * written with, valid, and held in flat arrays. What is written is what was prepared; only a shape
 * that reaches far beyond a tile is clipped when the tile is made.
 */
package org.greensward.tile.shape;
