/**
 * OGC API Tiles: tile sets, and the tiles of the collections that have some. Uses {@code error},
 * {@code revision}, {@code layer}, {@code tile}.
 */
package org.greensward.ogc.tiles;
