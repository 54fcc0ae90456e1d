/**
 * The tile layer of land: pieces one by one at high zooms, merged to a raster by parish, asset type
 * and maintainer at low zooms. Uses {@code database}, {@code revision}, {@code layer}.
 */
package org.greensward.land.tile;
