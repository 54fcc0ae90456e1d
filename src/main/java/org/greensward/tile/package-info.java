/**
 * Map tiles. This package has what all of it shares: where a tile lies, Web Mercator (EPSG:3857),
 * how much detail a zoom has, the settings. Above it are {@code shape} (geometry made ready),
 * {@code encode} (written to bytes), {@code layer} (which features, with which properties) and
 * {@code serve} (over HTTP). Lies on top: it uses {@code geometry}, {@code store} and {@code web}.
 */
package org.greensward.tile;
