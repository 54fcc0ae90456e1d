package org.greensward.tile.serve;

/**
 * A request for a tile that was understood.
 *
 * @param key which tile
 * @param revision of the layer, as TileJSON gives it in the address; null for none
 * @param etag the tags of the request's {@code If-None-Match}, or null
 */
record TileRequest(TileKey key, Long revision, String etag) {}
