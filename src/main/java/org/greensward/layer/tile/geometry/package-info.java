/**
 * Tile coordinates in the Web Mercator quad tree (WebMercatorQuad), and geometry prepared for
 * tiles: simplified for a zoom, on the integer grid of the tile, valid, packed in flat arrays. Uses
 * {@code error}.
 */
package org.greensward.layer.tile.geometry;
